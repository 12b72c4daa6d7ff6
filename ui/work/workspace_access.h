#pragma once
#include <QObject>
#include <QString>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/engine_process.h"
#include "models/model/model_summary.h"
#include "models/quantize/known_figures.h"
#include "models/runs/run_record.h"
#include "models/saliency/saliency_catalogue.h"
#include "models/shared/project.h"
#include "tacq/store/measured_points.h"

namespace tacq::ui {

/// What the window asks of the engine's workspace and of the computer that it lies on. One implementation reads files (LocalWorkspace), the other asks the
/// engine (RemoteWorkspace); Workflow::workspace() is the one at hand. Nothing blocks; answers come on the GUI thread, maybe at once.
class WorkspaceAccess : public QObject {
    Q_OBJECT
public:
    template <typename Value> using Done = std::function<void(Result<Value>)>;
    using FiguresDone = std::function<void(const std::vector<std::optional<QJsonObject>>&)>;

    /// Of the engine's computer. Before the engine has said where it works: what it was told, else the default.
    QString folder() const;

    /// Paths of models, runs and artifacts are files that can be looked at from here.
    virtual bool seesFiles() const = 0;
    /// Where the bundled sample lies on the engine's computer; empty: an engine that does not say.
    virtual QString samplePath() const = 0;
    /// Reads a model's headers. `done` is called where that went well; a failure is told by the JobRunner.
    virtual void readModel(const QString& path, std::function<void(const ModelPointer&)> done) = 0;
    /// Hands a text file of this computer to the engine; `done` is called with its path over there where that went well, a failure is told by the JobRunner.
    virtual void shareTextFile(const QString& path, std::function<void(const QString&)> done) = 0;
    /// The task's evaluation split as token rows of this model, in a file that the engine sees.
    virtual void writeTokens(const QString& modelPath, const TaskChoice& task, Done<QString> done) = 0;
    /// All runs, newest first.
    virtual void listRuns(Done<std::vector<RunRecord>> done) = 0;
    /// The measured runs of a model and task.
    virtual void measuredRuns(const std::string& modelIdentity, const std::string& task, Done<MeasuredRuns> done) = 0;
    /// Which of these figures runs have: an answer or nothing for each wish.
    virtual void findFigures(std::vector<FigureWish> wishes, FiguresDone done) = 0;
    /// The saliencies that `like` can be compared with, newest first.
    virtual void listSaliencies(const SaliencyPointer& like, Done<std::vector<SaliencyEntry>> done) = 0;
    /// Opens a saliency of `model` by its key. `done` is called again if a job that was lost is resumed.
    virtual void openSaliency(const QString& key, const ModelPointer& model, Done<SaliencyPointer> done) = 0;

protected:
    explicit WorkspaceAccess(EngineProcess& engine, QObject* parent) : QObject(parent), m_engine(engine) {}
    const EngineInfo& info() const { return m_engine.info(); }
    EngineProcess& engine() const { return m_engine; }

private:
    EngineProcess& m_engine;
};

}  // namespace tacq::ui

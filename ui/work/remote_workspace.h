#pragma once
#include <QJsonArray>
#include <memory>

#include "engine/artifact_cache.h"
#include "models/saliency/remote_saliency.h"
#include "work/job_runner.h"
#include "work/workspace_access.h"

namespace tacq::ui {

/// A workspace on another computer, whose files cannot be seen from here: the engine is asked, and parts of artifacts are brought into a cache.
class RemoteWorkspace : public WorkspaceAccess {
    Q_OBJECT
public:
    RemoteWorkspace(EngineProcess& engine, JobRunner& runner, QObject* parent);
    /// Where artifacts are kept; the system's cache folder unless tests say otherwise.
    void setCacheFolder(const QString& folder) { m_cache = std::make_unique<ArtifactCache>(engine(), folder); }

    /// An engine that has not spoken yet may be one that does.
    bool seesFiles() const override { return info().sharedFiles; }
    QString samplePath() const override { return info().sample; }
    void readModel(const QString& path, std::function<void(const ModelPointer&)> done) override;
    void shareTextFile(const QString& path, std::function<void(const QString&)> done) override;
    void writeTokens(const QString& modelPath, const TaskChoice& task, Done<QString> done) override;
    void listRuns(Done<std::vector<RunRecord>> done) override;
    void measuredRuns(const std::string& modelIdentity, const std::string& task, Done<MeasuredRuns> done) override;
    void findFigures(std::vector<FigureWish> wishes, FiguresDone done) override;
    void listSaliencies(const SaliencyPointer& like, Done<std::vector<SaliencyEntry>> done) override;
    void openSaliency(const QString& key, const ModelPointer& model, Done<SaliencyPointer> done) override;

private:
    void askForRuns(Done<QJsonArray> done);
    SaliencyLink linkTo(const QString& key);

    JobRunner& m_runner;
    std::unique_ptr<ArtifactCache> m_cache;
};

}  // namespace tacq::ui

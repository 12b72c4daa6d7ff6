#pragma once
#include <filesystem>

#include "tacq/task/task.h"
#include "work/job_runner.h"
#include "work/workspace_access.h"

namespace tacq::ui {

/// A workspace whose files can be seen from here: they are read, off the GUI thread.
class LocalWorkspace : public WorkspaceAccess {
    Q_OBJECT
public:
    /// How a saliency artifact is opened; tests put a made-up one in its place.
    using SaliencyOpener = std::function<Result<SaliencyPointer>(const std::filesystem::path&)>;

    LocalWorkspace(EngineProcess& engine, JobRunner& runner, TaskEnvironment tasks, QObject* parent);
    void setSaliencyOpener(SaliencyOpener opener) { m_open = std::move(opener); }

    bool seesFiles() const override { return true; }
    QString samplePath() const override;
    void readModel(const QString& path, std::function<void(const ModelPointer&)> done) override;
    void shareTextFile(const QString& path, std::function<void(const QString&)> done) override { done(path); }
    void writeTokens(const QString& modelPath, const TaskChoice& task, Done<QString> done) override;
    void listRuns(Done<std::vector<RunRecord>> done) override;
    void measuredRuns(const std::string& modelIdentity, const std::string& task, Done<MeasuredRuns> done) override;
    void findFigures(std::vector<FigureWish> wishes, FiguresDone done) override;
    void listSaliencies(const SaliencyPointer& like, Done<std::vector<SaliencyEntry>> done) override;
    void openSaliency(const QString& key, const ModelPointer& model, Done<SaliencyPointer> done) override;

private:
    JobRunner& m_runner;
    TaskEnvironment m_tasks;
    SaliencyOpener m_open;
};

}  // namespace tacq::ui

#include "work/local_workspace.h"

#include <utility>

#include "engine/foreign_names.h"
#include "models/quantize/evaluation_rows.h"
#include "models/shared/async.h"
#include "tacq/store/workspace.h"

namespace tacq::ui {

LocalWorkspace::LocalWorkspace(EngineProcess& engine, JobRunner& runner, TaskEnvironment tasks, QObject* parent)
    : WorkspaceAccess(engine, parent), m_runner(runner), m_tasks(std::move(tasks)), m_open(ui::openSaliency) {}

QString LocalWorkspace::samplePath() const { return QString::fromStdString(findSample().string()); }

void LocalWorkspace::readModel(const QString& path, std::function<void(const ModelPointer&)> done) {
    runAsync(this, [path] { return summarizeModel(path); },
             [this, done = std::move(done)](const Result<ModelPointer>& summary) {
                 if (summary.ok()) done(summary.value());
                 else m_runner.tellFailure(summary.error());
             });
}

void LocalWorkspace::writeTokens(const QString& modelPath, const TaskChoice& task, Done<QString> done) {
    runAsync(this, [modelPath, task, environment = m_tasks, folder = folder()] { return writeEvaluationRows(modelPath, task, environment, folder); }, std::move(done));
}

void LocalWorkspace::listRuns(Done<std::vector<RunRecord>> done) {
    runAsync(this, [folder = folder()] { return loadRuns(folder); }, std::move(done));
}

void LocalWorkspace::measuredRuns(const std::string& modelIdentity, const std::string& task, Done<MeasuredRuns> done) {
    runAsync(this,
             [folder = folder().toStdString(), modelIdentity, task]() -> Result<MeasuredRuns> {
                 TACQ_TRY(const Workspace workspace, Workspace::openForReading(folder));
                 return tacq::measuredRuns(workspace, modelIdentity, task);
             },
             std::move(done));
}

void LocalWorkspace::findFigures(std::vector<FigureWish> wishes, FiguresDone done) {
    if (wishes.empty()) return done({});
    listRuns([this, wishes = std::move(wishes), done = std::move(done)](Result<std::vector<RunRecord>> runs) {
        if (!runs.ok()) return done(std::vector<std::optional<QJsonObject>>(wishes.size()));
        runAsync(this, [runs = std::move(runs).value(), wishes] { return knownFigures(runs, wishes); }, done);
    });
}

void LocalWorkspace::listSaliencies(const SaliencyPointer& like, Done<std::vector<SaliencyEntry>> done) {
    // Before the engine has said where it works, nothing was made by it.
    const QString workspace = info().workspace;
    if (workspace.isEmpty()) return done(std::vector<SaliencyEntry>());
    runAsync(this, [workspace, like] { return ui::listSaliencies(workspace, like->meta()); }, std::move(done));
}

void LocalWorkspace::openSaliency(const QString& key, const ModelPointer&, Done<SaliencyPointer> done) {
    if (const Result<void> good = checkArtifactKey(key); !good.ok()) return done(good.error());
    const std::filesystem::path place = QStringLiteral("%1/artifacts/%2").arg(folder(), key).toStdString();
    runAsync(this, [open = m_open, place] { return open(place); }, std::move(done));
}

}  // namespace tacq::ui

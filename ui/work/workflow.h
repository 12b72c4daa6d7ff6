#pragma once
#include <QObject>
#include <functional>
#include <vector>

#include "engine/engine_process.h"
#include "models/budget/budget_model.h"
#include "models/shared/project.h"
#include "work/chosen_requests.h"
#include "work/job_runner.h"
#include "work/local_workspace.h"
#include "work/measurements.h"
#include "work/quantize_queue.h"
#include "work/remote_workspace.h"

namespace tacq::ui {

/// What a person can do, as engine jobs whose results land in the project. What is merely asked of the workspace, workspace() answers; whoever needs
/// nothing but work done uses runner(). Knows no widgets.
class Workflow : public QObject {
    Q_OBJECT
public:
    using SaliencyOpener = LocalWorkspace::SaliencyOpener;
    struct ExportOptions {
        QString source, folder, format;
        bool verify = true, force = false;
        QString title = {};   ///< of the job; empty: by its folder
    };

    Workflow(Project& project, BudgetModel& budget, EngineProcess& engine, QObject* parent = nullptr);
    void setSaliencyOpener(SaliencyOpener opener) { m_here->setSaliencyOpener(std::move(opener)); }
    void setCacheFolder(const QString& folder) { m_there->setCacheFolder(folder); }
    /// Edits of the model go where they can be taken back.
    void setEdits(QUndoStack* edits) { m_edits = edits; }

    JobRunner& runner() { return m_runner; }
    /// The workspace of the engine at hand. Another computer's engine may not have said yet whose files it sees; asked, it answers when it is there.
    WorkspaceAccess& workspace() const;
    const ChosenRequests& requests() const { return m_requests; }
    QuantizeQueue& queue() { return *m_queue; }
    Measurements& measurements() { return *m_measurements; }

    /// Where the bundled sample lies on this computer. openModel() takes the one that came with the engine for it.
    static QString samplePath();
    bool isSampleOpen() const;
    /// A path of the engine's computer, where that is another one.
    void openModel(const QString& path);
    void loadTasks();
    /// Renders the task's `split` (calibration or evaluation) as the model sees it; previewReady() follows.
    EngineJob* previewTask(int shown, const QString& split);

    /// Gradients and a simulated quantization of the budget's grid. Gradients that are in the workspace are used again. Waits its turn behind another
    /// task's run.
    EngineJob* runSaliency();
    /// The newest saliency job of the present model and task; null: none was asked for.
    EngineJob* activeSaliency() const;
    /// Opens a saliency of the workspace and shows it. Nobody is told of a broken one that nobody asked for.
    enum class IfBroken { Tell, LeaveOut };
    void openArtifact(const QString& key, IfBroken broken = IfBroken::Tell);
    /// The same run by another score, made by the engine where nobody did yet. `done` is called again if a job that was lost is resumed.
    EngineJob* makeScore(const SaliencyPointer& of, Method method, std::function<void(Result<SaliencyPointer>)> done);

    /// Queues the present budget. Null where its turn has not come yet.
    EngineJob* quantize();
    EngineJob* activeQuantize() const { return m_queue->activeJob(m_project.model()); }
    /// Waits or runs with exactly these settings.
    bool isQueued() const { return !m_queue->isIdle() && m_queue->holds(m_requests.quantize()); }
    /// The model of exactly these settings is among the results.
    bool isMade() const;
    /// exported() follows. The same once more while it is on its way: that job.
    EngineJob* exportModel(const ExportOptions& options);
    EngineJob* activeExport() const { return m_export; }
    /// Reads the measured runs of this model and task from the workspace into the budget model.
    void readMeasured();

signals:
    void modelOpened();
    void failed(const Error& error, EngineJob* job);
    void previewReady(const QJsonObject& result);
    /// Belongs to the page that asked, not to the banner: a slip in the person's own file.
    void previewFailed(const Error& error);
    void exported(const QJsonObject& result, const QString& folder);
    void jobsChanged();

private:
    /// What the engine measures models by, beside what this window knows to ask for.
    void takeMetrics();
    void takeModel(const ModelPointer& model);
    void openPending();
    void openFinished();
    void takeMade(const EngineJob& job, const ModelPointer& model);
    void noteStages(const EngineJob& job);

    Project& m_project;
    BudgetModel& m_budget;
    EngineProcess& m_engine;
    JobRunner m_runner;
    TaskEnvironment m_tasks;
    LocalWorkspace* m_here;
    RemoteWorkspace* m_there;
    ChosenRequests m_requests;
    QuantizeQueue* m_queue;
    Measurements* m_measurements;
    QString m_pendingModel;   ///< to be opened when the engine says whose files it sees
    bool m_readingMeasured = false, m_measuredAgain = false;
    struct SaliencyRun {
        EngineJob* job;
        ModelPointer model;
        TaskChoice task;
    };
    std::vector<SaliencyRun> m_saliencies;
    EngineJob* m_export = nullptr;
    QUndoStack* m_edits = nullptr;
};

}  // namespace tacq::ui

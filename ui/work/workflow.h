#pragma once
#include <QHash>
#include <QJsonArray>
#include <QObject>
#include <functional>
#include <memory>

#include "engine/artifact_cache.h"
#include "engine/engine_process.h"
#include "models/budget/budget_model.h"
#include "models/quantize/known_figures.h"
#include "models/runs/run_record.h"
#include "models/saliency/remote_saliency.h"
#include "models/saliency/saliency_catalogue.h"
#include "models/shared/project.h"
#include "work/measurements.h"
#include "work/quantize_queue.h"

namespace tacq::ui {

/// What a person can do, as engine jobs whose results land in the project. Knows no widgets.
class Workflow : public QObject {
    Q_OBJECT
public:
    /// How a saliency artifact is opened; tests put a made-up one in its place.
    using SaliencyOpener = std::function<Result<SaliencyPointer>(const std::filesystem::path&)>;
    struct ExportOptions {
        QString source, folder, format;
        bool verify = true, force = false;
    };

    Workflow(Project& project, BudgetModel& budget, EngineProcess& engine, QObject* parent = nullptr);
    void setSaliencyOpener(SaliencyOpener opener) { m_open = std::move(opener); }
    /// Where artifacts of another computer are kept; the system's cache folder unless tests say otherwise.
    void setCacheFolder(const QString& folder) { m_cache = std::make_unique<ArtifactCache>(m_engine, folder); }

    /// Sends any job; `done` is called when it ended well, a failure goes to failed(). What pages need beyond the jobs below.
    EngineJob* submit(JobRequest request, std::function<void(EngineJob&)> done);
    void cancel(EngineJob* job) { m_engine.cancel(job); }
    void resume(EngineJob* job) { m_engine.resume(job); }
    QString workspaceFolder() const;
    QString artifactFolder(const QString& key) const;   ///< of an engine that shares files; empty for what is no artifact's key
    const SaliencyOpener& saliencyOpener() const { return m_open; }

    /// Where the bundled sample lies on this computer. openModel() takes the one that came with the engine for it.
    static QString samplePath();
    bool isSampleOpen() const;
    /// A path of the engine's computer, where that is another one.
    void openModel(const QString& path);
    /// Hands a file of this computer to the engine; `done` is called with its path over there (the same where files are shared).
    void shareTextFile(const QString& path, std::function<void(const QString&)> done);
    void loadTasks();
    /// Renders the task's `split` (calibration or evaluation) as the model sees it; `shown` samples come with the answer, the counts are of all.
    EngineJob* previewTask(int shown, const QString& split);
    /// The beginning of a text of the task that the model is not calibrated on, to be tried on it; `done` is called on the GUI thread, where there is one.
    void sampleToTry(std::function<void(const QString& text)> done);
    /// Gradients and a simulated quantization of the budget's grid. Gradients that are in the workspace are used again. Waits its turn behind another
    /// task's run.
    EngineJob* runSaliency();
    /// Opens a saliency of the workspace and shows it. Nobody is told of a broken one that nobody asked for.
    enum class IfBroken { Tell, LeaveOut };
    void openArtifact(const QString& key, IfBroken broken = IfBroken::Tell);
    /// Paths of runs and artifacts are files that can be looked at from here.
    bool seesFiles() const { return m_engine.info().sharedFiles; }
    /// Which of these figures runs of the workspace have; `done` is called on the GUI thread, with an answer or nothing for each wish.
    void findFigures(std::vector<FigureWish> wishes, std::function<void(const std::vector<std::optional<QJsonObject>>&)> done);
    /// Edits of the model go where they can be taken back.
    void setEdits(QUndoStack* edits) { m_edits = edits; }
    /// Queues the present budget. Null where its turn has not come yet.
    EngineJob* quantize();
    /// Waits or runs with exactly these settings.
    bool isQueued() const { return m_queue->holds(quantizeRequest()); }
    /// The model of exactly these settings is among the results.
    bool isMade() const;
    QuantizeQueue& queue() { return *m_queue; }
    Measurements& measurements() { return *m_measurements; }
    /// For the queue: sends it now.
    EngineJob* submitQuantize(const JobRequest& request, const ModelPointer& model);
    /// The task's evaluation split as token rows of this model, in a file that the engine sees; `done` is called on the GUI thread.
    using TokensDone = std::function<void(Result<QString>)>;
    void tokensToMeasure(const QString& modelPath, const TaskChoice& task, TokensDone done);
    EngineJob* exportModel(const ExportOptions& options);
    /// Any export, as the Export page shows it: exported() follows.
    EngineJob* submitExport(const JobRequest& request);

    /// Asks the engine for widths per tensor within a size (`budget --mixed`), leaving locked tensors as they are.
    JobRequest widthsRequest(const BudgetRequest& target, bool vllmSafe, bool ggufSafe) const;
    /// All runs of the engine's workspace, newest first; `done` is called on the GUI thread.
    void listRuns(std::function<void(Result<std::vector<RunRecord>>)> done);
    /// The saliencies of the engine's workspace that `like` can be compared with, newest first, and one of them opened, wherever it lies. `done` is called
    /// on the GUI thread.
    void listSaliencies(const SaliencyPointer& like, std::function<void(Result<std::vector<SaliencyEntry>>)> done);
    void openListed(const QString& key, std::function<void(Result<SaliencyPointer>)> done);
    /// The same run by another score, made by the engine where nobody did yet. `done` is called again if a job that was lost is resumed.
    EngineJob* makeScore(const SaliencyPointer& of, Method method, std::function<void(Result<SaliencyPointer>)> done);
    /// Whether `of` lies in the engine's workspace.
    bool canScore(const SaliencyPointer& of) const { return m_keys.contains(of.get()); }
    /// Reads the measured runs of this model and task from the workspace into the budget model.
    void readMeasured();
    /// The command behind the next Quantize, for the status line.
    JobRequest quantizeRequest() const;
    JobRequest saliencyRequest() const;
    /// The newest saliency job of the present model and task; null: none was asked for.
    EngineJob* activeSaliency() const;
    EngineJob* activeQuantize() const { return m_queue->activeJob(m_project.model()); }
    EngineJob* activeExport() const { return m_export; }
    const EngineProcess& engine() const { return m_engine; }

    /// Tells of a failure, unless the engine's own message does.
    void tellFailure(const Error& error);

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
    void modelIsOpen(const Result<ModelPointer>& summary);
    void openHere(const QString& path);
    void openThere(const QString& path);
    void openPending();
    void openFinished();
    void fetchSketch(const QString& key, IfBroken broken);
    void bringSaliency(const QString& key, std::function<void(Result<SaliencyPointer>)> done);
    SaliencyLink linkTo(const QString& key);
    /// Runs can be read from the workspace's files; else the engine is asked for them.
    bool workspaceIsHere() const;
    void askForRuns(std::function<void(Result<QJsonArray>)> done);
    void tokensThere(const QString& modelPath, const TaskChoice& task, TokensDone done);
    /// A small request whose failure is the asker's business.
    void ask(JobRequest request, std::function<void(Result<QJsonObject>)> done);
    void finishQuantize(const EngineJob& job, const ModelPointer& model);
    void noteStages(const EngineJob& job);
    QString outputFolder(const QJsonObject& params) const;
    /// What of the overrides shapes a result, as the engine wants it and as a mark in a folder's name. Kept while they stay: it is asked at every step
    /// of a slider.
    struct Overrides {
        RecipePointer of;
        int bits = 0;
        std::int64_t groupSize = 0;
        QJsonObject recipe;
        QString mark;
    };
    const Overrides& overrides() const;

    Project& m_project;
    BudgetModel& m_budget;
    EngineProcess& m_engine;
    SaliencyOpener m_open = openSaliency;
    std::unique_ptr<ArtifactCache> m_cache;
    QString m_pendingModel;   ///< to be opened when the engine says whose files it sees
    TaskEnvironment m_tasks;
    QHash<const SaliencySource*, QString> m_keys;
    mutable Overrides m_overrides;
    bool m_readingMeasured = false, m_measuredAgain = false;
    struct SaliencyRun {
        EngineJob* job;
        ModelPointer model;
        TaskChoice task;
    };
    std::vector<SaliencyRun> m_saliencies;
    EngineJob* m_export = nullptr;
    QuantizeQueue* m_queue;
    QUndoStack* m_edits = nullptr;
    Measurements* m_measurements;
};

}  // namespace tacq::ui

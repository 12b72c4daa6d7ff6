#include "work/workflow.h"

#include <QFileInfo>
#include <QTimer>
#include <algorithm>
#include <utility>

#include "models/shared/async.h"
#include "models/shared/job_results.h"
#include "models/shared/json_lines.h"
#include "tacq/command/requests.h"
#include "text/task_text.h"
#include "work/recollection.h"

namespace tacq::ui {
namespace {

QString text(const QJsonObject& object, const char* key) { return object.value(QLatin1String(key)).toString(); }
double number(const QJsonObject& object, const char* key) { return object.value(QLatin1String(key)).toDouble(); }

TaskEnvironment bundledTasks() {
    TaskEnvironment environment;
    environment.resources = findResources();
    return environment;
}

/// Another model takes the place of the one before, whose overrides name its tensors: taken back, both are there again.
class OpenModelEdit : public QUndoCommand {
public:
    OpenModelEdit(Project& project, BudgetModel& budget, ModelPointer after)
        : QUndoCommand(Workflow::tr("open %1").arg(after->name)), m_project(project), m_budget(budget), m_before(project.model()), m_after(std::move(after)),
          m_settings(budget.settings()) {}
    void redo() override { m_project.setModel(m_after); }
    void undo() override {
        m_project.setModel(m_before);
        m_budget.putBack(m_settings);
    }

private:
    Project& m_project;
    BudgetModel& m_budget;
    ModelPointer m_before, m_after;
    BudgetSettings m_settings;
};

}  // namespace

Workflow::Workflow(Project& project, BudgetModel& budget, EngineProcess& engine, QObject* parent)
    : QObject(parent), m_project(project), m_budget(budget), m_engine(engine), m_runner(engine), m_tasks(bundledTasks()), m_here(new LocalWorkspace(engine, m_runner, m_tasks, this)),
      m_there(new RemoteWorkspace(engine, m_runner, this)), m_requests(project, budget, [this] { return workspace().folder(); }), m_queue(new QuantizeQueue(m_runner, this)),
      m_measurements(new Measurements(project, m_runner, [this]() -> WorkspaceAccess& { return workspace(); }, this)) {
    new Recollection(project, budget, *this);
    connect(&m_runner, &JobRunner::failed, this, &Workflow::failed);
    connect(&m_runner, &JobRunner::jobsChanged, this, &Workflow::jobsChanged);
    connect(&m_runner, &JobRunner::succeeded, this, [this](const EngineJob* job) { noteStages(*job); });
    connect(m_queue, &QuantizeQueue::made, this, [this](const EngineJob* job, const ModelPointer& model) { takeMade(*job, model); });
    connect(&engine, &EngineProcess::stateChanged, this, &Workflow::openPending);
    connect(&engine, &EngineProcess::stateChanged, this, &Workflow::takeMetrics);
    connect(&budget, &BudgetModel::settingsChanged, this, [this] { m_project.wantGrid(m_budget.settings().grid); });
    connect(&project, &Project::saliencyChanged, this, [this] {
        m_budget.setSource(m_project.saliency());
        readMeasured();
        // Done while another task was chosen: it is shown now that the person is back. Not at once, for its saliency may be about to be put back.
        if (!m_project.saliency()) QTimer::singleShot(0, this, &Workflow::openFinished);
    });
    connect(&project, &Project::resultsChanged, this, &Workflow::readMeasured);
    connect(&project, &Project::modelChanged, &budget, &BudgetModel::dropOverrides);
}

WorkspaceAccess& Workflow::workspace() const {
    const bool here = m_engine.info().sharedFiles && (!m_engine.isRemote() || m_engine.info().protocol > 0);
    return here ? static_cast<WorkspaceAccess&>(*m_here) : *m_there;
}

void Workflow::takeMetrics() {
    if (m_engine.state() != EngineProcess::State::Ready || m_engine.info().metrics.isEmpty()) return;
    std::vector<Metric> theirs;
    for (const EngineMetric& metric : m_engine.info().metrics) {
        Metric taken;
        taken.name = metric.name;
        taken.title = metric.title;
        taken.toolTip = metric.description;
        taken.lowerIsBetter = metric.lowerIsBetter;
        taken.ofOriginal = !metric.needsOriginal;
        theirs.push_back(std::move(taken));
    }
    m_measurements->setMetrics(MetricRegistry::withTheirs(theirs));
}

QString Workflow::samplePath() { return QString::fromStdString(findSample().string()); }

void Workflow::openModel(const QString& path) {
    m_pendingModel = path;
    // Whose files the path is about, only the engine can say, where it may be another computer's.
    if (m_engine.isRemote()) m_engine.start();
    openPending();
}

void Workflow::openPending() {
    const bool ready = m_engine.state() == EngineProcess::State::Ready;
    if (m_pendingModel.isEmpty() || (m_engine.isRemote() && !ready && m_engine.state() != EngineProcess::State::Lost)) return;
    const QString path = std::exchange(m_pendingModel, QString());
    // Without that engine there are the files of this computer.
    WorkspaceAccess& from = m_engine.isRemote() && ready ? workspace() : *m_here;
    // The same sample comes with the engine, wherever it lies there.
    from.readModel(path == samplePath() && !from.samplePath().isEmpty() ? from.samplePath() : path, [this](const ModelPointer& model) { takeModel(model); });
}

bool Workflow::isSampleOpen() const {
    return m_project.model() && (m_project.model()->path == samplePath() || m_project.model()->path == workspace().samplePath());
}

void Workflow::takeModel(const ModelPointer& model) {
    const ModelPointer before = m_project.model();
    if (m_edits && before && before->path != model->path) m_edits->push(new OpenModelEdit(m_project, m_budget, model));
    else m_project.setModel(model);
    m_engine.start();
    emit modelOpened();
}

void Workflow::loadTasks() {
    runAsync(this, [environment = m_tasks] { return listTasks(environment); },
             [this](Result<std::vector<TaskInfo>> tasks) {
                 if (tasks.ok()) {
                     translateTasks(tasks.value());
                     m_project.setTasks(std::move(tasks).value());
                 } else emit failed(tasks.error(), nullptr);
             });
}

EngineJob* Workflow::previewTask(int shown, const QString& split) {
    if (!m_project.model()) return nullptr;
    EngineJob* job = m_runner.send(m_requests.preview(shown, split));
    connect(job, &EngineJob::finished, this, [this, job, asked = m_project.task(), model = m_project.model()] {
        if (!(asked == m_project.task()) || model != m_project.model()) return;
        if (job->state() == JobState::Done) emit previewReady(job->result());
        else if (job->state() == JobState::Failed) emit previewFailed(job->error());
    });
    return job;
}

EngineJob* Workflow::activeSaliency() const {
    const auto newest = std::find_if(m_saliencies.rbegin(), m_saliencies.rend(), [this](const SaliencyRun& run) { return run.model == m_project.model() && run.task == m_project.task(); });
    return newest == m_saliencies.rend() ? nullptr : newest->job;
}

EngineJob* Workflow::runSaliency() {
    EngineJob* active = activeSaliency();
    if (!m_project.model() || (active && !active->isFinished())) return active;
    const ModelPointer model = m_project.model();
    const TaskChoice task = m_project.task();
    EngineJob* job = m_runner.submit(m_requests.saliency(), [this, model, task](const EngineJob& done) {
        // The person may have gone on to another model or task meanwhile; the artifact stays in the workspace for when they come back.
        if (model == m_project.model() && task == m_project.task()) openArtifact(text(done.result(), "artifact"));
    });
    m_saliencies.push_back({job, model, task});
    emit jobsChanged();
    return job;
}

void Workflow::openFinished() {
    const EngineJob* job = activeSaliency();
    if (job && job->state() == JobState::Done && !m_project.saliency()) openArtifact(text(job->result(), "artifact"));
}

void Workflow::openArtifact(const QString& key, IfBroken broken) {
    workspace().openSaliency(key, m_project.model(), [this, broken, model = m_project.model(), task = m_project.task()](Result<SaliencyPointer> saliency) {
        // Another model or task was chosen while this was read; what was brought from elsewhere stays in the cache.
        if (model != m_project.model() || !(task == m_project.task())) return;
        if (saliency.ok()) m_project.addSaliency(std::move(saliency).value());
        else if (broken == IfBroken::Tell) m_runner.tellFailure(saliency.error());
    });
}

EngineJob* Workflow::makeScore(const SaliencyPointer& of, Method method, std::function<void(Result<SaliencyPointer>)> done) {
    const ScoreRequest request{of->key(), method};
    EngineJob* job = m_runner.send({QStringLiteral("circuit-score"), jsonObject(request.toJson()), tr("Scores for comparison: %1").arg(scoreName(method)), true});
    emit jobsChanged();
    connect(job, &EngineJob::finished, this, [this, job, model = m_project.model(), done = std::move(done)] {
        emit jobsChanged();
        if (model != m_project.model()) return;
        if (job->state() == JobState::Done) workspace().openSaliency(text(job->result(), "artifact"), model, done);
        else done(job->error());
    });
    return job;
}

void Workflow::readMeasured() {
    if (!m_project.saliency()) return m_budget.setMeasured({});
    if (m_readingMeasured) {
        m_measuredAgain = true;
        return;
    }
    m_readingMeasured = true;
    const std::string identity = m_project.saliency()->meta().modelIdentity, task = m_project.saliency()->meta().taskName;
    workspace().measuredRuns(identity, task, [this, identity, task](Result<MeasuredRuns> runs) {
        m_readingMeasured = false;
        const SaliencyPointer& now = m_project.saliency();
        if (runs.ok() && now && now->meta().modelIdentity == identity && now->meta().taskName == task) m_budget.setMeasured(std::move(runs).value());
        if (std::exchange(m_measuredAgain, false)) readMeasured();
    });
}

EngineJob* Workflow::quantize() { return m_project.model() ? m_queue->add(m_requests.quantize(), m_project.model()) : nullptr; }

bool Workflow::isMade() const {
    return !m_project.results().empty() && m_project.result(text(m_requests.quantize().params, "out"));
}

void Workflow::takeMade(const EngineJob& job, const ModelPointer& model) {
    if (model != m_project.model()) return m_queue->noteMeasured(&job);
    const QuantizedResult result = quantizedResult(job.request().params, job.result(), job.seconds(), model->quantizable);
    m_project.addResult(result);
    m_measurements->measureMissing(result.folder, [this, done = &job] { m_queue->noteMeasured(done); });
}

EngineJob* Workflow::exportModel(const ExportOptions& options) {
    ExportRequest request;
    request.source = options.source.toStdString();
    request.out = options.folder.toStdString();
    request.format = options.format.toStdString();
    request.verify = options.verify;
    request.force = options.force;
    const QJsonObject params = jsonObject(request.toJson());
    if (m_export && !m_export->isFinished() && m_export->request().params == params) return m_export;
    const QString title = options.title.isEmpty() ? tr("Export to %1").arg(QFileInfo(options.folder).fileName()) : options.title;
    m_export = m_runner.submit({QStringLiteral("export"), params, title, true}, [this, folder = options.folder](const EngineJob& job) { emit exported(job.result(), folder); });
    return m_export;
}

void Workflow::noteStages(const EngineJob& job) {
    // What was really read; an older engine does not say.
    const double asked = number(job.request().params, "samples") * usedTokens(m_project, number(job.request().params, "tokens"));
    const double tokens = asked > 0 && number(job.result(), "tokens") > 0 ? number(job.result(), "tokens") : asked;
    if (!(tokens > 0)) return;
    for (const QJsonValue& value : job.result().value(QLatin1String("stages")).toArray()) {
        const QJsonObject stage = value.toObject();
        if (!stage.value(QLatin1String("reused")).toBool()) m_project.noteStageSeconds(text(stage, "name"), number(stage, "seconds"), tokens);
    }
}

}  // namespace tacq::ui

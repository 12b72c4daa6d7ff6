#include "work/workflow.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QTimer>
#include <algorithm>
#include <utility>

#include "engine/foreign_names.h"
#include "models/quantize/evaluation_rows.h"
#include "models/shared/async.h"
#include "models/shared/calibration.h"
#include "models/shared/format.h"
#include "models/shared/job_results.h"
#include "models/shared/json_lines.h"
#include "models/smaller/smaller_choices.h"
#include "tacq/store/measured_points.h"
#include "tacq/store/workspace.h"
#include "text/task_text.h"
#include "work/recollection.h"

namespace tacq::ui {
namespace {

QString text(const QJsonObject& object, const char* key) { return object.value(QLatin1String(key)).toString(); }
double number(const QJsonObject& object, const char* key) { return object.value(QLatin1String(key)).toDouble(); }

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
    : QObject(parent), m_project(project), m_budget(budget), m_engine(engine), m_cache(std::make_unique<ArtifactCache>(engine)), m_queue(new QuantizeQueue(*this)),
      m_measurements(new Measurements(project, *this)) {
    new Recollection(project, budget, *this);
    m_tasks.resources = findResources();
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
    if (!m_engine.isRemote()) return openHere(path);
    // Whose files the path is about, only the engine can say.
    m_pendingModel = path;
    m_engine.start();
    openPending();
}

void Workflow::openPending() {
    const bool ready = m_engine.state() == EngineProcess::State::Ready;
    if (m_pendingModel.isEmpty() || (!ready && m_engine.state() != EngineProcess::State::Lost)) return;
    const QString path = std::exchange(m_pendingModel, QString());
    if (!ready || m_engine.info().sharedFiles) return openHere(path);
    // The same sample comes with the engine, wherever it lies there.
    openThere(path == samplePath() && !m_engine.info().sample.isEmpty() ? m_engine.info().sample : path);
}

bool Workflow::isSampleOpen() const {
    return m_project.model() && (m_project.model()->path == samplePath() || (!m_engine.info().sharedFiles && m_project.model()->path == m_engine.info().sample));
}

void Workflow::openHere(const QString& path) {
    runAsync(this, [path] { return summarizeModel(path); }, [this](const Result<ModelPointer>& summary) { modelIsOpen(summary); });
}

void Workflow::modelIsOpen(const Result<ModelPointer>& summary) {
    if (!summary.ok()) {
        emit failed(summary.error(), nullptr);
        return;
    }
    const ModelPointer before = m_project.model();
    if (m_edits && before && before->path != summary.value()->path) m_edits->push(new OpenModelEdit(m_project, m_budget, summary.value()));
    else m_project.setModel(summary.value());
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

EngineJob* Workflow::submit(JobRequest request, std::function<void(EngineJob&)> done) {
    EngineJob* job = m_engine.submit(std::move(request));
    connect(job, &EngineJob::stateChanged, this, &Workflow::jobsChanged);
    connect(job, &EngineJob::finished, this, [this, job, done = std::move(done)] {
        if (job->state() == JobState::Done) {
            noteStages(*job);
            done(*job);
        } else if (job->state() != JobState::Cancelled) {
            emit failed(job->error(), job);
        }
        emit jobsChanged();
    });
    emit jobsChanged();
    return job;
}

EngineJob* Workflow::previewTask(int shown, const QString& split) {
    if (!m_project.model()) return nullptr;
    const TaskChoice asked = m_project.task();
    TaskShowRequest request;
    request.model = m_project.model()->path.toStdString();
    request.calibration = calibrationOf(asked);
    request.calibration.sampling.split = split.toStdString();
    request.show = shown;
    EngineJob* job = m_engine.submit({QStringLiteral("task-show"), jsonObject(request.toJson()), tr("Preview of %1").arg(asked.title()), false});
    connect(job, &EngineJob::finished, this, [this, job, asked, model = m_project.model()] {
        if (!(asked == m_project.task()) || model != m_project.model()) return;
        if (job->state() == JobState::Done) emit previewReady(job->result());
        else if (job->state() == JobState::Failed) emit previewFailed(job->error());
    });
    return job;
}

void Workflow::sampleToTry(std::function<void(const QString&)> done) {
    if (!m_project.model()) return;
    const TaskChoice asked = m_project.task();
    TaskShowRequest request;
    request.model = m_project.model()->path.toStdString();
    request.calibration = calibrationOf(asked);
    request.calibration.sampling.split = "evaluation";
    request.show = 1;
    ask({QStringLiteral("task-show"), jsonObject(request.toJson()), {}, false}, [this, asked, model = m_project.model(), done = std::move(done)](const Result<QJsonObject>& shown) {
        if (!shown.ok() || model != m_project.model() || !(asked == m_project.task())) return;
        done(shown.value().value(QLatin1String("samples")).toArray().at(0).toObject().value(QLatin1String("text")).toString());
    });
}

JobRequest Workflow::saliencyRequest() const {
    SaliencyRequest request;
    if (m_project.model()) request.model = m_project.model()->path.toStdString();
    request.calibration = calibrationOf(m_project.task());
    request.grid = m_budget.settings().grid;
    return {QStringLiteral("saliency"), jsonObject(request.toJson()), tr("Saliency of %1, %2 bit").arg(m_project.task().title()).arg(m_budget.settings().grid.bits), true};
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
    EngineJob* job = submit(saliencyRequest(), [this, model, task](EngineJob& done) {
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
    if (!m_engine.info().sharedFiles) return fetchSketch(key, broken);
    if (const Result<void> good = checkArtifactKey(key); !good.ok()) return tellFailure(good.error());
    const std::filesystem::path folder = artifactFolder(key).toStdString();
    runAsync(this, [open = m_open, folder] { return open(folder); },
             [this, key, broken, model = m_project.model(), task = m_project.task()](Result<SaliencyPointer> saliency) {
                 // Another model or task was chosen while this was read.
                 if (model != m_project.model() || !(task == m_project.task())) return;
                 if (saliency.ok()) m_keys.insert(saliency.value().get(), key);
                 if (saliency.ok()) m_project.addSaliency(std::move(saliency).value());
                 else if (broken == IfBroken::Tell) emit failed(saliency.error(), nullptr);
             });
}

QString Workflow::workspaceFolder() const {
    const QString said = m_engine.info().workspace, asked = m_engine.command().workspace;
    // `ws/` and `ws` are one: runs keep their paths without doubled slashes, and are known by them.
    return QDir::cleanPath(!said.isEmpty() ? said : !asked.isEmpty() ? asked : QString::fromStdString(Workspace::defaultFolder().string()));
}

const Workflow::Overrides& Workflow::overrides() const {
    const BudgetSettings& settings = m_budget.settings();
    if (m_overrides.of == settings.overrides && m_overrides.bits == settings.grid.bits && m_overrides.groupSize == settings.grid.groupSize) return m_overrides;
    m_overrides = {settings.overrides, settings.grid.bits, settings.grid.groupSize, {}, {}};
    const Recipe effective = effectiveRecipe(settings.recipe(), settings.grid);
    if (effective.empty()) return m_overrides;
    const QByteArray text = QByteArray::fromStdString(recipeToJson(effective, -1));
    m_overrides.recipe = QJsonDocument::fromJson(text).object();
    m_overrides.mark = QLatin1String("-mix") + QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().left(8));
    return m_overrides;
}

bool Workflow::workspaceIsHere() const {
    // Another computer's engine may not have said yet whose files it sees; asked, it answers when it is there.
    return m_engine.info().sharedFiles && (!m_engine.isRemote() || m_engine.info().protocol > 0);
}

void Workflow::listRuns(std::function<void(Result<std::vector<RunRecord>>)> done) {
    if (workspaceIsHere()) return runAsync(this, [folder = workspaceFolder()] { return loadRuns(folder); }, std::move(done));
    askForRuns([this, done = std::move(done)](Result<QJsonArray> runs) {
        if (!runs.ok()) return done(runs.error());
        runAsync(this, [runs = std::move(runs).value()]() -> Result<std::vector<RunRecord>> { return runRecordsFrom(runs); }, done);
    });
}

void Workflow::findFigures(std::vector<FigureWish> wishes, std::function<void(const std::vector<std::optional<QJsonObject>>&)> done) {
    // Another computer's texts lie in files without a name of their own: no run can be known by them.
    if (wishes.empty() || !seesFiles()) return done(std::vector<std::optional<QJsonObject>>(wishes.size()));
    const auto sift = [this, wishes = std::move(wishes), done = std::move(done)](Result<std::vector<RunRecord>> runs) {
        if (!runs.ok()) return done(std::vector<std::optional<QJsonObject>>(wishes.size()));
        runAsync(this, [runs = std::move(runs).value(), wishes] { return knownFigures(runs, wishes); }, done);
    };
    listRuns(sift);
}

void Workflow::readMeasured() {
    if (!m_project.saliency()) return m_budget.setMeasured({});
    if (m_readingMeasured) {
        m_measuredAgain = true;
        return;
    }
    m_readingMeasured = true;
    const std::string identity = m_project.saliency()->meta().modelIdentity, task = m_project.saliency()->meta().taskName;
    const auto take = [this, identity, task](Result<MeasuredRuns> runs) {
        m_readingMeasured = false;
        const SaliencyPointer& now = m_project.saliency();
        if (runs.ok() && now && now->meta().modelIdentity == identity && now->meta().taskName == task) m_budget.setMeasured(std::move(runs).value());
        if (std::exchange(m_measuredAgain, false)) readMeasured();
    };
    if (workspaceIsHere())
        return runAsync(this,
                        [folder = workspaceFolder().toStdString(), identity, task]() -> Result<MeasuredRuns> {
                            TACQ_TRY(const Workspace workspace, Workspace::openForReading(folder));
                            return measuredRuns(workspace, identity, task);
                        },
                        take);
    askForRuns([this, identity, task, take](Result<QJsonArray> runs) {
        if (!runs.ok()) return take(runs.error());
        runAsync(this,
                 [runs = std::move(runs).value(), identity, task]() -> Result<MeasuredRuns> {
                     std::vector<RunInfo> infos;
                     for (const QJsonValue& run : runs) infos.push_back(runFromJson(run.toObject()));
                     return measuredRuns(infos, identity, task);
                 },
                 take);
    });
}

JobRequest Workflow::widthsRequest(const BudgetRequest& target, bool vllmSafe, bool ggufSafe) const {
    const BudgetSettings& settings = m_budget.settings();
    SizesRequest request;
    request.artifact = m_keys.value(m_project.saliency().get()).toStdString();
    request.bits = settings.grid.bits;
    request.groupSize = settings.grid.groupSize;
    request.symmetric = settings.grid.symmetry == Symmetry::Symmetric;
    request.budget = target;
    request.dense.embeddingBits = settings.embeddings;
    request.recipe = settings.recipe();  // whole, not only what shapes a result: locks and groups matter here
    request.mixed = true;
    request.vllmSafe = vllmSafe;
    request.ggufSafe = ggufSafe;
    return {QStringLiteral("budget"), jsonObject(request.toJson()), tr("Choose widths"), true};
}

QString Workflow::artifactFolder(const QString& key) const {
    return checkArtifactKey(key).ok() ? QStringLiteral("%1/artifacts/%2").arg(workspaceFolder(), key) : QString();
}

QString Workflow::outputFolder(const QJsonObject& params) const {
    const BudgetSettings& settings = m_budget.settings();
    const QString name = fileName(m_project.model() ? m_project.model()->name : QString());
    const QString group = settings.grid.groupSize > 0 ? QStringLiteral("-g%1").arg(settings.grid.groupSize) : QString();
    QString more = settings.grid.symmetry == Symmetry::Symmetric ? QStringLiteral("-sym") : QString();
    if (settings.embeddings == EmbeddingBits::Eight) more += QLatin1String("-emb8");
    more += overrides().mark;
    // What the name does not say is in the hash: different settings never share a folder.
    const QByteArray hash = QCryptographicHash::hash(QJsonDocument(params).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256).toHex().left(6);
    return QStringLiteral("%1/models/%2-%3-%4bit%5-%6%7-%8").arg(workspaceFolder(), name, fileName(m_project.task().text()))
        .arg(settings.grid.bits).arg(group, QString::number(settings.fraction * 100, 'g', 10), more, QString::fromLatin1(hash));
}

JobRequest Workflow::quantizeRequest() const {
    const BudgetSettings& settings = m_budget.settings();
    QuantizeRequest request;
    if (m_project.model()) request.model = m_project.model()->path.toStdString();
    request.calibration = calibrationOf(m_project.task());
    request.grid = settings.grid;
    request.dense.embeddingBits = settings.embeddings;
    request.budget.outlierFraction = settings.fraction;
    request.format = "tacq";
    QJsonObject params = jsonObject(request.toJson());
    // As JSON already: this is asked at every step of a slider.
    if (!overrides().recipe.isEmpty()) params.insert(QStringLiteral("recipe"), overrides().recipe);
    params.insert(QStringLiteral("out"), outputFolder(params));
    params.insert(QStringLiteral("force"), true);
    return {QStringLiteral("quantize"), params, tr("Quantize to %1").arg(nameAlone(settingParts(params))), true};
}

EngineJob* Workflow::quantize() { return m_project.model() ? m_queue->add(quantizeRequest(), m_project.model()) : nullptr; }

bool Workflow::isMade() const {
    return m_project.result(text(quantizeRequest().params, "out")) != nullptr;
}

EngineJob* Workflow::submitQuantize(const JobRequest& request, const ModelPointer& model) {
    return submit(request, [this, model](EngineJob& job) { finishQuantize(job, model); });
}

void Workflow::finishQuantize(const EngineJob& job, const ModelPointer& model) {
    if (model != m_project.model()) return m_queue->noteMeasured(&job);
    const QuantizedResult result = quantizedResult(job.request().params, job.result(), job.seconds(), model->quantizable);
    m_project.addResult(result);
    m_measurements->measureMissing(result.folder, [this, done = &job] { m_queue->noteMeasured(done); });
}

void Workflow::tokensToMeasure(const QString& modelPath, const TaskChoice& task, TokensDone done) {
    if (!m_engine.info().sharedFiles) return tokensThere(modelPath, task, std::move(done));
    runAsync(this, [modelPath, task, environment = m_tasks, folder = workspaceFolder()] { return writeEvaluationRows(modelPath, task, environment, folder); }, std::move(done));
}

EngineJob* Workflow::exportModel(const ExportOptions& options) {
    if (m_export && !m_export->isFinished()) return m_export;
    const ExportRequest request{options.source.toStdString(), options.folder.toStdString(), options.format.toStdString(), {}, options.verify, options.force};
    return submitExport({QStringLiteral("export"), jsonObject(request.toJson()), tr("Export to %1").arg(QFileInfo(options.folder).fileName()), true});
}

EngineJob* Workflow::submitExport(const JobRequest& request) {
    m_export = submit(request, [this, folder = text(request.params, "out")](EngineJob& job) { emit exported(job.result(), folder); });
    return m_export;
}

void Workflow::noteStages(const EngineJob& job) {
    // What was really read; an older engine does not say.
    const double asked = number(job.request().params, "samples") * m_project.usedTokens(number(job.request().params, "tokens"));
    const double tokens = asked > 0 && number(job.result(), "tokens") > 0 ? number(job.result(), "tokens") : asked;
    if (!(tokens > 0)) return;
    for (const QJsonValue& value : job.result().value(QLatin1String("stages")).toArray()) {
        const QJsonObject stage = value.toObject();
        if (!stage.value(QLatin1String("reused")).toBool()) m_project.noteStageSeconds(text(stage, "name"), number(stage, "seconds"), tokens);
    }
}

}  // namespace tacq::ui

#include "work/smaller_run.h"

#include <QJsonArray>
#include <QPointer>
#include <algorithm>

#include "models/shared/calibration.h"
#include "models/shared/job_results.h"
#include "models/shared/json_lines.h"

namespace tacq::ui {
namespace {

// Reading and writing the files once or twice; no arithmetic worth counting.
constexpr double kDeliverSeconds = 2;

}  // namespace

SmallerRun::SmallerRun(Project& project, BudgetModel& budget, Workflow& workflow, EngineProcess& engine, QObject* parent)
    : QObject(parent), m_project(project), m_budget(budget), m_workflow(workflow), m_engine(engine) {}

int SmallerRun::stepCount() const { return m_order.format == QLatin1String("tacq") ? 4 : 5; }

QString SmallerRun::stepText() const {
    switch (m_step) {
        case Step::Look: return tr("Finding the weights that matter for %1").arg(m_order.task.displayName);
        case Step::Make: return tr("Making the smaller model");
        case Step::MeasureBefore: return tr("Measuring the original");
        case Step::MeasureAfter: return tr("Measuring the smaller model");
        case Step::Deliver: return tr("Writing the folder");
    }
    return {};
}

BudgetSettings SmallerRun::settingsOf(const SmallerPlan& plan) {
    BudgetSettings settings;
    settings.grid = plan.grid;
    settings.fraction = plan.fraction;
    settings.embeddings = plan.embeddingBits;
    return settings;
}

void SmallerRun::start(const SmallerOrder& order) {
    if (isBusy() || !order.model) return;
    m_order = order;
    m_outcome = {};
    m_outcome.folder = order.folder;
    m_outcome.originalBytes = order.model->bytes;
    m_error = {};
    m_step = Step::Look;
    m_spent = m_plannedSpent = m_furthest = 0;
    ++m_round;
    // The same settings as on the pages for experts, which show this run from now on.
    m_project.setTask(order.task);
    m_budget.setSettings(settingsOf(order.plan), tr("make it smaller"));
    setState(State::Running);
    runStep();
}

void SmallerRun::cancel() {
    if (m_state != State::Running) return;
    setState(State::Cancelling);
    if (m_job && !m_job->isFinished()) m_engine.cancel(m_job);
}

void SmallerRun::resume() {
    if (m_state != State::Cancelled && m_state != State::Failed) return;
    m_error = {};
    m_stepClock.start();
    setState(State::Running);
    if (m_job && m_job->isResumable()) m_engine.resume(m_job);
    else runStep();
}

void SmallerRun::setState(State state) {
    m_state = state;
    emit changed();
}

void SmallerRun::watch(EngineJob* job) {
    for (const auto& connection : {m_progress, m_stateChange, m_end}) disconnect(connection);
    m_job = job;
    if (!job) return;
    m_progress = connect(job, &EngineJob::progressed, this, &SmallerRun::changed);
    m_stateChange = connect(job, &EngineJob::stateChanged, this, &SmallerRun::onJobState);
    m_end = connect(job, &EngineJob::finished, this, &SmallerRun::onJobFinished);
    emit changed();
}

void SmallerRun::onJobState() {
    // Resumed from elsewhere: the banner, the list of jobs.
    const bool again = !m_job->isFinished() && (m_state == State::Cancelled || m_state == State::Failed);
    if (again) setState(State::Running);
    else if (m_job->state() == JobState::Cancelling && m_state == State::Running) setState(State::Cancelling);
}

void SmallerRun::onJobFinished() {
    if (m_job->state() == JobState::Done) {
        finishStep();
        return;
    }
    m_error = m_job->error();
    setState(m_job->state() == JobState::Cancelled ? State::Cancelled : State::Failed);
}

void SmallerRun::runStep() {
    m_stepClock.start();
    switch (m_step) {
        case Step::Look: watch(m_workflow.runSaliency()); break;
        case Step::Make: watch(m_workflow.submit(makeRequest(), [](EngineJob&) {})); break;
        case Step::MeasureBefore: measure(m_order.model->path); break;
        case Step::MeasureAfter: measure(m_outcome.packedFolder); break;
        case Step::Deliver: watch(m_workflow.submitExport(deliverRequest())); break;
    }
}

void SmallerRun::finishStep() {
    m_spent += static_cast<double>(m_stepClock.elapsed()) / 1000.0;
    m_plannedSpent += planned(m_step);
    // Figures belong to the text they were taken on; the person may have gone on to another.
    const TaskChoice& shown = m_project.task();
    const bool current = m_project.model() == m_order.model && shown.task == m_order.task.task && shown.tokens == m_order.task.tokens;
    if (m_step == Step::Make) takeMade();
    if (m_step == Step::MeasureBefore) {
        m_outcome.before = perplexityFigure(m_job->result());
        if (current) m_project.setBasePerplexity(*m_outcome.before);
    }
    if (m_step == Step::MeasureAfter) {
        m_outcome.after = perplexityFigure(m_job->result());
        if (current) m_project.setResultPerplexity(m_outcome.packedFolder, *m_outcome.after);
    }
    if (m_step == Step::Deliver) {
        m_outcome.deliveredBytes = 0;
        for (const QJsonValue& file : m_job->result().value(QLatin1String("files")).toArray())
            m_outcome.deliveredBytes += static_cast<quint64>(file.toObject().value(QLatin1String("bytes")).toDouble());
    }
    m_job = nullptr;
    if (stepNumber() == stepCount()) {
        setState(State::Done);
        return;
    }
    m_step = static_cast<Step>(static_cast<int>(m_step) + 1);
    if (m_state == State::Cancelling) setState(State::Cancelled);
    else runStep();
}

void SmallerRun::takeMade() {
    const QuantizedResult result = quantizedResult(m_job->request().params, m_job->result(), m_job->seconds(), m_order.model->quantizable);
    m_outcome.packedFolder = result.folder;
    m_outcome.bytes = m_outcome.deliveredBytes = result.bytes;
    if (m_project.model() == m_order.model) m_project.addResult(result);
    // The packed folder is what was asked for: the Export page knows of it as of any other.
    if (m_order.format == QLatin1String("tacq")) emit m_workflow.exported(m_job->result(), result.folder);
}

JobRequest SmallerRun::makeRequest() const {
    JobRequest request{QStringLiteral("quantize"), {}, tr("Make it smaller: %1").arg(m_order.model->name), true};
    const SmallerPlan& plan = m_order.plan;
    const bool packed = m_order.format == QLatin1String("tacq");
    // Written out whole: the sliders may have been moved since.
    QuantizeRequest whole;
    whole.model = m_order.model->path.toStdString();
    whole.out = (packed ? m_order.folder : packedBeside(m_order.folder)).toStdString();
    whole.calibration = calibrationOf(m_order.task);
    whole.grid = plan.grid;
    whole.budget.outlierFraction = plan.fraction;
    whole.dense.embeddingBits = plan.embeddingBits;
    whole.format = "tacq";
    request.params = jsonObject(whole.toJson());
    return request;
}

JobRequest SmallerRun::deliverRequest() const {
    const ExportRequest request{m_outcome.packedFolder.toStdString(), m_order.folder.toStdString(), m_order.format.toStdString(), {}, true, false};
    return {QStringLiteral("export"), jsonObject(request.toJson()),
            tr("Write %1").arg(m_order.folder.section(QLatin1Char('/'), -1)), true};
}

void SmallerRun::measure(const QString& model) {
    watch(nullptr);
    m_workflow.tokensToMeasure(m_order.model->path, m_order.task, [self = QPointer<SmallerRun>(this), model, round = m_round](const Result<QString>& tokensFile) {
        if (SmallerRun* run = self.data()) run->measureWith(model, tokensFile, round);
    });
}

void SmallerRun::measureWith(const QString& model, const Result<QString>& tokensFile, int round) {
    if (round != m_round || m_job) return;
    if (m_state == State::Cancelling) {
        setState(State::Cancelled);
    } else if (!tokensFile.ok()) {
        m_error = tokensFile.error();
        setState(State::Failed);
    } else if (m_state == State::Running) {
        submitMeasure(model, tokensFile.value());
    }
}

void SmallerRun::submitMeasure(const QString& model, const QString& tokensFile) {
    const QString title = m_step == Step::MeasureBefore ? tr("Perplexity before") : tr("Perplexity after");
    watch(m_workflow.submit({QStringLiteral("perplexity"), {{QStringLiteral("model"), model}, {QStringLiteral("tokensFile"), tokensFile}}, title, true}, [](EngineJob&) {}));
}

double SmallerRun::planned(Step step) const {
    switch (step) {
        case Step::Look: return m_order.plan.saliencySeconds;
        case Step::Make: return m_order.plan.quantizeSeconds;
        case Step::Deliver: return kDeliverSeconds;
        default: return m_order.plan.measureSeconds / 2;
    }
}

double SmallerRun::secondsLeft() const {
    const double now = m_stepClock.isValid() ? static_cast<double>(m_stepClock.elapsed()) / 1000.0 : 0;
    // A machine busy with other things is slower than its probe said.
    const double scale = m_plannedSpent > 0 ? std::clamp(m_spent / m_plannedSpent, 0.2, 5.0) : 1.0;
    double left = std::max(scale * planned(m_step) - now, 0.0);
    if (m_job) left = std::max(left, m_job->progress().secondsLeft);
    for (int later = stepNumber(); later < stepCount(); ++later) left += scale * planned(static_cast<Step>(later));
    return left;
}

double SmallerRun::fraction() const {
    if (m_state == State::Done) return 1;
    if (!isBusy()) return m_furthest;   // the step's clock goes on, the work does not
    const double passed = m_spent + (m_stepClock.isValid() ? static_cast<double>(m_stepClock.elapsed()) / 1000.0 : 0);
    const double all = passed + secondsLeft();
    // A later step that turns out slower than planned lengthens the time left; what was done is still done.
    m_furthest = std::max(m_furthest, all > 0 ? std::min(1.0, passed / all) : 0);
    return m_furthest;
}

}  // namespace tacq::ui

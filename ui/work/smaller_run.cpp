#include "work/smaller_run.h"

#include <QJsonArray>
#include <QPointer>
#include <algorithm>

#include "models/shared/calibration.h"
#include "models/shared/job_results.h"
#include "models/shared/json_lines.h"
#include "models/smaller/sample_prompt.h"
#include "tacq/command/requests.h"
#include "text/stage_text.h"

namespace tacq::ui {
namespace {

// Reading and writing the files once or twice; no arithmetic worth counting.
constexpr double kDeliverSeconds = 2;
constexpr int kAnswers = 2, kAnswerTokens = 48;
constexpr std::size_t kModels = 2;

/// Both models, every beginning: each token reads all weights once, and each job opens its model.
double writeSeconds(const ModelSummary& model) {
    constexpr double kStartSeconds = 1, kBytesPerSecond = 5e9, kBytesPerWeight = 4;
    return static_cast<double>(kModels) * kAnswers * (kStartSeconds + kAnswerTokens * kBytesPerWeight * static_cast<double>(model.parameters) / kBytesPerSecond);
}

}  // namespace

SmallerRun::SmallerRun(Project& project, BudgetModel& budget, Workflow& workflow, QObject* parent)
    : QObject(parent), m_project(project), m_budget(budget), m_workflow(workflow), m_runner(workflow.runner()) {}

int SmallerRun::stepCount() const { return m_order.format == QLatin1String("tacq") ? 5 : 6; }

QString SmallerRun::stepText() const {
    switch (m_step) {
        case Step::Look: return tr("Finding the weights that matter for %1").arg(m_order.task.displayName);
        case Step::Make: return tr("Making the smaller model");
        case Step::MeasureBefore: return tr("Measuring the original");
        case Step::MeasureAfter: return tr("Measuring the smaller model");
        case Step::Write: return tr("Letting both write");
        case Step::Deliver: return tr("Writing the folder");
    }
    return {};
}

QString SmallerRun::countText() const {
    if (m_step == Step::Write && !m_outcome.answers.empty()) return tr("%1 of %2 answers").arg(m_written).arg(kModels * m_outcome.answers.size());
    if (!m_job || m_job->progress().total <= 0) return {};
    const JobProgress& progress = m_job->progress();
    return tr("%1 of %2 %3").arg(progress.done).arg(progress.total).arg(StageText::unit(progress.unit));
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
    m_spent = m_furthest = 0;
    m_written = 0;
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
    if (m_job && !m_job->isFinished()) m_runner.cancel(m_job);
}

void SmallerRun::resume() {
    if (m_state != State::Cancelled && m_state != State::Failed) return;
    m_error = {};
    setState(State::Running);
    if (m_job && m_job->isResumable()) m_runner.resume(m_job);
    else runStep();
}

void SmallerRun::setState(State state) {
    const bool wasBusy = isBusy();
    m_state = state;
    // Only work counts for the forecast, not the time that it stood still.
    if (wasBusy && !isBusy()) {
        m_spent = passedSeconds();
        m_stepClock.invalidate();
    } else if (!wasBusy && isBusy()) {
        m_stepClock.start();
    }
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
    const bool extra = m_step == Step::Write && m_job->state() == JobState::Failed;
    if (m_job->state() == JobState::Done) return m_step == Step::Write ? takeWritten() : finishStep();
    if (extra) {
        // Answers to read are no reason to lose the model that is made.
        m_outcome.answers.clear();
        return finishStep();
    }
    m_error = m_job->error();
    setState(m_job->state() == JobState::Cancelled ? State::Cancelled : State::Failed);
}

void SmallerRun::runStep() {
    m_stepClock.start();
    switch (m_step) {
        case Step::Look: watch(m_workflow.runSaliency()); break;
        case Step::Make: watch(m_runner.submit(makeRequest())); break;
        case Step::MeasureBefore: {
            // Measured on this very text already.
            const std::optional<PerplexityFigure> known = showsOrder() ? m_project.basePerplexity() : std::nullopt;
            if (!known) return measure(m_order.model->path);
            m_outcome.before = known;
            return goOn();
        }
        case Step::MeasureAfter: measure(m_outcome.packedFolder); break;
        case Step::Write: writeNext(); break;
        case Step::Deliver: watch(deliver()); break;
    }
}

bool SmallerRun::showsOrder() const {
    // Figures belong to the text they were taken on; the person may have gone on to another.
    const TaskChoice& shown = m_project.task();
    return m_project.model() == m_order.model && shown.task == m_order.task.task && shown.tokens == m_order.task.tokens;
}

void SmallerRun::finishStep() {
    const bool current = showsOrder();
    if (m_step == Step::Make) takeMade();
    if (m_step == Step::MeasureBefore) {
        m_outcome.before = perplexityFigure(m_job->result());
        if (current) m_project.setPerplexity(m_order.model->path, *m_outcome.before);
    }
    if (m_step == Step::MeasureAfter) {
        m_outcome.after = perplexityFigure(m_job->result());
        if (current) m_project.setPerplexity(m_outcome.packedFolder, *m_outcome.after);
    }
    if (m_step == Step::Deliver) {
        m_outcome.deliveredBytes = 0;
        for (const QJsonValue& file : m_job->result().value(QLatin1String("files")).toArray())
            m_outcome.deliveredBytes += countIn(file.toObject(), "bytes");
    }
    goOn();
}

void SmallerRun::goOn() {
    m_job = nullptr;
    m_spent = passedSeconds();
    m_stepClock.invalidate();
    if (stepNumber() == stepCount()) {
        setState(State::Done);
        return;
    }
    m_step = static_cast<Step>(static_cast<int>(m_step) + 1);
    if (m_state == State::Cancelling) setState(State::Cancelled);
    else runStep();
}

void SmallerRun::writeNext() {
    if (m_outcome.answers.empty()) {
        QJsonObject params{{QStringLiteral("model"), m_order.model->path}, {QStringLiteral("task"), m_order.task.task}, {QStringLiteral("tokens"), m_order.task.tokens},
                           {QStringLiteral("samples"), kAnswers}, {QStringLiteral("split"), QStringLiteral("evaluation")}};
        return watch(m_runner.send({QStringLiteral("task-show"), params, tr("Beginnings to write on from"), false}));
    }
    const bool original = m_written % kModels == 0;
    const QJsonObject params{{QStringLiteral("model"), original ? m_order.model->path : m_outcome.packedFolder},
                             {QStringLiteral("prompt"), m_outcome.answers[m_written / kModels].prompt}, {QStringLiteral("maxTokens"), kAnswerTokens}};
    watch(m_runner.send({QStringLiteral("generate"), params, original ? tr("The original writes") : tr("The smaller model writes"), true}));
}

void SmallerRun::takeWritten() {
    const QJsonObject answer = m_job->result();
    if (m_job->request().method == QLatin1String("generate")) {
        SampleAnswer& sample = m_outcome.answers[m_written / kModels];
        (m_written % kModels == 0 ? sample.before : sample.after) = answer.value(QLatin1String("text")).toString();
        ++m_written;
    } else {
        for (const QJsonValue& sample : answer.value(QLatin1String("samples")).toArray())
            if (const QString prompt = samplePrompt(sample[QLatin1String("text")].toString()); !prompt.isEmpty()) m_outcome.answers.push_back({prompt, {}, {}});
    }
    if (m_written == kModels * m_outcome.answers.size()) return finishStep();
    if (m_state != State::Cancelling) return writeNext();
    m_job = nullptr;
    setState(State::Cancelled);
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

EngineJob* SmallerRun::deliver() {
    return m_workflow.exportModel({m_outcome.packedFolder, m_order.folder, m_order.format, true, false, tr("Write %1").arg(m_order.folder.section(QLatin1Char('/'), -1))});
}

void SmallerRun::measure(const QString& model) {
    watch(nullptr);
    m_workflow.workspace().writeTokens(m_order.model->path, m_order.task, [self = QPointer<SmallerRun>(this), model, round = m_round](const Result<QString>& tokensFile) {
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
    watch(m_runner.submit({QStringLiteral("perplexity"), {{QStringLiteral("model"), model}, {QStringLiteral("tokensFile"), tokensFile}}, title, true}));
}

double SmallerRun::planned(Step step) const {
    switch (step) {
        case Step::Look: return m_order.plan.saliencySeconds;
        case Step::Make: return m_order.plan.quantizeSeconds;
        case Step::MeasureBefore:
        case Step::MeasureAfter: return m_order.plan.measureSeconds / 2;
        case Step::Write: return writeSeconds(*m_order.model);
        case Step::Deliver: break;
    }
    return kDeliverSeconds;
}

double SmallerRun::plannedSeconds(const SmallerPlan& plan, const ModelSummary& model) { return plan.seconds() + writeSeconds(model); }

/// A job goes through stages, each with a count of its own; those before the long ones have done nothing yet, those after them are short.
double SmallerRun::stepShare() const {
    const QString stage = m_job ? m_job->progress().stage : QString();
    const double share = m_job && m_job->progress().total > 0 ? std::clamp(m_job->progress().fraction, 0.0, 1.0) : 0;
    const auto is = [&stage](const char* name) { return stage == QLatin1String(name); };
    switch (m_step) {
        case Step::Look: {
            const Forecast& need = m_order.plan.need;
            const double all = need.gradientFlops + need.quantizeFlops / 2, gradient = all > 0 ? need.gradientFlops / all : 0.5;
            if (is("gradient")) return gradient * share;
            if (is("simulate")) return gradient + (1 - gradient) * share;
            return is("sketch") || is("select") ? 1 : 0;
        }
        case Step::Make: return is("quantize") ? share : is("export") || is("verify") ? 1 : 0;
        case Step::Write: return m_outcome.answers.empty() ? 0 : (static_cast<double>(m_written) + share) / static_cast<double>(kModels * m_outcome.answers.size());
        case Step::MeasureBefore:
        case Step::MeasureAfter:
        case Step::Deliver: break;
    }
    return share;
}

double SmallerRun::workDone() const {
    double done = planned(m_step) * stepShare();
    for (int step = 0; step < static_cast<int>(m_step); ++step) done += planned(static_cast<Step>(step));
    return done;
}

double SmallerRun::passedSeconds() const { return m_spent + (m_stepClock.isValid() ? static_cast<double>(m_stepClock.elapsed()) / 1000.0 : 0); }

double SmallerRun::secondsLeft() const {
    // Before much is done the forecast is all there is; later a machine busy with other things is slower than its probe said.
    constexpr double kTellingShare = 0.05;
    double all = 0;
    for (int step = 0; step < stepCount(); ++step) all += planned(static_cast<Step>(step));
    const double done = workDone();
    const double scale = done > kTellingShare * all ? std::clamp(passedSeconds() / done, 0.1, 20.0) : 1.0;
    return std::max(0.0, all - done) * scale;
}

double SmallerRun::fraction() const {
    if (m_state == State::Done) return 1;
    double all = 0;
    for (int step = 0; step < stepCount(); ++step) all += planned(static_cast<Step>(step));
    // A job that is sent again begins its count anew; what was done is still done.
    if (all > 0) m_furthest = std::max(m_furthest, std::min(1.0, workDone() / all));
    return m_furthest;
}

}  // namespace tacq::ui

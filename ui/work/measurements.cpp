#include "work/measurements.h"

#include <QSettings>
#include <algorithm>
#include <utility>

#include "models/shared/job_results.h"

namespace tacq::ui {
namespace {

const char* const kGuardKey = "guardTask";

/// `gsm8k/reference` is the text of `gsm8k` too.
QString textOf(const QString& task) { return task.section(QLatin1Char('/'), 0, 0); }

}  // namespace

Measurements::Measurements(Project& project, JobRunner& runner, std::function<WorkspaceAccess&()> workspace, QObject* parent)
    : QObject(parent), m_project(project), m_runner(runner), m_workspace(std::move(workspace)), m_metrics(MetricRegistry::known()), m_guard(QSettings().value(QLatin1String(kGuardKey)).toString()) {
    connect(&project, &Project::taskChanged, this, &Measurements::changed);
    connect(&project, &Project::tasksChanged, this, &Measurements::changed);
}

void Measurements::setMetrics(std::vector<Metric> metrics) {
    m_metrics = std::move(metrics);
    emit metricsChanged();
}

std::vector<TaskInfo> Measurements::guards() const {
    std::vector<TaskInfo> guards;
    for (const TaskInfo& task : m_project.tasks()) {
        const QString name = QString::fromStdString(task.name);
        if (task.available && !name.contains(QLatin1Char('/')) && textOf(name) != textOf(m_project.task().task)) guards.push_back(task);
    }
    std::stable_partition(guards.begin(), guards.end(), [](const TaskInfo& task) { return task.bundled; });
    return guards;
}

QString Measurements::guard() const {
    const std::vector<TaskInfo> all = guards();
    const bool there = std::any_of(all.begin(), all.end(), [this](const TaskInfo& task) { return QString::fromStdString(task.name) == m_guard; });
    if (there) return m_guard;
    return all.empty() ? QString() : QString::fromStdString(all.front().name);
}

QString Measurements::guardTitle() const {
    const QString name = guard();
    return m_project.taskTitle(name).value_or(name);
}

void Measurements::setGuard(const QString& task) {
    if (task == guard()) return;
    m_guard = task;
    QSettings().setValue(QLatin1String(kGuardKey), task);
    for (const Metric& metric : m_metrics)
        if (metric.text == MeasureText::Guard) m_project.dropMeasures(metric.name);
    std::erase_if(m_jobs, [](const auto& job) { return job.first.second.contains(QLatin1String(":guard")); });
    emit changed();
}

bool Measurements::isOriginal(const QString& folder) const { return m_project.model() && folder == m_project.model()->path; }

EngineJob* Measurements::jobFor(const QString& folder, const QString& metric) const {
    for (const Metric& known : m_metrics) {
        if (known.name != metric) continue;
        const auto found = m_jobs.find({folder, known.jobKey()});
        return found == m_jobs.end() ? nullptr : found->second;
    }
    return nullptr;
}

std::vector<Measurements::Ask> Measurements::missing(const QString& folder, const std::function<bool(const Metric&)>& wanted, bool again) const {
    std::vector<Ask> asks;
    const auto add = [&](const QString& of, const Metric& metric, bool anyway) {
        if (isOriginal(of) && !metric.ofOriginal) return;
        if (!anyway && m_project.measure(of, metric.name)) return;
        const EngineJob* job = jobFor(of, metric.name);
        if (job && !job->isFinished()) return;
        const bool there = std::any_of(asks.begin(), asks.end(), [&](const Ask& ask) { return ask.folder == of && ask.jobKey == metric.jobKey(); });
        if (!there) asks.push_back({of, metric.jobKey()});
    };
    for (const Metric& metric : m_metrics) {
        if (!wanted(metric) || (metric.text == MeasureText::Guard && guard().isEmpty())) continue;
        if (!isOriginal(folder)) add(m_project.model()->path, metric, false);
        add(folder, metric, again);
    }
    return asks;
}

void Measurements::measureMissing(const QString& folder, std::function<void()> asked) {
    if (m_project.model()) return ask(missing(folder, [](const Metric&) { return true; }, false), Source::RunsFirst, std::move(asked));
    if (asked) asked();
}

void Measurements::measureAgain(const QString& folder, const QString& metric) {
    if (m_project.model()) ask(missing(folder, [&](const Metric& one) { return metric.isEmpty() || one.name == metric; }, true), Source::JobsOnly, {});
}

void Measurements::recall(const std::vector<QString>& folders) {
    if (!m_project.model()) return;
    std::vector<Ask> asks;
    for (const QString& folder : folders)
        for (const Ask& one : missing(folder, [](const Metric&) { return true; }, false))
            if (std::none_of(asks.begin(), asks.end(), [&](const Ask& other) { return other.folder == one.folder && other.jobKey == one.jobKey; })) asks.push_back(one);
    if (asks.empty()) return;
    withTexts(true, [this, asks = std::move(asks)](const Result<Texts>& texts) {
        // Nobody asked for a figure: what keeps it from being had will be told when somebody does.
        if (texts.ok()) takeKnown(asks, texts.value(), [](const std::vector<Ask>&) {});
    });
}

bool Measurements::isCurrent(const Texts& texts) const { return texts.model == m_project.model() && texts.choice == m_project.task(); }

void Measurements::ask(std::vector<Ask> asks, Source source, std::function<void()> asked) {
    const bool guarded = std::any_of(asks.begin(), asks.end(), [](const Ask& one) { return one.jobKey.contains(QLatin1String(":guard")); });
    withTexts(guarded, [this, asks = std::move(asks), source, asked = std::move(asked)](const Result<Texts>& texts) {
        if (!texts.ok()) {
            m_runner.tellFailure(texts.error());
            if (asked) asked();
            return;
        }
        if (const auto& error = texts.value().guardError) m_runner.tellFailure(*error);
        const auto send = [this, texts = texts.value(), asked](const std::vector<Ask>& left) {
            if (isCurrent(texts))
                for (const Ask& one : left) submit(one, texts);
            if (asked) asked();
        };
        if (source == Source::JobsOnly) send(asks);
        else takeKnown(asks, texts.value(), send);
    });
}

void Measurements::withTexts(bool guarded, std::function<void(const Result<Texts>&)> go) {
    Texts texts{m_project.model(), m_project.task(), guarded ? guard() : QString(), {}, {}, {}};
    m_workspace().writeTokens(texts.model->path, texts.choice, [this, texts, go = std::move(go)](Result<QString> rows) mutable {
        if (!rows.ok()) return go(rows.error());
        texts.task = rows.value();
        if (texts.guardTask.isEmpty()) return go(texts);
        TaskChoice other = texts.choice;
        other.task = texts.guardTask;
        m_workspace().writeTokens(texts.model->path, other, [this, texts, go](Result<QString> guardRows) mutable {
            // A guard that cannot be had must not keep the rest from being measured.
            if (guardRows.ok()) texts.guard = guardRows.value();
            else texts.guardError = guardRows.error();
            go(texts);
        });
    });
}

void Measurements::takeKnown(std::vector<Ask> asks, const Texts& texts, std::function<void(std::vector<Ask>)> then) {
    std::vector<FigureWish> wishes;
    for (const Ask& one : asks) {
        const Metric* metric = metricOf(one);
        wishes.push_back({one.folder, metric ? metric->method : QString(), metric ? paramsOf(one, *metric, texts) : QJsonObject()});
    }
    m_workspace().findFigures(std::move(wishes), [this, asks = std::move(asks), texts, then = std::move(then)](const std::vector<std::optional<QJsonObject>>& known) {
        if (!isCurrent(texts)) return then({});
        std::vector<Ask> left;
        for (std::size_t i = 0; i < asks.size(); ++i) {
            if (i < known.size() && known[i]) noteAll(asks[i], *known[i], asks[i].jobKey.contains(QLatin1String(":guard")) ? texts.guardTask : texts.choice.task);
            else left.push_back(asks[i]);
        }
        then(std::move(left));
    });
}

const Metric* Measurements::metricOf(const Ask& ask) const {
    const auto metric = std::find_if(m_metrics.begin(), m_metrics.end(), [&](const Metric& one) { return one.jobKey() == ask.jobKey; });
    return metric == m_metrics.end() ? nullptr : &*metric;
}

QJsonObject Measurements::paramsOf(const Ask& ask, const Metric& metric, const Texts& texts) const {
    const bool onGuard = metric.text == MeasureText::Guard;
    return MetricRegistry::params(metric, ask.folder, texts.model->path, onGuard ? texts.guard : texts.task);
}

QString Measurements::jobTitle(const Metric& metric, bool original) const {
    if (metric.method == QLatin1String("compare")) return tr("Comparison with the original");
    if (metric.method != QLatin1String("perplexity")) return original ? tr("%1 before").arg(metric.title) : tr("%1 after").arg(metric.title);
    if (metric.text == MeasureText::Guard) return original ? tr("Perplexity before, other text") : tr("Perplexity after, other text");
    return original ? tr("Perplexity before") : tr("Perplexity after");
}

void Measurements::submit(const Ask& ask, const Texts& texts) {
    const Metric* metric = metricOf(ask);
    if (!metric) return;
    const bool onGuard = metric->text == MeasureText::Guard;
    if (onGuard && texts.guard.isEmpty()) return;
    const QString text = onGuard ? texts.guardTask : texts.choice.task;
    EngineJob* job = m_runner.submit({metric->method, paramsOf(ask, *metric, texts), jobTitle(*metric, isOriginal(ask.folder)), true},
                                       [this, ask, task = texts.choice, text, onGuard](EngineJob& done) {
        if (onGuard ? text != guard() : task.task != m_project.task().task || task.tokens != m_project.task().tokens) return;
        noteAll(ask, done.result(), text);
    });
    m_jobs[{ask.folder, ask.jobKey}] = job;
    connect(job, &EngineJob::stateChanged, this, &Measurements::changed);
    emit changed();
}

void Measurements::noteAll(const Ask& ask, const QJsonObject& answer, const QString& text) {
    const std::vector<Metric> metrics = m_metrics;
    for (const Metric& one : metrics)
        if (one.jobKey() == ask.jobKey) note(ask.folder, one, answer, text);
}

void Measurements::note(const QString& folder, const Metric& metric, const QJsonObject& answer, const QString& text) {
    auto value = MetricRegistry::read(metric, answer);
    if (!value) return;
    if (metric.name == QLatin1String("perplexity"))
        return m_project.setPerplexity(folder, perplexityFigure(answer));
    value->text = text;
    m_project.setMeasure(folder, metric.name, *value);
}

}  // namespace tacq::ui

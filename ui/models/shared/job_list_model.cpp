#include "models/shared/job_list_model.h"

#include <QJsonArray>
#include <algorithm>

#include "models/shared/command_text.h"
#include "models/shared/format.h"
#include "models/shared/json_lines.h"
#include "text/error_text.h"
#include "text/stage_text.h"

namespace tacq::ui {

void JobListModel::add(EngineJob* job) {
    if (!job->request().listed) return;
    beginInsertRows({}, 0, 0);
    m_jobs.prepend(job);
    endInsertRows();
    connect(job, &EngineJob::progressed, this, [this, job] { touch(job); });
    connect(job, &EngineJob::stateChanged, this, [this, job] { touch(job); });
}

void JobListModel::touch(EngineJob* job) {
    const QModelIndex at = index(static_cast<int>(m_jobs.indexOf(job)));
    if (at.isValid()) emit dataChanged(at, at);
}

EngineJob* JobListModel::jobAt(int row) const { return row >= 0 && row < m_jobs.size() ? m_jobs[row] : nullptr; }

int JobListModel::countRunning() const {
    return static_cast<int>(std::count_if(m_jobs.begin(), m_jobs.end(), [](const EngineJob* job) { return !job->isFinished(); }));
}

int JobListModel::countDone() const {
    return static_cast<int>(std::count_if(m_jobs.begin(), m_jobs.end(), [](const EngineJob* job) { return job->state() == JobState::Done; }));
}

int JobListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_jobs.size()); }

QVariant JobListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    EngineJob* job = m_jobs[index.row()];
    switch (role) {
        case Qt::DisplayRole: return job->request().title;
        case Qt::ToolTipRole:
        case CommandRole: return commandText(job->request());
        case JobRole: return QVariant::fromValue(static_cast<QObject*>(job));
        default: return {};
    }
}

QString JobListModel::resultText(const EngineJob& job) {
    const QJsonObject& result = job.result();
    const auto number = [&result](const char* key) { return result.value(QLatin1String(key)).toDouble(); };
    const auto whole = [&result](const char* key) { return countIn(result, key); };
    const QString method = job.request().method;
    if (method == QLatin1String("perplexity"))
        return tr("%1 on %2 tokens").arg(Format::perplexity(number("perplexity"), number("standardError")), Format::count(whole("tokens")));
    if (method == QLatin1String("compare"))
        return tr("KL %1 · %2 the same first token").arg(Format::significant(number("klMean")), Format::percent(number("top1Agreement")));
    if (method == QLatin1String("report")) return result.value(QLatin1String("path")).toString();
    if (method == QLatin1String("quantize"))
        return tr("%1 weights kept · %2").arg(Format::count(whole("kept")), Format::bytes(number("modelBytes")));
    if (method == QLatin1String("export")) return job.request().params.value(QLatin1String("out")).toString();
    bool allReused = !result.value(QLatin1String("stages")).toArray().isEmpty();
    for (const QJsonValue& stage : result.value(QLatin1String("stages")).toArray()) allReused = allReused && stage.toObject().value(QLatin1String("reused")).toBool();
    if (allReused) return tr("from the workspace");
    if (!result.contains(QLatin1String("samples"))) return tr("finished");
    return tr("%1 samples · %2 tokens").arg(Format::count(whole("samples")), Format::count(whole("tokens")));
}

QString JobListModel::detailText(const EngineJob& job) {
    switch (job.state()) {
        case JobState::Waiting: return tr("waiting");
        case JobState::Cancelling: return tr("stopping …");
        case JobState::Done: return resultText(job);
        case JobState::Cancelled: return tr("cancelled. %1").arg(resumeText(job));
        case JobState::Lost: return ErrorText::title(ErrorCode::EngineLost);
        case JobState::Failed: return ErrorText::title(job.error().code);
        case JobState::Running: break;
    }
    return StageText::progressLine(job.progress());
}

QString JobListModel::resumeText(const EngineJob& job) {
    static const QStringList staged{QStringLiteral("saliency"), QStringLiteral("quantize"), QStringLiteral("circuit-score"), QStringLiteral("budget"), QStringLiteral("runs-rerun")};
    if (!staged.contains(job.request().method)) return tr("Resume starts it again.");
    const JobProgress& progress = job.progress();
    if (progress.stage == QLatin1String("gradient") && progress.done > 0) {
        // Stopped as asked, the engine wrote its sums down; whatever else ended it, those of the last time are there.
        if (job.state() == JobState::Cancelled && !job.wasKilled()) return tr("Resume goes on after sample %1 of %2.").arg(progress.done).arg(progress.total);
        return tr("Resume goes on from the gradients written down last, at most two minutes before.");
    }
    if (progress.stage == QLatin1String("simulate") || progress.stage == QLatin1String("quantize")) return tr("Resume goes on after the last finished layer.");
    return tr("Resume goes on after the last finished stage.");
}

QString JobListModel::timeText(const EngineJob& job) {
    if (job.state() == JobState::Done) return tr("done in %1").arg(Format::duration(job.seconds()));
    if (job.state() != JobState::Running) return {};
    const JobProgress& progress = job.progress();
    QString text;
    if (progress.rate > 0) text = tr("%1 %2/s").arg(Format::significant(progress.rate, 2), StageText::unit(progress.unit));
    if (progress.secondsLeft >= 0) {
        if (!text.isEmpty()) text += QStringLiteral(" · ");
        text += tr("%1 left").arg(Format::duration(progress.secondsLeft));
    }
    return text;
}

}  // namespace tacq::ui

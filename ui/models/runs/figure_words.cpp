#include "models/runs/figure_words.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

namespace tacq::ui {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(FigureWords)
public:
    static QString of(const QString& metric) {
        static const QHash<QString, const char*> words{
            {QStringLiteral("perplexity"), QT_TR_NOOP("perplexity")},
            {QStringLiteral("meanNll"), QT_TR_NOOP("mean loss, nats")},
            {QStringLiteral("standardError"), QT_TR_NOOP("standard error of the mean loss")},
            {QStringLiteral("klMean"), QT_TR_NOOP("KL mean, nats")},
            {QStringLiteral("kl"), QT_TR_NOOP("KL mean, nats")},
            {QStringLiteral("klP99"), QT_TR_NOOP("KL 99 %, nats")},
            {QStringLiteral("top1"), QT_TR_NOOP("same first choice")},
            {QStringLiteral("top1Agreement"), QT_TR_NOOP("same first choice")},
            {QStringLiteral("kept"), QT_TR_NOOP("weights kept")},
            {QStringLiteral("bitsPerWeight"), QT_TR_NOOP("bits per weight")},
            {QStringLiteral("modelBytes"), QT_TR_NOOP("size in bytes")},
            {QStringLiteral("calibrationMeanNll"), QT_TR_NOOP("mean loss on the calibration text")}};
        const auto found = words.find(metric);
        return found == words.end() ? QString() : tr(*found);
    }
    static QString evaluationText(const QString& task) { return tr("%1, evaluation text").arg(task); }
};

}  // namespace

QString metricName(const RunInfo& run, const QString& metric) {
    if (const QString known = Words::of(metric); !known.isEmpty()) return known;
    for (const Measurement& one : run.measurements)
        if (metric == QString::fromStdString(one.metric) && !one.title.empty()) return QString::fromStdString(one.title);
    return metric;
}

QString measuredTextName(const QString& text) {
    // As evaluation_rows names its files, and a window on another computer those that it hands over.
    static const QRegularExpression rows(QStringLiteral("^(.+)-(?:[0-9a-f]{12}|evaluation)\\.safetensors$"));
    const QString file = text.section(QLatin1Char('/'), -1);
    if (const auto match = rows.match(file); match.hasMatch()) return Words::evaluationText(match.captured(1));
    return file.isEmpty() ? text : file;
}

QString figureName(const RunInfo& run, const QString& key) {
    const QString metric = key.section(QLatin1Char(':'), 0, 0), text = key.section(QLatin1Char(':'), 1);
    return text.isEmpty() ? metricName(run, metric) : metricName(run, metric) + QStringLiteral(" · ") + measuredTextName(text);
}

}  // namespace tacq::ui

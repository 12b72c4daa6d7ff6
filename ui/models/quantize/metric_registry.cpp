#include "models/quantize/metric_registry.h"

#include <QHash>
#include <algorithm>
#include <cmath>

#include "models/shared/format.h"
#include "tacq/numerics/interval.h"

namespace tacq::ui {
namespace {

double numberOf(const QJsonObject& object, const QString& key) { return object.value(key).toDouble(std::nan("")); }

const QString kPerplexity = QStringLiteral("perplexity"), kCompare = QStringLiteral("compare"), kEvaluate = QStringLiteral("evaluate");

}  // namespace

QString Metric::jobKey() const {
    const QString where = text == MeasureText::Guard ? QStringLiteral("guard") : QStringLiteral("task");
    return method == kEvaluate ? method + QLatin1Char(':') + where + QLatin1Char(':') + field : method + QLatin1Char(':') + where;
}

std::vector<Metric> MetricRegistry::known() {
    return {
        {kPerplexity, tr("perplexity"), tr("exp(mean negative log-likelihood) on the task's evaluation text: lower is better. ± one standard error over windows."), {}, true, kPerplexity,
         kPerplexity, MeasureText::Task, true},
        {QStringLiteral("guardPerplexity"), tr("other text"), tr("Perplexity on a text that the model was not made for: it shows what was lost elsewhere. Lower is better."), {}, true,
         kPerplexity, kPerplexity, MeasureText::Guard, true},
        {QStringLiteral("klMean"), tr("KL mean"), tr("How far the smaller model's next-token probabilities lie from the original's, on average over the task's evaluation text. Lower is better; 0: the same."),
         tr("nats"), true, kCompare, QStringLiteral("klMean"), MeasureText::Task, false},
        {QStringLiteral("klP99"), tr("KL 99 %"), tr("The KL divergence that 99 of 100 tokens stay below: how bad the worst tokens are. Lower is better."), tr("nats"), true, kCompare,
         QStringLiteral("klP99"), MeasureText::Task, false},
        {QStringLiteral("top1"), tr("top 1 agrees"), tr("Share of positions where both models find the same token most likely. Higher is better."), QStringLiteral("%"), false, kCompare,
         QStringLiteral("top1Agreement"), MeasureText::Task, false},
    };
}

std::vector<Metric> MetricRegistry::withTheirs(const std::vector<Metric>& theirs) {
    std::vector<Metric> all = known();
    // The engine's names for what stands here already.
    static const QStringList same{kPerplexity, QStringLiteral("kl"), QStringLiteral("top1")};
    for (Metric metric : theirs) {
        if (same.contains(metric.name) || std::any_of(all.begin(), all.end(), [&](const Metric& other) { return other.name == metric.name; })) continue;
        metric.method = kEvaluate;
        metric.field = metric.name;
        if (metric.title.isEmpty()) metric.title = metric.name;
        all.push_back(metric);
    }
    return all;
}

QJsonObject MetricRegistry::params(const Metric& metric, const QString& model, const QString& original, const QString& tokensFile) {
    if (metric.method == kCompare) return {{QStringLiteral("modelA"), original}, {QStringLiteral("modelB"), model}, {QStringLiteral("tokensFile"), tokensFile}};
    if (metric.method == kEvaluate) {
        QJsonObject asked{{QStringLiteral("model"), model}, {QStringLiteral("tokensFile"), tokensFile}, {QStringLiteral("metric"), metric.field}};
        if (!metric.ofOriginal) asked.insert(QStringLiteral("against"), original);
        return asked;
    }
    return {{QStringLiteral("model"), model}, {QStringLiteral("tokensFile"), tokensFile}};
}

std::optional<MeasuredValue> MetricRegistry::read(const Metric& metric, const QJsonObject& answer) {
    MeasuredValue value;
    value.value = numberOf(answer, metric.method == kEvaluate ? QStringLiteral("value") : metric.field);
    if (std::isnan(value.value)) return std::nullopt;
    if (metric.method == kPerplexity) {
        value.error = answer.value(QLatin1String("standardError")).toDouble();
        const Interval interval = expInterval(meanInterval(numberOf(answer, QStringLiteral("meanNll")), value.error)).value_or(Interval{});
        value.low = interval.low;
        value.high = interval.high;
    } else if (metric.method == kEvaluate) {
        value.low = answer.value(QLatin1String("low")).toDouble();
        value.high = answer.value(QLatin1String("high")).toDouble();
    }
    value.tokens = answer.value(metric.method == kEvaluate ? QLatin1String("items") : QLatin1String("tokens")).toInteger();
    return value;
}

QString MetricRegistry::valueText(const Metric& metric, const MeasuredValue& value) {
    if (metric.method == kPerplexity) return Format::perplexity(value.value, value.error);
    if (metric.unit == QLatin1String("%")) return Format::percent(value.value);
    return Format::significant(value.value);
}

std::optional<bool> MetricRegistry::lowerIsBetter(const QString& figure) {
    static const QHash<QString, bool> lower{
        {QStringLiteral("perplexity"), true}, {QStringLiteral("meanNll"), true},       {QStringLiteral("meanNllB"), true}, {QStringLiteral("klMean"), true},
        {QStringLiteral("klMedian"), true},   {QStringLiteral("klP99"), true},         {QStringLiteral("top1Agreement"), false}, {QStringLiteral("acc"), false},
        {QStringLiteral("acc_norm"), false},  {QStringLiteral("exact"), false},        {QStringLiteral("numeric"), false}, {QStringLiteral("contains"), false},
        {QStringLiteral("calibrationMeanNll"), true}, {QStringLiteral("predictedLoss"), true}};
    const auto found = lower.find(figure.section(QLatin1Char(':'), 0, 0));
    if (found == lower.end()) return std::nullopt;
    return *found;
}

}  // namespace tacq::ui

#include "evaluate/metrics/metric_list.h"
#include "tacq/base/list_text.h"

namespace tacq {
namespace {

std::vector<const MetricSpec*>& table() {
#define TACQ_ENTER_METRIC(name) &metric_specs::name,
    static std::vector<const MetricSpec*> entries{TACQ_METRICS(TACQ_ENTER_METRIC)};
#undef TACQ_ENTER_METRIC
    return entries;
}

template <typename Outcome>
std::vector<Measurement> measurementsBy(Measured (*MetricSpec::*how)(const Outcome&), const Outcome& outcome) {
    std::vector<Measurement> measurements;
    for (const MetricSpec* metric : table())
        if (metric->*how) measurements.push_back(measurementOf(*metric, (metric->*how)(outcome)));
    return measurements;
}

}  // namespace

std::vector<const MetricSpec*> metrics() { return table(); }

Result<const MetricSpec*> findMetric(std::string_view name) {
    for (const MetricSpec* metric : table())
        if (metric->name == name) return metric;
    return Error{ErrorCode::InvalidArgument, "unknown metric \"" + std::string(name) + "\"", "--metric",
                 "choose one of " + listText(table(), [](const MetricSpec* metric) { return metric->name; })};
}

Result<void> addMetric(const MetricSpec& spec) {
    if (findMetric(spec.name).ok()) return Error{ErrorCode::AlreadyExists, "there is a metric of that name", std::string(spec.name), "choose another name"};
    table().push_back(&spec);
    return {};
}

Result<void> checkOriginal(const MetricSpec& metric, bool given) {
    if (!metric.needsOriginal || given) return {};
    return Error{ErrorCode::InvalidArgument, "\"" + std::string(metric.name) + "\" compares with the original model", "--against", "name the model that this one was made from"};
}

Result<Measured> measure(const MetricSpec& metric, const MetricInput& input, const RunContext& context) {
    TACQ_CHECK(checkOriginal(metric, input.original != nullptr));
    if (metric.ofPerplexity) {
        TACQ_TRY(const PerplexityResult result, perplexity(input.model, input.rows, input.compute, context));
        return metric.ofPerplexity(result);
    }
    if (metric.ofComparison) {
        TACQ_TRY(const CompareResult result, compare(input.original, input.model, input.rows, input.compute, context));
        return metric.ofComparison(result);
    }
    return metric.run(input, context);
}

Measurement measurementOf(const MetricSpec& metric, const Measured& measured) {
    Measurement measurement;
    measurement.metric = metric.name;
    measurement.title = metric.title;
    measurement.lowerIsBetter = metric.lowerIsBetter;
    measurement.value = measured.value;
    measurement.interval = measured.interval;
    measurement.items = measured.items;
    measurement.unit = measured.unit;
    return measurement;
}

std::vector<Measurement> measurementsOf(const PerplexityResult& result) { return measurementsBy(&MetricSpec::ofPerplexity, result); }
std::vector<Measurement> measurementsOf(const CompareResult& result) { return measurementsBy(&MetricSpec::ofComparison, result); }

}  // namespace tacq

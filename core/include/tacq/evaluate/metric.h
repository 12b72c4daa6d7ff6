#pragma once
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "tacq/evaluate/evaluate.h"
#include "tacq/numerics/interval.h"
#include "tacq/store/measurement.h"

namespace tacq {

/// What a metric is measured on.
struct MetricInput {
    std::shared_ptr<const Checkpoint> model;
    std::shared_ptr<const Checkpoint> original;  ///< null where the metric does without
    const TokenRows& rows;
    const Compute& compute;
};

struct Measured {
    double value = 0;
    std::optional<Interval> interval;
    std::int64_t items = 0;
    std::string_view unit = "tokens";
};

/// A figure that models are measured by: one entry of the table in src/evaluate/metrics/metric_list.h. The commands, `hello`, the window's lists, runs
/// and reports read it and nothing else. Exactly one of the last three says how it is had; the first two come out of a pass that gives others too.
struct MetricSpec {
    std::string_view name;         ///< key in commands, JSON and the workspace: `perplexity`. Never changes
    std::string_view title;        ///< for people: `Perplexity`
    std::string_view description;  ///< one sentence
    bool lowerIsBetter = true;
    bool needsOriginal = false;    ///< compares a model with the one that it was made from
    bool offered = true;           ///< false: says the same as another, so nobody is asked whether to measure it
    Measured (*ofPerplexity)(const PerplexityResult&) = nullptr;
    Measured (*ofComparison)(const CompareResult&) = nullptr;
    Result<Measured> (*run)(const MetricInput&, const RunContext&) = nullptr;
};

std::vector<const MetricSpec*> metrics();
Result<const MetricSpec*> findMetric(std::string_view name);   ///< InvalidArgument lists the names
/// A metric from outside the table, of a test or a program on top; `spec` must live as long as the process. To be called before other threads ask.
/// AlreadyExists where the name is taken.
Result<void> addMetric(const MetricSpec& spec);

/// InvalidArgument where the metric compares with the original model and none is `given`.
Result<void> checkOriginal(const MetricSpec& metric, bool given);
/// Errors: those of checkOriginal(), perplexity() and compare().
Result<Measured> measure(const MetricSpec& metric, const MetricInput& input, const RunContext& context);

/// As the store keeps it; text, subject, maker and run are the caller's to say.
Measurement measurementOf(const MetricSpec& metric, const Measured& measured);
/// Every metric that the pass gives.
std::vector<Measurement> measurementsOf(const PerplexityResult& result);
std::vector<Measurement> measurementsOf(const CompareResult& result);

}  // namespace tacq

#include "evaluate/metrics/metric_list.h"

namespace tacq::metric_specs {
namespace {

Measured of(const CompareResult& result) { return {result.klMean, std::nullopt, result.tokens}; }

}  // namespace

constinit const MetricSpec kl{.name = "kl",
                              .title = "KL divergence",
                              .description = "How far the model's next-token probabilities lie from those of the original, in nats per token",
                              .needsOriginal = true,
                              .ofComparison = of};

}  // namespace tacq::metric_specs

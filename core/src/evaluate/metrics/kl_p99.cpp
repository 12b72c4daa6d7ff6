#include "evaluate/metrics/metric_list.h"

namespace tacq::metric_specs {
namespace {

Measured of(const CompareResult& result) { return {result.klP99, std::nullopt, result.tokens}; }

}  // namespace

constinit const MetricSpec kl_p99{.name = "klP99",
                                  .title = "KL divergence, 99th percentile",
                                  .description = "The KL divergence that 99 of 100 tokens stay below: how bad the worst tokens are",
                                  .needsOriginal = true,
                                  .offered = false,
                                  .ofComparison = of};

}  // namespace tacq::metric_specs

#include "evaluate/metrics/metric_list.h"

namespace tacq::metric_specs {
namespace {

Measured of(const CompareResult& result) { return {result.top1Agreement, std::nullopt, result.tokens}; }

}  // namespace

constinit const MetricSpec top1{.name = "top1",
                                .title = "Same first choice",
                                .description = "Share of positions where the model's likeliest token is that of the original",
                                .lowerIsBetter = false,
                                .needsOriginal = true,
                                .ofComparison = of};

}  // namespace tacq::metric_specs

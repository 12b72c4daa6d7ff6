#include "evaluate/metrics/metric_list.h"

namespace tacq::metric_specs {
namespace {

Measured of(const PerplexityResult& result) { return {result.meanNll, meanInterval(result.meanNll, result.standardError), result.tokens}; }

}  // namespace

constinit const MetricSpec mean_nll{.name = "meanNll",
                                    .title = "Mean NLL",
                                    .description = "Mean negative log-likelihood of a token, in nats: the logarithm of the perplexity",
                                    .offered = false,
                                    .ofPerplexity = of};

}  // namespace tacq::metric_specs

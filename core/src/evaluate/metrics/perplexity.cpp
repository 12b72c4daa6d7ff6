#include "evaluate/metrics/metric_list.h"

namespace tacq::metric_specs {
namespace {

Measured of(const PerplexityResult& result) {
    // The error is the mean's, in nats; its ends are carried through exp().
    return {result.perplexity, expInterval(meanInterval(result.meanNll, result.standardError)), result.tokens};
}

}  // namespace

constinit const MetricSpec perplexity{.name = "perplexity",
                                      .title = "Perplexity",
                                      .description = "How many tokens the model hesitates between on average, on text it has not seen",
                                      .ofPerplexity = of};

}  // namespace tacq::metric_specs

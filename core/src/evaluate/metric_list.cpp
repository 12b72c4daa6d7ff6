#include "tacq/evaluate/metric_list.h"

namespace tacq {

std::vector<MetricInfo> metricList() {
    return {{"perplexity", "Perplexity", "How many tokens the model hesitates between on average, on text it has not seen", true},
            {"kl", "KL divergence", "How far the model's next-token probabilities lie from those of the original, in nats per token", true},
            {"top1", "Same first choice", "Share of positions where the model's likeliest token is that of the original", false}};
}

}  // namespace tacq

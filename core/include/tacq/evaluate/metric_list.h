#pragma once
#include <string>
#include <vector>

namespace tacq {

/// A figure that models are measured by.
struct MetricInfo {
    std::string name;          ///< key: `perplexity`, `kl`, `top1`
    std::string title, description;
    bool lowerIsBetter = true;
};
/// Every metric that this version measures.
std::vector<MetricInfo> metricList();

}  // namespace tacq

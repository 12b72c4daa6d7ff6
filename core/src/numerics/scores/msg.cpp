#include <cmath>

#include "numerics/scores/score_list.h"

namespace tacq::scores {
namespace {

void kernel(const ScoreData& data, std::span<float> out) {
    const float *g = data.gradient.data(), *w = data.weight.data();
    float* s = out.data();
    for (std::size_t i = 0; i < out.size(); ++i) s[i] = std::fabs(g[i] * w[i]);
}

}  // namespace

constinit const MethodSpec msg{"msg", "MSG", "|G · W|", {WeightPart::Gradient, WeightPart::Weight}, false, true, kernel};

}  // namespace tacq::scores

#include "evaluate/sampler.h"

#include <algorithm>
#include <cmath>

namespace tacq {

double Sampler::uniform() {
    std::uint64_t z = (m_state += 0x9e3779b97f4a7c15ull);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
    return static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1.0p-53;
}

std::int32_t Sampler::next(std::span<const float> logits) {
    const auto best = std::max_element(logits.begin(), logits.end());
    if (m_temperature <= 0) return static_cast<std::int32_t>(best - logits.begin());
    const auto weight = [&](float logit) { return std::exp((static_cast<double>(logit) - static_cast<double>(*best)) / m_temperature); };
    double total = 0;
    for (const float logit : logits) total += weight(logit);
    double left = uniform() * total;
    for (std::size_t i = 0; i < logits.size(); ++i) {
        left -= weight(logits[i]);
        if (left < 0) return static_cast<std::int32_t>(i);
    }
    return static_cast<std::int32_t>(best - logits.begin());  // rounding used the draw up: the likeliest is as good
}

}  // namespace tacq

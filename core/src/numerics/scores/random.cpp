#include "numerics/scores/score_list.h"

namespace tacq::scores {
namespace {

// Finalizer of SplitMix64 (Steele, Lea, Flood 2014): a bijection of 64 bits that passes statistical tests on counters.
std::uint64_t mix(std::uint64_t x) {
    x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9ull;
    x = (x ^ x >> 27) * 0x94d049bb133111ebull;
    return x ^ x >> 31;
}

constexpr std::uint64_t kGolden = 0x9e3779b97f4a7c15ull;

void kernel(const ScoreData& data, std::span<float> out) {
    const std::uint64_t stream = mix(mix(data.seed + kGolden) + (static_cast<std::uint64_t>(data.tensor) + 1) * kGolden);
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<float>(mix(stream + (data.firstPosition + i + 1) * kGolden) >> 40) * 0x1p-24f;
}

}  // namespace

constinit const MethodSpec random{"random", "chance", "numbers drawn at random", {}, true, true, kernel};

}  // namespace tacq::scores

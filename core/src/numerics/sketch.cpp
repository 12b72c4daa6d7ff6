#include "tacq/numerics/sketch.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <numeric>

namespace tacq {
namespace {

constexpr std::uint32_t kMagnitude = 0x7fffffffu;
constexpr std::uint32_t kInfinity = 0x7f800000u;
constexpr int kShift = 23 - 5;                       // drops all of the mantissa but its top five bits
constexpr int kFirst = (127 - 48) << 5;              // exponent and mantissa top of 2^-48

}  // namespace

int LogHistogram::binOf(float value) {
    const std::uint32_t bits = std::bit_cast<std::uint32_t>(value) & kMagnitude;
    if (bits > kInfinity) return 0;
    return std::clamp(static_cast<int>(bits >> kShift) - kFirst, 0, kBins - 1);
}

float LogHistogram::lowerEdge(int bin) { return std::bit_cast<float>(static_cast<std::uint32_t>(bin + kFirst) << kShift); }

void LogHistogram::add(std::span<const float> values) {
    for (const float value : values) {
        const auto bin = static_cast<std::size_t>(binOf(value));
        ++counts[bin];
        if (std::isfinite(value)) sums[bin] += static_cast<double>(std::fabs(value));
    }
}

void LogHistogram::add(const LogHistogram& other) {
    for (std::size_t i = 0; i < counts.size(); ++i) {
        counts[i] += other.counts[i];
        sums[i] += other.sums[i];
    }
}

std::uint64_t LogHistogram::total() const { return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0}); }
double LogHistogram::sum() const { return std::accumulate(sums.begin(), sums.end(), 0.0); }

std::uint32_t scoreRank(float score) {
    const std::uint32_t bits = std::bit_cast<std::uint32_t>(score) & kMagnitude;
    return bits > kInfinity ? 0 : bits + 1;
}

TailIndex makeTailIndex(int floorBin, std::vector<std::uint32_t> position, std::vector<float> score) {
    assert(position.size() == score.size());
    // Rank above, inverted position below: one descending sort of integers gives the order.
    std::vector<std::uint64_t> order(position.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = static_cast<std::uint64_t>(scoreRank(score[i])) << 32 | static_cast<std::uint32_t>(~position[i]);
    std::sort(order.begin(), order.end(), std::greater<>());
    TailIndex tail;
    tail.floorBin = floorBin;
    tail.binStart.assign(static_cast<std::size_t>(LogHistogram::kBins + 1 - floorBin), 0);
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto rank = static_cast<std::uint32_t>(order[i] >> 32);
        position[i] = ~static_cast<std::uint32_t>(order[i]);
        score[i] = rank == 0 ? std::numeric_limits<float>::quiet_NaN() : std::bit_cast<float>(rank - 1);
        const int bin = LogHistogram::binOf(score[i]);
        assert(bin >= floorBin);
        ++tail.binStart[static_cast<std::size_t>(LogHistogram::kBins - bin)];
    }
    std::partial_sum(tail.binStart.begin(), tail.binStart.end(), tail.binStart.begin());
    tail.position = std::move(position);
    tail.score = std::move(score);
    return tail;
}

}  // namespace tacq

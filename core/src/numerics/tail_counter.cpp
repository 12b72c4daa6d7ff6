#include <algorithm>
#include <bit>
#include <limits>

#include "tacq/numerics/selection.h"

namespace tacq {
namespace {

constexpr auto kBins = static_cast<std::size_t>(LogHistogram::kBins);

/// Entries of a descending score span, within [low, high), that rank at or above `rank`.
std::size_t prefixAtLeast(std::span<const float> score, std::size_t low, std::size_t high, std::uint32_t rank) {
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (scoreRank(score[middle]) >= rank) low = middle + 1;
        else high = middle;
    }
    return low;
}

}  // namespace

bool CountAnswer::keeps(float score, std::uint32_t matrix, std::uint32_t position) const {
    if (total == 0) return false;
    const std::uint32_t rank = scoreRank(score), edge = scoreRank(threshold);
    if (rank != edge) return rank > edge;
    return matrix != lastMatrix ? matrix < lastMatrix : position <= lastPosition;
}

TailCounter::TailCounter(std::span<const LogHistogram* const> histograms, std::span<const TailView> tails)
    : m_tails(tails.begin(), tails.end()), m_matrices(histograms.size()), m_atOrAbove(kBins + 1, 0), m_perMatrix((kBins + 1) * histograms.size(), 0) {
    for (std::size_t bin = kBins; bin-- > 0;)
        for (std::size_t m = 0; m < m_matrices; ++m) {
            const std::uint64_t count = histograms[m]->counts[bin];
            perMatrix(bin, m) = perMatrix(bin + 1, m) + count;
            m_atOrAbove[bin] += perMatrix(bin, m);
        }
    for (std::size_t m = 0; m < m_matrices; ++m) {
        const bool empty = perMatrix(0, m) == 0;
        const std::size_t floor = m < m_tails.size() ? static_cast<std::size_t>(m_tails[m].floorBin) : kBins;
        if (!empty) m_floorBin = std::max(m_floorBin, floor);
    }
}

std::uint64_t TailCounter::exactUpTo() const { return m_atOrAbove[m_floorBin]; }

CountAnswer TailCounter::counts(std::uint64_t k) const {
    k = std::min(k, m_atOrAbove[0]);
    CountAnswer answer;
    answer.kept.assign(m_matrices, 0);
    if (k == 0) return answer;
    // m_atOrAbove falls with the bin: the highest bin with at least k weights at or above it holds the threshold.
    const auto above = std::partition_point(m_atOrAbove.begin(), m_atOrAbove.end(), [&](std::uint64_t n) { return n >= k; });
    const auto bin = static_cast<std::size_t>(above - m_atOrAbove.begin()) - 1;
    return bin >= m_floorBin ? rankWithin(bin, k, std::move(answer)) : wholeBins(bin, k, std::move(answer));
}

CountAnswer TailCounter::wholeBins(std::size_t bin, std::uint64_t k, CountAnswer answer) const {
    if (k < m_atOrAbove[bin]) ++bin;  // never more than asked for
    for (std::size_t m = 0; m < m_matrices; ++m) answer.kept[m] = perMatrix(bin, m);
    answer.total = m_atOrAbove[bin];
    answer.threshold = bin == 0 ? 0.0f : LogHistogram::lowerEdge(static_cast<int>(bin));
    answer.lastMatrix = answer.lastPosition = std::numeric_limits<std::uint32_t>::max();
    answer.exact = answer.total == k;
    return answer;
}

CountAnswer TailCounter::rankWithin(std::size_t bin, std::uint64_t k, CountAnswer answer) const {
    // [low, high) of each matrix brackets where its entries fall below the threshold; bisecting the rank narrows all of them.
    std::vector<std::size_t> low(m_matrices), high(m_matrices), middle(m_matrices);
    for (std::size_t m = 0; m < m_matrices; ++m) {
        low[m] = static_cast<std::size_t>(perMatrix(bin + 1, m));
        high[m] = static_cast<std::size_t>(perMatrix(bin, m));
    }
    // Invariant: fewer than k entries rank ≥ tooHigh (they are [0, low)), at least k rank ≥ enough (they are [0, high)).
    std::uint32_t enough = bin == 0 ? 0 : scoreRank(LogHistogram::lowerEdge(static_cast<int>(bin)));
    std::uint32_t tooHigh = bin + 1 == kBins ? scoreRank(std::numeric_limits<float>::infinity()) + 1
                                             : scoreRank(LogHistogram::lowerEdge(static_cast<int>(bin) + 1));
    while (tooHigh - enough > 1) {
        const std::uint32_t rank = enough + (tooHigh - enough) / 2;
        std::uint64_t total = 0;
        for (std::size_t m = 0; m < m_matrices; ++m) {
            middle[m] = prefixAtLeast(m_tails[m].score, low[m], high[m], rank);
            total += middle[m];
        }
        if (total >= k) {
            enough = rank;
            std::swap(high, middle);
        } else {
            tooHigh = rank;
            std::swap(low, middle);
        }
    }
    answer.threshold = enough == 0 ? std::numeric_limits<float>::quiet_NaN() : std::bit_cast<float>(enough - 1);
    std::uint64_t left = k;
    for (std::size_t m = 0; m < m_matrices; ++m) left -= low[m];
    // What lies between low and high ties at the threshold: earlier matrices first, smaller positions first.
    for (std::size_t m = 0; m < m_matrices; ++m) {
        const std::uint64_t given = std::min<std::uint64_t>(left, high[m] - low[m]);
        answer.kept[m] = low[m] + given;
        left -= given;
        if (given == 0) continue;
        answer.lastMatrix = static_cast<std::uint32_t>(m);
        answer.lastPosition = m_tails[m].position[low[m] + static_cast<std::size_t>(given) - 1];
    }
    answer.total = k;
    return answer;
}

CountAnswer countTopK(std::span<const LogHistogram* const> histograms, std::span<const TailIndex* const> tails, std::uint64_t k) {
    const std::vector<TailView> views = [&] {
        std::vector<TailView> made;
        for (const TailIndex* tail : tails) made.emplace_back(*tail);
        return made;
    }();
    return TailCounter(histograms, views).counts(k);
}

}  // namespace tacq

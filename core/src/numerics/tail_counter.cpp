#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <limits>

#include "tacq/numerics/selection.h"

namespace tacq {
namespace {

constexpr auto kBins = static_cast<std::size_t>(LogHistogram::kBins);

/// Few enough to be looked at one by one.
constexpr std::uint64_t kFew = 1024;

/// Entries of a descending score span, within [low, high), that rank at or above `rank`. Looks around `guess` first, in steps that double: scores within
/// a bin are spread evenly enough that few cache lines are touched.
std::size_t prefixAtLeast(std::span<const float> score, std::size_t low, std::size_t high, std::uint32_t rank, std::size_t guess) {
    const auto above = [&](std::size_t i) { return scoreRank(score[i]) >= rank; };
    if (low >= high) return low;
    guess = std::clamp(guess, low, high - 1);
    std::size_t step = 8;
    if (above(guess)) {
        low = guess + 1;
        for (; low < high && high - low > step && above(low + step); step *= 2) low += step + 1;
        high = std::min(high, low + step);
    } else {
        high = guess;
        for (; low < high && high - low > step && !above(high - step); step *= 2) high -= step;
        low = std::max(low, high > low + step ? high - step : low);
    }
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (above(middle)) low = middle + 1;
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

namespace {

/// Where the k-th weight of a bin lies: fewer than k entries rank ≥ tooHigh (they are [0, low) of each matrix), at least k rank ≥ enough (they are
/// [0, high)). Closing in keeps both true.
struct Bracket {
    std::span<const TailView> tails;
    std::vector<std::size_t> low, high, middle;
    std::uint32_t enough = 0, tooHigh = 0;
    std::uint64_t below = 0, reached = 0;   ///< Σ low < k ≤ Σ high

    void split(std::uint32_t rank, std::uint64_t k) {
        const double share = static_cast<double>(tooHigh - rank) / static_cast<double>(tooHigh - enough);
        std::uint64_t total = 0;
        for (std::size_t m = 0; m < low.size(); ++m) {
            const auto guess = low[m] + static_cast<std::size_t>(share * static_cast<double>(high[m] - low[m]));
            middle[m] = prefixAtLeast(tails[m].score, low[m], high[m], rank, guess);
            total += middle[m];
        }
        if (total >= k) {
            enough = rank;
            reached = total;
            std::swap(high, middle);
        } else {
            tooHigh = rank;
            below = total;
            std::swap(low, middle);
        }
    }

    /// The rank of the k-th, looked for among all that are left.
    std::uint32_t rankOf(std::uint64_t k) const {
        std::vector<std::uint32_t> ranks;
        ranks.reserve(static_cast<std::size_t>(reached - below));
        for (std::size_t m = 0; m < low.size(); ++m)
            for (std::size_t i = low[m]; i < high[m]; ++i) ranks.push_back(scoreRank(tails[m].score[i]));
        const auto wanted = ranks.begin() + static_cast<std::ptrdiff_t>(k - below - 1);
        std::nth_element(ranks.begin(), wanted, ranks.end(), std::greater<>());
        return *wanted;
    }
};

}  // namespace

CountAnswer TailCounter::rankWithin(std::size_t bin, std::uint64_t k, CountAnswer answer) const {
    Bracket bracket{m_tails, {}, {}, std::vector<std::size_t>(m_matrices)};
    for (std::size_t m = 0; m < m_matrices; ++m) {
        bracket.low.push_back(static_cast<std::size_t>(perMatrix(bin + 1, m)));
        bracket.high.push_back(static_cast<std::size_t>(perMatrix(bin, m)));
    }
    bracket.below = m_atOrAbove[bin + 1];
    bracket.reached = m_atOrAbove[bin];
    bracket.enough = bin == 0 ? 0 : scoreRank(LogHistogram::lowerEdge(static_cast<int>(bin)));
    bracket.tooHigh = bin + 1 == kBins ? scoreRank(std::numeric_limits<float>::infinity()) + 1
                                       : scoreRank(LogHistogram::lowerEdge(static_cast<int>(bin) + 1));
    for (int round = 0; bracket.tooHigh - bracket.enough > 1; ++round) {
        const std::uint64_t left = bracket.reached - bracket.below;
        if (left <= kFew) {
            const std::uint32_t rank = bracket.rankOf(k);
            if (rank + 1 < bracket.tooHigh) bracket.split(rank + 1, k);
            if (rank > bracket.enough) bracket.split(rank, k);
            break;
        }
        // A little to one side of where the k-th would lie were all spread evenly, then to the other, so that both ends close in; every third time in
        // the middle, which ends in 3 · 18 rounds whatever the spread.
        const double width = bracket.tooHigh - bracket.enough, aside = 4 / std::sqrt(static_cast<double>(left));
        const double share = static_cast<double>(k - bracket.below) / static_cast<double>(left) + (round % 2 == 0 ? aside : -aside);
        const double down = round % 3 == 2 ? width / 2 : share * width;
        bracket.split(bracket.tooHigh - static_cast<std::uint32_t>(std::clamp(down, 1.0, width - 1)), k);
    }
    const std::uint32_t enough = bracket.enough;
    const auto& low = bracket.low;
    const auto& high = bracket.high;
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

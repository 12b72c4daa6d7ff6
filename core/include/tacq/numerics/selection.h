#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "tacq/base/result.h"
#include "tacq/base/run_context.h"
#include "tacq/numerics/sketch.h"

namespace tacq {

/// The kept weights of one matrix: row-major positions, ascending.
struct KeptPositions {
    std::vector<std::uint32_t> position;
};

struct Selection {
    std::uint64_t kept = 0;           ///< Σ over matrices; exactly the k asked for (or all weights, if fewer)
    float threshold = 0;              ///< smallest kept score; 0 when nothing is kept
    std::vector<KeptPositions> matrices;
};

/// Global top-k over matrices, by scoreRank(): NaN is kept only when nothing else is left. Ties at the threshold go to the earlier
/// matrix, then the smaller position. `scores(i, out)` fills all scores of matrix i (called twice per matrix at most, from this
/// thread, with the same outcome); sizes[i] is its element count, at most 2^32. Two passes: a histogram finds the bucket that holds
/// the threshold, then only that bucket is ranked. Peak memory: one matrix of scores, the result, and 12 bytes for each weight
/// needed from the bucket. Reports `select` in tensors.
Result<Selection> selectTopK(std::span<const std::uint64_t> sizes, std::uint64_t k,
                             const std::function<Result<void>(std::size_t, std::span<float>)>& scores, const RunContext& context);

/// What a slider needs: counts per matrix and the exact threshold for k, from sketches alone, in microseconds to milliseconds.
struct CountAnswer {
    std::vector<std::uint64_t> kept;   ///< per matrix
    std::uint64_t total = 0;
    float threshold = 0;               ///< smallest kept score
    std::uint32_t lastMatrix = 0;      ///< the last kept weight in (score desc, matrix, position) order:
    std::uint32_t lastPosition = 0;    ///< with threshold it decides membership of any single weight
    bool exact = true;                 ///< false when k reaches below the tail indices: whole bins only
    /// Is this weight kept?
    bool keeps(float score, std::uint32_t matrix, std::uint32_t position) const;
};
/// One-off form of TailCounter.
CountAnswer countTopK(std::span<const LogHistogram* const> histograms, std::span<const TailIndex* const> tails, std::uint64_t k);

/// Kept counts of any k, from sketches, fast enough to follow a slider. The constructor sums the histograms once (2048 × matrices
/// counts, 8 bytes each); counts() finds the threshold's bin in the sums and then closes in on the threshold over all tails at once, by
/// interpolation: about five rounds of a few neighbouring probes a matrix, no sort, no cache to warm. Keeps the views: the tails must outlive it.
/// Immutable, so any number of threads may ask. Equals selectTopK() for every k ≤ exactUpTo(). Beyond that the answer holds whole
/// bins only, never more than k weights, the threshold is a bin's edge, and `exact` says whether that happens to be all k.
class TailCounter {
public:
    TailCounter() = default;
    /// histograms[i] and tails[i] belong to matrix i and must agree (store::SaliencyArtifact checks this when it opens).
    TailCounter(std::span<const LogHistogram* const> histograms, std::span<const TailView> tails);
    CountAnswer counts(std::uint64_t k) const;
    std::uint64_t exactUpTo() const;  ///< largest k for which every answer up to it is exact
    std::uint64_t weights() const { return m_atOrAbove.empty() ? 0 : m_atOrAbove[0]; }

private:
    std::uint64_t& perMatrix(std::size_t bin, std::size_t matrix) { return m_perMatrix[bin * m_matrices + matrix]; }
    std::uint64_t perMatrix(std::size_t bin, std::size_t matrix) const { return m_perMatrix[bin * m_matrices + matrix]; }
    CountAnswer wholeBins(std::size_t bin, std::uint64_t k, CountAnswer answer) const;
    CountAnswer rankWithin(std::size_t bin, std::uint64_t k, CountAnswer answer) const;
    std::vector<TailView> m_tails;
    std::size_t m_matrices = 0;
    std::size_t m_floorBin = 0;               ///< highest floorBin of all tails that have weights
    std::vector<std::uint64_t> m_atOrAbove;   ///< [kBins + 1] weights in this bin or a higher one
    std::vector<std::uint64_t> m_perMatrix;   ///< [kBins + 1, matrices] the same per matrix
};

}  // namespace tacq

#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace tacq {

/// 2048 bins over magnitudes: 32 per octave (equal steps of the float's top five mantissa bits) × 64 octaves, 2^-48 … 2^16.
/// Bin edges are exact floats, so counts at edges are exact. Zero, NaN and anything below fall into bin 0, anything above into the last.
/// Negative values count by their magnitude; NaN and infinity are counted but add nothing to the sums.
struct LogHistogram {
    static constexpr int kBins = 2048;
    std::array<std::uint64_t, kBins> counts{};
    std::array<double, kBins> sums{};  ///< Σ of the values in the bin

    static int binOf(float value);
    /// Smallest value of a bin, 0 … kBins (kBins: 2^16). Bin 0 also holds everything below its edge 2^-48.
    static float lowerEdge(int bin);
    void add(std::span<const float> values);
    void add(const LogHistogram& other);
    std::uint64_t total() const;
    double sum() const;
};

/// Max and mean over square blocks of a matrix: level l has cells of 2^(l+3) × 2^(l+3) weights, up to one cell.
/// Max-pooling is a correctness need: single outliers must stay visible when zoomed out.
struct Pyramid {
    static constexpr int kFirstLog2 = 3;
    struct Level {
        std::int64_t rows = 0, columns = 0;
        std::vector<float> maximum, mean;  ///< row-major; of magnitudes
    };
    std::int64_t rows = 0, columns = 0;  ///< of the matrix
    std::vector<Level> levels;
    std::vector<double> cellSums;        ///< scratch between begin() and finish()
    /// Streams a matrix in by whole rows, in any order, each row once. Threads may add bands of rows at once if every band
    /// begins at a multiple of 8. Cells at the right and bottom edges average only the weights they have; NaN counts as 0.
    void begin(std::int64_t matrixRows, std::int64_t matrixColumns);
    void addRows(std::int64_t firstRow, std::span<const float> values);  ///< values: k whole rows, magnitudes taken here
    void finish();                                                       ///< builds the levels above the first
};

/// Order of scores for selection: larger score, larger rank; by magnitude; NaN ranks below zero (rank 0).
std::uint32_t scoreRank(float score);

/// Weights in the top of the score distribution, highest score first, equal scores by ascending position. That groups them by
/// histogram bin, so the entries above any threshold are a prefix, found by bisection inside one bin.
struct TailIndex {
    int floorBin = LogHistogram::kBins;      ///< every weight with binOf(score) ≥ floorBin is present
    std::vector<std::uint32_t> position;     ///< row-major index in the matrix
    std::vector<float> score;
    std::vector<std::uint32_t> binStart;     ///< [kBins + 1 − floorBin]: entries of bin kBins−1−i lie in [binStart[i], binStart[i+1])
};

/// A tail that lies elsewhere, in a mapped file (tails of a big model are gigabytes). Layout as in TailIndex.
struct TailView {
    int floorBin = LogHistogram::kBins;
    std::span<const std::uint32_t> position;
    std::span<const float> score;
    std::span<const std::uint32_t> binStart;
    TailView() = default;
    TailView(const TailIndex& tail) : floorBin(tail.floorBin), position(tail.position), score(tail.score), binStart(tail.binStart) {}
};

/// Builds a TailIndex from entries in any order.
TailIndex makeTailIndex(int floorBin, std::vector<std::uint32_t> position, std::vector<float> score);

}  // namespace tacq

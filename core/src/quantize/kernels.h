#pragma once
// Private to quantize: the arithmetic that every weight passes through, vectorised, free of LibTorch.
#include <cstddef>
#include <cstdint>

namespace tacq::kernels {

/// Rows are worked on in strips of this many, stored column by column ([columns][kStripRows]), so that one column of a strip is a
/// few vector registers and the columns' sequence costs no horizontal sums.
inline constexpr std::size_t kStripRows = 32;
/// clipError reads whole steps of this many values: pad with zeros, which every grid represents exactly.
inline constexpr std::size_t kErrorStep = 16;

/// Σ |Q(x) − x|^2.4 over x[0 … count), count a multiple of kErrorStep, Q(x) = scale·(clamp(round(x/scale) + zero, 0, maxCode) − zero).
/// float32; the power is within 1e-6 relative. Once the running sum reaches `limit` the rest is skipped: the answer is then ≥ limit,
/// as the full sum would be, since its terms are not negative.
float clipError(const float* x, std::size_t count, float scale, float zero, float maxCode, float limit);
/// The power alone, for tests: out[i] = |x[i]|^2.4, count a multiple of kErrorStep.
void power24(const float* x, std::size_t count, float* out);

/// One strip in front of one column.
struct StripColumn {
    float* weights;              ///< [kStripRows]: in: before this block's corrections; out: after them
    float* errors;               ///< [blockColumns][kStripRows] of the block; row `index` is written
    std::uint8_t* codes;         ///< [kStripRows], out
    const float* scales;         ///< [kStripRows]
    const float* zeros;          ///< [kStripRows]
    const float* lower;          ///< L[column, first column of the block …], L = Uᵀ
    std::size_t index;           ///< of the column within its block
    float maxCode;
};
/// w −= Σ_{k<index} errors[k]·L[column, k] (in the order of k); code = clamp(round(w/scale) + zero, 0, maxCode);
/// errors[index] = (w − scale·(code − zero)) / L[column, column].
void quantizeColumn(const StripColumn& task);

/// weights[j] −= Σ_k errors[k]·L[j, k] for the `columns` columns behind a block of `blockColumns`; the sum is formed first.
/// lower: L[first column behind, first column of the block]; `stride`: floats between rows of L.
void propagate(float* weights, std::size_t columns, const float* errors, std::size_t blockColumns, const float* lower, std::size_t stride);

/// codes[i] = clamp(round(x[i]/scale) + zero, 0, maxCode); count a multiple of 8.
void roundRow(const float* x, std::size_t count, float scale, float zero, float maxCode, std::uint8_t* codes);

}  // namespace tacq::kernels

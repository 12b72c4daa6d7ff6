#include "quantize/kernels.h"
#include "quantize/vec8.h"

// Compiled with -ffp-contract=fast: a·b + c is one rounding where the machine has FMA. LibTorch's matrix product adds up in this very
// order and way, so a block's corrections equal the reference's bit for bit, and with them the codes that lie near a rounding tie.

namespace tacq::kernels {
namespace {

/// kWide columns at once share the loads of the errors; 16 rows at once fit the registers.
template <std::size_t kWide>
TACQ_FORCE_INLINE void propagateColumns(float* weights, const float* errors, std::size_t blockColumns, const float* lower, std::size_t stride) {
    for (std::size_t half = 0; half < kStripRows; half += 16) {
        Vec8 low[kWide], high[kWide];
        for (std::size_t j = 0; j < kWide; ++j) low[j] = high[j] = all8(0);
        for (std::size_t k = 0; k < blockColumns; ++k) {
            const Vec8 lowError = load8(errors + k * kStripRows + half), highError = load8(errors + k * kStripRows + half + 8);
            for (std::size_t j = 0; j < kWide; ++j) {
                const float factor = lower[j * stride + k];
                low[j] += lowError * factor;
                high[j] += highError * factor;
            }
        }
        for (std::size_t j = 0; j < kWide; ++j) {
            float* to = weights + j * kStripRows + half;
            store8(to, load8(to) - low[j]);
            store8(to + 8, load8(to + 8) - high[j]);
        }
    }
}

TACQ_FORCE_INLINE void propagateBody(float* weights, std::size_t columns, const float* errors, std::size_t blockColumns, const float* lower,
                                     std::size_t stride) {
    constexpr std::size_t kWide = 4;
    std::size_t j = 0;
    for (; j + kWide <= columns; j += kWide) propagateColumns<kWide>(weights + j * kStripRows, errors, blockColumns, lower + j * stride, stride);
    for (; j < columns; ++j) propagateColumns<1>(weights + j * kStripRows, errors, blockColumns, lower + j * stride, stride);
}

TACQ_AVX2_FMA void propagateAvx2(float* weights, std::size_t columns, const float* errors, std::size_t blockColumns, const float* lower,
                                 std::size_t stride) {
    propagateBody(weights, columns, errors, blockColumns, lower, stride);
}

}  // namespace

void propagate(float* weights, std::size_t columns, const float* errors, std::size_t blockColumns, const float* lower, std::size_t stride) {
    return runsAvx2() ? propagateAvx2(weights, columns, errors, blockColumns, lower, stride)
                      : propagateBody(weights, columns, errors, blockColumns, lower, stride);
}

}  // namespace tacq::kernels

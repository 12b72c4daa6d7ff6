#include "quantize/grid.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "quantize/kernels.h"
#include "tacq/base/half.h"

namespace tacq {
namespace {

constexpr int kClipSteps = 80;
constexpr float kLargestHalf = 65504.0f, kSmallestHalf = 0x1p-24f;

float stored(float scale, ScaleType type) {
    if (type == ScaleType::F32) return scale;
    return halfToFloat(floatToHalf(std::clamp(scale, kSmallestHalf, kLargestHalf)));
}

}  // namespace

float maxCode(const GridOptions& grid) { return static_cast<float>((1 << grid.bits) - 1); }

std::span<float> GridFinder::values(std::size_t count) {
    m_count = count;
    m_padded.assign((count + kernels::kErrorStep - 1) / kernels::kErrorStep * kernels::kErrorStep, 0.0f);
    return {m_padded.data(), count};
}

void GridFinder::replaceKept(std::span<const std::uint32_t> keptIndices) {
    if (keptIndices.empty()) return;
    for (const auto i : keptIndices) m_padded[i] = 0;
    double sum = 0;
    for (const float x : m_padded) sum += static_cast<double>(x);
    const std::size_t others = m_count - keptIndices.size();
    const float mean = others > 0 ? static_cast<float>(sum / static_cast<double>(others)) : 0.0f;
    for (const auto i : keptIndices) m_padded[i] = mean;
}

StepAndZero GridFinder::find() {
    const bool symmetric = m_grid.symmetry == Symmetry::Symmetric;
    float low = 0, high = 0;
    for (const float x : m_padded) {
        low = std::min(low, x);
        high = std::max(high, x);
    }
    if (symmetric) {
        high = std::max(high, -low);
        if (low < 0) low = -high;
    }
    // A range too small for a normal step is an empty one.
    if ((high - low) / maxCode(m_grid) < std::numeric_limits<float>::min()) {
        low = -1;
        high = 1;
    }
    StepAndZero best;
    best.scale = (high - low) / maxCode(m_grid);
    best.zero = symmetric ? static_cast<float>(1 << (m_grid.bits - 1)) : std::nearbyint(-low / best.scale);
    if (m_clip == ClipSearch::On) search(low, high, best);
    best.scale = stored(best.scale, m_grid.scaleType);
    best.zero = std::clamp(best.zero, 0.0f, maxCode(m_grid));
    return best;
}

void GridFinder::search(float low, float high, StepAndZero& best) const {
    const bool symmetric = m_grid.symmetry == Symmetry::Symmetric;
    float bestError = std::numeric_limits<float>::infinity();
    for (int i = 0; i < kClipSteps; ++i) {
        const float p = static_cast<float>(1.0 - i / 100.0);
        const float lowNow = p * low, highNow = p * high;
        const float scale = (highNow - lowNow) / maxCode(m_grid);
        const float zero = symmetric ? best.zero : std::nearbyint(-lowNow / scale);
        const float error = kernels::clipError(m_padded.data(), m_padded.size(), scale, zero, maxCode(m_grid), bestError);
        if (error < bestError) {
            bestError = error;
            best = {scale, zero};
        }
    }
}

}  // namespace tacq

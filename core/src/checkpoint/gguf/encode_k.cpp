#include "checkpoint/gguf/encode_k.h"

#include <algorithm>
#include <cmath>

#include "checkpoint/gguf/pack_k.h"
#include "checkpoint/gguf/scale_search.h"
#include "tacq/base/half.h"

namespace tacq {
namespace {

using Values = std::span<const float>;

float sumOfSquares(Values x) {
    float sum = 0;
    for (const float value : x) sum += value * value;
    return sum;
}

/// importance · √(σ² + x²): errors of large values count more, those of small ones not nothing.
void weighByImportance(Values x, Values importance, float sigma2, float* weights) {
    for (std::size_t i = 0; i < x.size(); ++i) weights[i] = importance[i] * std::sqrt(sigma2 + x[i] * x[i]);
}

void weighBySize(Values x, float* weights) {
    for (std::size_t i = 0; i < x.size(); ++i) weights[i] = std::fabs(x[i]);
}

void weighBySizeAndMean(Values x, float* weights) {
    const float mean = std::sqrt(sumOfSquares(x) / static_cast<float>(x.size()));
    for (std::size_t i = 0; i < x.size(); ++i) weights[i] = mean + std::fabs(x[i]);
}

/// What sets the types with minima apart.
struct AffineKind {
    std::size_t width;         ///< of a sub-block
    int most, mostScale;       ///< largest code; largest scale and minimum
    float sigmaFactor;
    void (*weigh)(Values x, float* weights);  ///< without importance
    AffineSteps plain;
};
constexpr AffineSteps kWeighted{-0.9f, 0.05f, 36, false, true};
constexpr AffineKind kQ2{16, 3, 15, 1, weighBySize, {-0.5f, 0.1f, 15, true, true}};
constexpr AffineKind kQ4{32, 15, 63, 2, weighBySizeAndMean, {-1.0f, 0.1f, 20, false, true}};
constexpr AffineKind kQ5{32, 31, 63, 2, weighBySizeAndMean, {-0.5f, 0.1f, 15, false, true}};

/// Scales or minima as multiples of one number, which is returned: the largest one sets it.
float byLargest(Values x, int most, std::uint8_t* codes) {
    const float largest = std::max(0.0f, *std::max_element(x.begin(), x.end()));
    const float inverse = largest > 0 ? static_cast<float>(most) / largest : 0.0f;
    for (std::size_t j = 0; j < x.size(); ++j) codes[j] = static_cast<std::uint8_t>(std::min(most, nearestWhole(inverse * x[j])));
    return largest / static_cast<float>(most);
}

AffineSuper fitAffine(const AffineKind& kind, Values x, Values importance) {
    AffineSuper super;
    const std::size_t count = x.size() / kind.width;
    std::array<float, 16> scales{}, lows{}, sums{};
    std::array<float, 32> weights{};
    const float sigma2 = kind.sigmaFactor * sumOfSquares(x) / static_cast<float>(x.size());
    for (std::size_t j = 0; j < count; ++j) {
        const Values part = x.subspan(j * kind.width, kind.width);
        if (importance.empty()) kind.weigh(part, weights.data());
        else weighByImportance(part, importance.subspan(j * kind.width, kind.width), sigma2, weights.data());
        const Values used = std::span(weights).first(kind.width);
        for (const float weight : used) sums[j] += weight;
        const auto [scale, low] = searchAffine(part, used, kind.most, importance.empty() ? kind.plain : kWeighted, super.codes.data() + j * kind.width);
        scales[j] = scale;
        lows[j] = low;
    }
    const Values scaleList = std::span(scales).first(count), lowList = std::span(lows).first(count), sumList = std::span(sums).first(count);
    const auto shared = [&](Values list, std::uint8_t* codes) {
        return floatToHalf(importance.empty() ? byLargest(list, kind.mostScale, codes) : searchPositiveScale(list, sumList, kind.mostScale, codes));
    };
    super.d = shared(scaleList, super.scales.data());
    super.low = shared(lowList, super.mins.data());
    const float d = halfToFloat(super.d), low = halfToFloat(super.low);
    for (std::size_t j = 0; j < count; ++j) {
        // Codes anew, for the scale and minimum that are really stored.
        const float scale = d * static_cast<float>(super.scales[j]), offset = low * static_cast<float>(super.mins[j]);
        if (scale == 0) continue;
        for (std::size_t i = j * kind.width; i < (j + 1) * kind.width; ++i)
            super.codes[i] = static_cast<std::uint8_t>(std::clamp(nearestWhole((x[i] + offset) / scale), 0, kind.most));
    }
    return super;
}

/// Codes for the scales that are really stored.
void codesOfStored(Values x, int half, SymmetricSuper& super) {
    const float d = halfToFloat(super.d);
    for (std::size_t j = 0; j < 16; ++j) {
        const float scale = d * static_cast<float>(super.scales[j]);
        if (scale == 0) continue;
        for (std::size_t i = 16 * j; i < 16 * (j + 1); ++i)
            super.codes[i] = static_cast<std::uint8_t>(std::clamp(nearestWhole(x[i] / scale), -half, half - 1) + half);
    }
}

/// The scale of the largest size, with its sign, becomes −`least` steps.
float largestScale(Values scales) {
    float largest = 0;
    for (const float scale : scales)
        if (std::fabs(scale) > std::fabs(largest)) largest = scale;
    return largest;
}

}  // namespace

void encodeQ2_K(Values x, Values importance, std::uint8_t* block) { packQ2_K(fitAffine(kQ2, x, importance), block); }
void encodeQ4_K(Values x, Values importance, std::uint8_t* block) { packQ4_K(fitAffine(kQ4, x, importance), block); }
void encodeQ5_K(Values x, Values importance, std::uint8_t* block) { packQ5_K(fitAffine(kQ5, x, importance), block); }

void encodeQ3_K(Values x, Values importance, std::uint8_t* block) {
    SymmetricSuper super;
    std::array<float, 16> scales{}, sums{}, weights{};
    const float sigma2 = 2 * sumOfSquares(x) / 256;
    for (std::size_t j = 0; j < 16; ++j) {
        const Values part = x.subspan(16 * j, 16);
        std::uint8_t* codes = super.codes.data() + 16 * j;
        if (importance.empty()) {
            scales[j] = descendScale(part, 4, codes);
            continue;
        }
        weighByImportance(part, importance.subspan(16 * j, 16), sigma2, weights.data());
        for (const float weight : weights) sums[j] += weight;
        scales[j] = searchScale(part, weights, 4, codes);
    }
    if (importance.empty()) {
        const float largest = largestScale(scales);
        const float inverse = largest != 0 ? -32.0f / largest : 0.0f;
        for (std::size_t j = 0; j < 16; ++j) super.scales[j] = static_cast<std::int8_t>(largest != 0 ? std::clamp(nearestWhole(inverse * scales[j]), -32, 31) : -32);
        super.d = floatToHalf(largest != 0 ? 1 / inverse : 0.0f);
    } else {
        std::array<std::uint8_t, 16> codes;
        super.d = floatToHalf(searchScale(scales, sums, 32, codes.data()));
        for (std::size_t j = 0; j < 16; ++j) super.scales[j] = static_cast<std::int8_t>(codes[j] - 32);
    }
    codesOfStored(x, 4, super);
    packQ3_K(super, block);
}

void encodeQ6_K(Values x, Values importance, std::uint8_t* block) {
    SymmetricSuper super;
    std::array<float, 16> scales{}, weights{};
    for (std::size_t j = 0; j < 16; ++j) {
        const Values part = x.subspan(16 * j, 16);
        for (std::size_t i = 0; i < 16; ++i) weights[i] = importance.empty() ? part[i] * part[i] : importance[16 * j + i];
        scales[j] = searchScale(part, weights, 32, super.codes.data() + 16 * j);
    }
    const float largest = largestScale(scales);
    if (std::fabs(largest) < 1e-15f) return std::fill_n(block, 210, std::uint8_t{0}), void();
    const float inverse = -128.0f / largest;
    super.d = floatToHalf(1 / inverse);
    for (std::size_t j = 0; j < 16; ++j) super.scales[j] = static_cast<std::int8_t>(std::clamp(nearestWhole(inverse * scales[j]), -128, 127));
    codesOfStored(x, 32, super);
    packQ6_K(super, block);
}

}  // namespace tacq

#include "model/rope.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tacq {
namespace {

torch::Tensor wavelengthBase(double theta, std::int64_t headDim) {
    const auto exponents = torch::arange(0, headDim, 2, torch::kFloat32) / static_cast<double>(headDim);
    return torch::pow(theta, exponents);
}

/// Long wavelengths are interpolated by `factor`, short ones kept, with a smooth crossing between.
torch::Tensor llama3Inverse(const RopeConfig& rope, const torch::Tensor& inverse) {
    const double context = static_cast<double>(rope.originalContext);
    const double lowWavelength = context / rope.lowFrequencyFactor, highWavelength = context / rope.highFrequencyFactor;
    const auto wavelength = 2.0 * std::numbers::pi / inverse;
    const auto scaled = torch::where(wavelength > lowWavelength, inverse / rope.factor, inverse);
    const auto smooth = (context / wavelength - rope.lowFrequencyFactor) / (rope.highFrequencyFactor - rope.lowFrequencyFactor);
    const auto smoothed = (1 - smooth) * scaled / rope.factor + smooth * scaled;
    const auto medium = (wavelength >= highWavelength).logical_and(wavelength <= lowWavelength);
    return torch::where(medium, smoothed, scaled);
}

double yarnMagnitude(double scale, double factor = 1.0) { return scale <= 1.0 ? 1.0 : 0.1 * factor * std::log(scale) + 1.0; }

double yarnAmplitude(const RopeConfig& rope) {
    if (rope.attentionFactor) return *rope.attentionFactor;
    const double mscale = rope.mscale.value_or(0.0), allDim = rope.mscaleAllDim.value_or(0.0);
    if (mscale != 0.0 && allDim != 0.0) return yarnMagnitude(rope.factor, mscale) / yarnMagnitude(rope.factor, allDim);
    return yarnMagnitude(rope.factor);
}

torch::Tensor yarnInverse(const RopeConfig& rope, const torch::Tensor& base, std::int64_t headDim) {
    const double size = static_cast<double>(headDim);
    const auto dimension = [&](double rotations) {
        const double context = static_cast<double>(rope.originalContext);
        return size * std::log(context / (rotations * 2.0 * std::numbers::pi)) / (2.0 * std::log(rope.theta));
    };
    double low = dimension(rope.betaFast), high = dimension(rope.betaSlow);
    if (rope.truncate) {
        low = std::floor(low);
        high = std::ceil(high);
    }
    low = std::max(low, 0.0);
    high = std::min(high, size - 1.0);
    if (low == high) high += 0.001;
    const auto ramp = torch::clamp((torch::arange(headDim / 2, torch::kFloat32) - low) / (high - low), 0.0, 1.0);
    const auto keep = 1 - ramp;
    const auto extrapolated = 1.0 / base, interpolated = 1.0 / (rope.factor * base);
    return interpolated * (1 - keep) + extrapolated * keep;
}

}  // namespace

RopeFrequencies ropeFrequencies(const RopeConfig& rope, std::int64_t headDim) {
    const auto base = wavelengthBase(rope.theta, headDim);
    const auto inverse = 1.0 / base;
    switch (rope.type) {
        case RopeType::Default: return {inverse, 1.0};
        case RopeType::Linear: return {inverse / rope.factor, 1.0};
        case RopeType::Llama3: return {llama3Inverse(rope, inverse), 1.0};
        case RopeType::Yarn: return {yarnInverse(rope, base, headDim), yarnAmplitude(rope)};
    }
    return {inverse, 1.0};
}

}  // namespace tacq

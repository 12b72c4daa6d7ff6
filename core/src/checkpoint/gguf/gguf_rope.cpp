#include "checkpoint/gguf/gguf_rope.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "checkpoint/gguf/gguf_keys.h"

namespace tacq {

double llama3Factor(const RopeConfig& rope, std::int64_t i, std::int64_t headDim) {
    const double wavelength = 2 * std::numbers::pi * std::pow(rope.theta, 2.0 * static_cast<double>(i) / static_cast<double>(headDim));
    const auto context = static_cast<double>(rope.originalContext);
    if (wavelength < context / rope.highFrequencyFactor) return 1;
    if (wavelength > context / rope.lowFrequencyFactor) return rope.factor;
    const double t = (context / wavelength - rope.lowFrequencyFactor) / (rope.highFrequencyFactor - rope.lowFrequencyFactor);
    return 1 / ((1 - t) / rope.factor + t);
}

namespace {

bool reproduces(const RopeConfig& rope, std::int64_t headDim, const std::vector<float>& factors) {
    for (std::size_t i = 0; i < factors.size(); ++i) {
        const double expected = llama3Factor(rope, static_cast<std::int64_t>(i), headDim);
        if (!(std::abs(static_cast<double>(factors[i]) - expected) <= 1e-4 * expected)) return false;
    }
    return true;
}

/// GGUF stores only the outcome of the llama3 rule. Its parameters are found again by trying those in use.
void recoverLlama3(GgufValues& values, std::int64_t headDim, const std::vector<float>& factors, RopeConfig& rope) {
    if (factors.size() != static_cast<std::size_t>(headDim / 2))
        return values.refuse(ErrorCode::InvalidFile, "rope_freqs.weight does not have half the head size", "get an undamaged copy of the file");
    if (std::all_of(factors.begin(), factors.end(), [](float f) { return std::abs(f - 1.0f) < 1e-6f; })) return;
    RopeConfig trial = rope;
    trial.type = RopeType::Llama3;
    trial.factor = static_cast<double>(*std::max_element(factors.begin(), factors.end()));
    trial.lowFrequencyFactor = 1;
    for (const double high : {4.0, 2.0, 8.0})
        for (const int exponent : {13, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15, 16, 17, 18, 19, 20}) {
            trial.highFrequencyFactor = high;
            trial.originalContext = std::int64_t{1} << exponent;
            if (!reproduces(trial, headDim, factors)) continue;
            rope = trial;
            return;
        }
    values.refuse(ErrorCode::UnsupportedModel, "rope_freqs.weight does not follow the llama3 rule", "use the model's safetensors, whose config.json says how it scales");
}

}  // namespace

RopeConfig readGgufRope(GgufValues& values, std::int64_t headDim, const std::vector<float>& factors) {
    RopeConfig rope;
    rope.theta = values.real(kRopeBaseKey, 10000.0, 1.0, 1e12);
    const std::string type = values.text(kRopeTypeKey, "none");
    const double factor = values.real(kRopeFactorKey, values.real("rope.scale_linear", 1.0, 0.0, 1e6), 0.0, 1e6);
    if (type == "linear" || (type == "none" && values.has("rope.scale_linear"))) {
        rope.type = factor > 0 && factor != 1 ? RopeType::Linear : RopeType::Default;
        rope.factor = rope.type == RopeType::Linear ? factor : 1;
    } else if (type == "yarn") {
        rope.type = RopeType::Yarn;
        rope.factor = factor;
        rope.originalContext = values.integer(kRopeContextKey, values.integer("context_length", 0, 0, INT64_MAX), 1, std::int64_t{1} << 40);
        rope.betaFast = values.real(kRopeFastKey, 32.0, 0.0, 1e6);
        rope.betaSlow = values.real(kRopeSlowKey, 1.0, 0.0, 1e6);
        if (values.has(kRopeAttentionKey))
            rope.attentionFactor = values.real(kRopeAttentionKey, 1.0, 0.0, 1e6) * (0.1 * std::log(std::max(factor, 1.0)) + 1);
        if (!(factor >= 1)) values.refuse(ErrorCode::InvalidFile, "yarn scaling without a factor of 1 or more", "get an undamaged copy of the file");
    } else if (type != "none") {
        values.refuse(ErrorCode::UnsupportedModel, "rotary scaling \"" + type.substr(0, 60) + "\" is not supported", "supported are linear, yarn and llama3");
    }
    if (!factors.empty()) recoverLlama3(values, headDim, factors, rope);
    return rope;
}

}  // namespace tacq

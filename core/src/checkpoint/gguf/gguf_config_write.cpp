#include <algorithm>
#include <cmath>

#include "checkpoint/config/family.h"
#include "checkpoint/config/windows.h"
#include "checkpoint/gguf/gguf_config.h"
#include "checkpoint/gguf/gguf_keys.h"
#include "checkpoint/gguf/gguf_rope.h"

namespace tacq {
namespace {

Error noPlace(const ModelConfig& config, const std::string& what) {
    return {ErrorCode::UnsupportedFormat, what + " have no place in a GGUF of " + config.architectureName, "--format gguf", "export it as hf"};
}

/// transformers' factor on cos and sin for YaRN.
double yarnAttention(const RopeConfig& rope) {
    const auto scale = [&](double mscale) { return rope.factor <= 1 ? 1.0 : 0.1 * mscale * std::log(rope.factor) + 1; };
    if (rope.attentionFactor) return *rope.attentionFactor;
    if (rope.mscale.value_or(0) != 0 && rope.mscaleAllDim.value_or(0) != 0) return scale(*rope.mscale) / scale(*rope.mscaleAllDim);
    return scale(1);
}

void writeRope(const RopeConfig& rope, const std::string& prefix, GgufMetadata& metadata) {
    metadata.real(prefix + kRopeBaseKey, rope.theta);
    if (rope.type != RopeType::Linear && rope.type != RopeType::Yarn) return;
    metadata.text(prefix + kRopeTypeKey, rope.type == RopeType::Linear ? "linear" : "yarn");
    metadata.real(prefix + kRopeFactorKey, rope.factor);
    if (rope.type == RopeType::Linear) return;
    metadata.whole(prefix + kRopeContextKey, rope.originalContext);
    metadata.real(prefix + kRopeFastKey, rope.betaFast);
    metadata.real(prefix + kRopeSlowKey, rope.betaSlow);
    // llama.cpp multiplies by 1 + 0.1 · ln(factor) of its own.
    const double usual = 0.1 * std::log(std::max(rope.factor, 1.0)) + 1, wanted = yarnAttention(rope);
    if (std::abs(wanted - usual) > 1e-9) metadata.real(prefix + kRopeAttentionKey, wanted / usual);
}

}  // namespace

const FamilySpec* ggufFamily(const FamilySpec& family) {
    const FamilySpec* stands = family.ggufAs ? family.ggufAs : &family;
    return stands->ggufArchitecture ? stands : nullptr;
}

Result<void> writeGgufConfig(const ModelConfig& config, GgufMetadata& metadata) {
    const FamilySpec* family = ggufFamily(*config.family);
    if (!family)
        return Error{ErrorCode::UnsupportedFormat, "models of " + config.architectureName + " are not written as GGUF", "--format gguf", "export it as hf and use llama.cpp's own converter"};
    if ((config.attentionOutputBias || config.mlpBias) && !family->ggufHoldsAllBiases) return noPlace(config, "biases of o_proj or of the MLP");
    if (config.rope.type == RopeType::Yarn && !config.rope.truncate) return noPlace(config, "YaRN frequencies that are not rounded outward");
    metadata.text("general.architecture", family->ggufArchitecture);
    const std::string prefix = std::string(family->ggufArchitecture) + ".";
    metadata.whole(prefix + "vocab_size", config.vocabSize);
    for (const GgufSize& entry : ggufSizes()) metadata.whole(prefix + entry.key, config.*entry.size);
    metadata.real(prefix + kRmsEpsilonKey, config.rmsNormEpsilon);
    writeRope(config.rope, prefix, metadata);
    if (config.family->writeGguf && !config.family->writeGguf(config, metadata)) return noPlace(config, "layers without rotary embeddings in this order");
    return {};
}

std::vector<float> ggufRopeFactors(const ModelConfig& config) {
    std::vector<float> factors;
    for (std::int64_t i = 0; config.rope.type == RopeType::Llama3 && i < config.headDim / 2; ++i)
        factors.push_back(static_cast<float>(llama3Factor(config.rope, i, config.headDim)));
    return factors;
}

std::vector<std::string> ggufOmissions(const ModelConfig& config) {
    std::vector<std::string> omitted;
    if (const std::int64_t window = widestWindow(config); window > 0 && window < config.contextLength)
        omitted.push_back("the sliding window of " + std::to_string(window) + " tokens is not in the file: longer texts give other answers");
    return omitted;
}

}  // namespace tacq

#pragma once
// Families that only the tests know: table entries, as a new family of the product would be (docs/how-to-add.md).
#include <cmath>
#include <filesystem>
#include <string>

#include "checkpoint/config/family.h"
#include "test_paths.h"

namespace tacq::test {

inline const std::string kFamilyModels[] = {"output_norms", "multipliers", "one_plus_gain", "fused"};
inline std::filesystem::path familyModel(const std::string& name) { return std::filesystem::path(tacq::paths::testData()) / "family" / name; }

/// Norms on the sublayers' outputs only, q and k normed over their whole width.
inline const FamilySpec kOutputNorms{
    .architectureName = "Olmo2ForCausalLM",
    .modelType = "olmo2",
    .title = "OLMo 2 (tests)",
    .names = {.attentionNorm = nullptr, .attentionOutNorm = "post_attention_layernorm", .mlpNorm = nullptr, .mlpOutNorm = "post_feedforward_layernorm"},
    .queryKeyNorm = QueryKeyNorm::FullWidth,
};

inline const FamilySpec kMultipliers{
    .architectureName = "GraniteForCausalLM",
    .modelType = "granite",
    .title = "Granite (tests)",
    .read = [](Fields& fields, const Json&, ModelConfig& config) {
        config.embeddingMultiplier = fields.real("embedding_multiplier", 1.0, 1e-6, 1e6);
        config.attentionScale = fields.real("attention_multiplier", 1.0, 1e-6, 1e6);
        config.residualMultiplier = fields.real("residual_multiplier", 1.0, 1e-6, 1e6);
        config.logitMultiplier = 1 / fields.real("logits_scaling", 1.0, 1e-6, 1e6);
    },
    .write = [](const ModelConfig& config, Json& json) {
        json["embedding_multiplier"] = config.embeddingMultiplier;
        json["attention_multiplier"] = config.attentionScale;
        json["residual_multiplier"] = config.residualMultiplier;
        json["logits_scaling"] = 1 / config.logitMultiplier;
    },
};

/// Gains of 1 + w, GELU, scaled embeddings.
inline const FamilySpec kOnePlusGain{
    .architectureName = "GemmaForCausalLM",
    .modelType = "gemma",
    .title = "Gemma (tests)",
    .defaults = {.headDim = 256, .tiedEmbeddings = true},
    .normGain = NormGain::OnePlusWeight,
    .activation = Activation::GeluTanh,
    .read = [](Fields&, const Json&, ModelConfig& config) { config.embeddingMultiplier = std::sqrt(static_cast<double>(config.hiddenSize)); },
};

/// One tensor holds q, k and v, another gate and up.
inline const FamilySpec kFused{
    .architectureName = "Phi3ForCausalLM",
    .modelType = "phi3",
    .title = "Phi-3 (tests)",
    .defaults = {.contextLength = 4096, .bosToken = 1, .eosToken = 32000},
    .names = {.fused = {"self_attn.qkv_proj", "self_attn.qkv_proj", "self_attn.qkv_proj", nullptr, "mlp.gate_up_proj", "mlp.gate_up_proj", nullptr}},
    .queryKeyValueBias = BiasRule::Stated,
};

/// Into the program's table, once.
inline void addTestFamilies() {
    static const bool added = [] {
        for (const FamilySpec* family : {&kOutputNorms, &kMultipliers, &kOnePlusGain, &kFused}) if (!addFamily(*family).ok()) return false;
        return true;
    }();
    (void)added;
}

}  // namespace tacq::test

#include <algorithm>

#include "base/json.h"
#include "tacq/checkpoint/model_config.h"

namespace tacq {
namespace {

void writeRope(const RopeConfig& rope, Json& json) {
    // The older spelling: every transformers since 4.43 reads it.
    json["rope_theta"] = rope.theta;
    Json scaling;
    switch (rope.type) {
        case RopeType::Default: break;
        case RopeType::Linear: scaling = {{"rope_type", "linear"}, {"factor", rope.factor}}; break;
        case RopeType::Llama3:
            scaling = {{"rope_type", "llama3"},
                       {"factor", rope.factor},
                       {"low_freq_factor", rope.lowFrequencyFactor},
                       {"high_freq_factor", rope.highFrequencyFactor},
                       {"original_max_position_embeddings", rope.originalContext}};
            break;
        case RopeType::Yarn:
            scaling = {{"rope_type", "yarn"},
                       {"factor", rope.factor},
                       {"original_max_position_embeddings", rope.originalContext},
                       {"beta_fast", rope.betaFast},
                       {"beta_slow", rope.betaSlow}};
            if (rope.attentionFactor) scaling["attention_factor"] = *rope.attentionFactor;
            if (rope.mscale) scaling["mscale"] = *rope.mscale;
            if (rope.mscaleAllDim) scaling["mscale_all_dim"] = *rope.mscaleAllDim;
            if (!rope.truncate) scaling["truncate"] = false;
            break;
    }
    json["rope_scaling"] = scaling;
}

void writeWindows(const ModelConfig& config, Json& json) {
    const auto& windows = config.slidingWindow;
    const auto widest = windows.empty() ? windows.end() : std::max_element(windows.begin(), windows.end());
    const std::int64_t window = widest == windows.end() ? 0 : *widest;
    if (config.architecture == Architecture::Mistral) json["sliding_window"] = window > 0 ? Json(window) : Json();
    if (config.architecture != Architecture::Qwen2 && config.architecture != Architecture::Qwen3) return;
    json["use_sliding_window"] = window > 0;
    json["sliding_window"] = window > 0 ? Json(window) : Json();
    if (window == 0) return;
    // Both spellings: layer_types for newer readers, max_window_layers for those before it.
    const auto first = std::find_if(windows.begin(), windows.end(), [](std::int64_t w) { return w > 0; });
    json["max_window_layers"] = first - windows.begin();
    Json types = Json::array();
    for (const std::int64_t w : windows) types.push_back(w > 0 ? "sliding_attention" : "full_attention");
    json["layer_types"] = types;
}

}  // namespace

std::string writeModelConfig(const ModelConfig& config) {
    Json json = Json::object();
    json["architectures"] = {config.architectureName};
    json["model_type"] = config.modelType;
    json["vocab_size"] = config.vocabSize;
    json["hidden_size"] = config.hiddenSize;
    json["intermediate_size"] = config.intermediateSize;
    json["num_hidden_layers"] = config.layers;
    json["num_attention_heads"] = config.heads;
    json["num_key_value_heads"] = config.keyValueHeads;
    json["head_dim"] = config.headDim;
    json["hidden_act"] = "silu";
    json["max_position_embeddings"] = config.contextLength;
    json["rms_norm_eps"] = config.rmsNormEpsilon;
    json["tie_word_embeddings"] = config.tiedEmbeddings;
    if (config.architecture == Architecture::Llama || config.architecture == Architecture::Qwen3) json["attention_bias"] = config.attentionBias;
    if (config.architecture == Architecture::Llama) json["mlp_bias"] = config.mlpBias;
    json["attention_dropout"] = 0.0;
    json["use_cache"] = true;
    writeRope(config.rope, json);
    writeWindows(config, json);
    json["bos_token_id"] = config.bosToken >= 0 ? Json(config.bosToken) : Json();
    json["eos_token_id"] = config.eosTokens.empty() ? Json() : config.eosTokens.size() == 1 ? Json(config.eosTokens.front()) : Json(config.eosTokens);
    if (!config.torchDtype.empty()) json["torch_dtype"] = config.torchDtype;
    return dumpJson(json, 2) + "\n";
}

}  // namespace tacq

#include "base/json.h"
#include "checkpoint/config/family.h"
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
    json["hidden_act"] = config.activation == Activation::Silu ? "silu" : "gelu_pytorch_tanh";
    json["max_position_embeddings"] = config.contextLength;
    json["rms_norm_eps"] = config.rmsNormEpsilon;
    json["tie_word_embeddings"] = config.tiedEmbeddings;
    if (config.family->queryKeyValueBias == BiasRule::Stated) json["attention_bias"] = config.attentionBias;
    if (config.family->mlpBias == BiasRule::Stated) json["mlp_bias"] = config.mlpBias;
    json["attention_dropout"] = 0.0;
    json["use_cache"] = true;
    writeRope(config.rope, json);
    if (config.family->write) config.family->write(config, json);
    json["bos_token_id"] = config.bosToken >= 0 ? Json(config.bosToken) : Json();
    json["eos_token_id"] = config.eosTokens.empty() ? Json() : config.eosTokens.size() == 1 ? Json(config.eosTokens.front()) : Json(config.eosTokens);
    if (!config.torchDtype.empty()) json["torch_dtype"] = config.torchDtype;
    return dumpJson(json, 2) + "\n";
}

}  // namespace tacq

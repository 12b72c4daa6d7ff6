#include "checkpoint/gguf/gguf_config.h"

#include <algorithm>
#include <array>
#include <utility>

#include "checkpoint/gguf/ggml_types.h"
#include "checkpoint/gguf/gguf_rope.h"
#include "checkpoint/gguf/gguf_values.h"

namespace tacq {
namespace {

constexpr std::int64_t kMostWidth = 1 << 24;

struct Family {
    const char* prefix;
    Architecture architecture;
    const char* name;
    const char* modelType;
};
// Mistral is converted under `llama`: the same graph. Its window, if any, is not in the file.
constexpr std::array<Family, 3> kFamilies{{{"llama", Architecture::Llama, "LlamaForCausalLM", "llama"},
                                           {"qwen2", Architecture::Qwen2, "Qwen2ForCausalLM", "qwen2"},
                                           {"qwen3", Architecture::Qwen3, "Qwen3ForCausalLM", "qwen3"}}};

constexpr std::array<std::pair<const char*, const char*>, 12> kBlockNames{{
    {"attn_norm", "input_layernorm"}, {"attn_q", "self_attn.q_proj"}, {"attn_k", "self_attn.k_proj"}, {"attn_v", "self_attn.v_proj"},
    {"attn_output", "self_attn.o_proj"}, {"attn_q_norm", "self_attn.q_norm"}, {"attn_k_norm", "self_attn.k_norm"},
    {"ffn_norm", "post_attention_layernorm"}, {"ffn_gate", "mlp.gate_proj"}, {"ffn_up", "mlp.up_proj"}, {"ffn_down", "mlp.down_proj"},
    {"attn_rot_embd", ""},
}};

bool has(const std::vector<GgufTensor>& tensors, const std::string& name) {
    return std::any_of(tensors.begin(), tensors.end(), [&](const GgufTensor& t) { return t.name == name; });
}

void readSizes(GgufValues& values, const std::vector<GgufTensor>& tensors, ModelConfig& config) {
    const auto embedding = std::find_if(tensors.begin(), tensors.end(), [](const GgufTensor& t) { return t.name == "token_embd.weight"; });
    if (embedding == tensors.end() || embedding->sizes.size() != 2 || embedding->sizes[1] < 1 || embedding->sizes[1] > kMostWidth)
        return values.refuse(ErrorCode::InvalidFile, "the file holds no token embeddings", "use a GGUF with weights, not a vocabulary or an adapter");
    config.vocabSize = embedding->sizes[1];
    config.hiddenSize = values.integer("embedding_length", std::nullopt, 1, kMostWidth);
    config.layers = values.integer("block_count", std::nullopt, 1, 4096);
    config.intermediateSize = values.integer("feed_forward_length", std::nullopt, 1, kMostWidth);
    config.contextLength = values.integer("context_length", std::nullopt, 1, std::int64_t{1} << 40);
    config.heads = values.integer("attention.head_count", std::nullopt, 1, 65536);
    config.keyValueHeads = values.integer("attention.head_count_kv", config.heads, 1, 65536);
    config.headDim = values.integer("attention.key_length", std::max<std::int64_t>(config.hiddenSize / config.heads, 1), 1, 65536);
    config.rmsNormEpsilon = values.real("attention.layer_norm_rms_epsilon", std::nullopt, 0.0, 1.0);
}

void checkSizes(GgufValues& values, const ModelConfig& config) {
    if (config.heads % config.keyValueHeads != 0) values.refuse(ErrorCode::InvalidFile, "attention heads are not a multiple of key/value heads", "get an undamaged copy of the file");
    if (config.headDim % 2 != 0 || config.heads * config.headDim > kMostWidth) values.refuse(ErrorCode::InvalidFile, "an impossible head size", "get an undamaged copy of the file");
    if (values.integer("attention.value_length", config.headDim, 1, 65536) != config.headDim)
        values.refuse(ErrorCode::UnsupportedModel, "keys and values of different sizes are not supported", "use another model");
    if (values.integer("rope.dimension_count", config.headDim, 0, 65536) != config.headDim)
        values.refuse(ErrorCode::UnsupportedModel, "partial rotary embeddings are not supported", "use another model");
    if (values.integer("expert_count", 0, 0, 1 << 20) > 0)
        values.refuse(ErrorCode::UnsupportedModel, "mixture-of-experts models are not supported", "supported are " + supportedArchitectures());
}

void readParts(GgufValues& values, const std::vector<GgufTensor>& tensors, ModelConfig& config) {
    config.tiedEmbeddings = !has(tensors, "output.weight");
    config.attentionBias = has(tensors, "blk.0.attn_q.bias");
    config.attentionOutputBias = has(tensors, "blk.0.attn_output.bias");
    config.mlpBias = has(tensors, "blk.0.ffn_down.bias");
    config.queryKeyNorm = config.architecture == Architecture::Qwen3;
    const bool qwen2 = config.architecture == Architecture::Qwen2;
    if (config.attentionOutputBias != (qwen2 ? false : config.attentionBias) || (qwen2 && !config.attentionBias))
        values.refuse(ErrorCode::UnsupportedModel, "this combination of attention biases is not one of " + config.architectureName, "use the model's safetensors");
}

void readTokens(const GgufFile& file, ModelConfig& config) {
    const auto id = [&](const char* key) {
        const auto* value = file.get<std::int64_t>(std::string("tokenizer.ggml.") + key);
        return value && *value >= 0 && *value < config.vocabSize ? *value : -1;
    };
    config.bosToken = id("bos_token_id");
    for (const char* key : {"eos_token_id", "eot_token_id", "eom_token_id"})
        if (const std::int64_t token = id(key); token >= 0 && std::find(config.eosTokens.begin(), config.eosTokens.end(), token) == config.eosTokens.end())
            config.eosTokens.push_back(token);
}

/// The dtype that comes nearest to what most of the file holds.
std::string declaredType(const std::vector<GgufTensor>& tensors) {
    std::uint64_t largest = 0;
    std::uint32_t type = 0;
    for (const GgufTensor& tensor : tensors)
        if (tensor.bytes > largest) {
            largest = tensor.bytes;
            type = tensor.type;
        }
    const auto known = tensorTypeOfGgml(type);
    if (known == TensorType::F32) return "float32";
    return known == TensorType::BF16 ? "bfloat16" : "float16";
}

}  // namespace

std::string huggingFaceName(const std::string& ggufName) {
    if (ggufName == "token_embd.weight") return "model.embed_tokens.weight";
    if (ggufName == "output_norm.weight") return "model.norm.weight";
    if (ggufName == "output.weight") return "lm_head.weight";
    if (!ggufName.starts_with("blk.")) return {};
    const std::size_t dot = ggufName.find('.', 4), last = ggufName.rfind('.');
    if (dot == std::string::npos || last <= dot) return {};
    const std::string part = ggufName.substr(dot + 1, last - dot - 1);
    for (const auto& [gguf, huggingFace] : kBlockNames)
        if (part == gguf && *huggingFace) return "model.layers." + ggufName.substr(4, dot - 4) + "." + huggingFace + ggufName.substr(last);
    return {};
}

Result<ModelConfig> ggufModelConfig(const GgufFile& file, const std::vector<GgufTensor>& tensors, const std::vector<float>& ropeFactors) {
    const auto* name = file.get<std::string>("general.architecture");
    const auto family = std::find_if(kFamilies.begin(), kFamilies.end(), [&](const Family& f) { return name && *name == f.prefix; });
    if (family == kFamilies.end())
        return Error{ErrorCode::UnsupportedModel, name ? "GGUF architecture \"" + name->substr(0, 60) + "\" is not supported" : "the file names no architecture",
                     file.path().string(), "supported are llama, qwen2 and qwen3 (" + supportedArchitectures() + ")"};
    GgufValues values(file, *name + ".");
    ModelConfig config;
    config.architecture = family->architecture;
    config.architectureName = family->name;
    config.modelType = family->modelType;
    readSizes(values, tensors, config);
    if (values.problem()) return *values.problem();
    checkSizes(values, config);
    config.rope = readGgufRope(values, config.headDim, ropeFactors);
    readParts(values, tensors, config);
    if (values.problem()) return *values.problem();
    config.slidingWindow.assign(static_cast<std::size_t>(config.layers), 0);
    readTokens(file, config);
    config.torchDtype = declaredType(tensors);
    return config;
}

}  // namespace tacq

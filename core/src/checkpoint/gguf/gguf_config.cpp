#include "checkpoint/gguf/gguf_config.h"

#include <algorithm>
#include <array>

#include "checkpoint/config/family.h"
#include "checkpoint/config/limits.h"
#include "checkpoint/gguf/ggml_types.h"
#include "checkpoint/gguf/gguf_keys.h"
#include "checkpoint/gguf/gguf_rope.h"
#include "checkpoint/gguf/gguf_values.h"

namespace tacq {
namespace {

struct BlockName {
    const char* gguf;
    const char* FamilyNames::*norm;  ///< null: a linear
    LinearKind linear = LinearKind::Query;
};
/// llama.cpp calls a part of a block by what it does, in every family alike.
constexpr std::array<BlockName, 13> kBlockNames{{
    {"attn_norm", &FamilyNames::attentionNorm}, {"attn_q", nullptr, LinearKind::Query}, {"attn_k", nullptr, LinearKind::Key},
    {"attn_v", nullptr, LinearKind::Value}, {"attn_output", nullptr, LinearKind::Output}, {"attn_q_norm", &FamilyNames::queryNorm},
    {"attn_k_norm", &FamilyNames::keyNorm}, {"post_attention_norm", &FamilyNames::attentionOutNorm},
    {"ffn_norm", &FamilyNames::mlpNorm}, {"ffn_gate", nullptr, LinearKind::Gate}, {"ffn_up", nullptr, LinearKind::Up},
    {"ffn_down", nullptr, LinearKind::Down}, {"post_ffw_norm", &FamilyNames::mlpOutNorm},
}};

const FamilySpec* findFamily(const std::string* architecture) {
    const auto all = families();
    const auto found = std::find_if(all.begin(), all.end(), [&](const FamilySpec* f) { return architecture && f->ggufArchitecture && *architecture == f->ggufArchitecture; });
    return found == all.end() ? nullptr : *found;
}

std::string readArchitectures() {
    std::string list;
    for (const FamilySpec* family : families())
        if (family->ggufArchitecture) list.append(list.empty() ? "" : ", ").append(family->ggufArchitecture);
    return list;
}

bool has(const std::vector<GgufTensor>& tensors, const std::string& name) {
    return std::any_of(tensors.begin(), tensors.end(), [&](const GgufTensor& t) { return t.name == name; });
}

void readSizes(GgufValues& values, const std::vector<GgufTensor>& tensors, ModelConfig& config) {
    const auto embedding = std::find_if(tensors.begin(), tensors.end(), [](const GgufTensor& t) { return t.name == "token_embd.weight"; });
    if (embedding == tensors.end() || embedding->sizes.size() != 2 || embedding->sizes[1] < 1 || embedding->sizes[1] > kMostWidth)
        return values.refuse(ErrorCode::InvalidFile, "the file holds no token embeddings", "use a GGUF with weights, not a vocabulary or an adapter");
    config.vocabSize = embedding->sizes[1];
    for (const GgufSize& entry : ggufSizes()) {
        if (entry.otherwise) continue;
        config.*entry.size = values.integer(entry.key, entry.silent ? std::optional(entry.silent(config)) : std::nullopt, 1, entry.most);
    }
    config.rmsNormEpsilon = values.real(kRmsEpsilonKey, std::nullopt, 0.0, 1.0);
}

void checkSizes(GgufValues& values, const ModelConfig& config) {
    if (config.heads % config.keyValueHeads != 0) values.refuse(ErrorCode::InvalidFile, "attention heads are not a multiple of key/value heads", "get an undamaged copy of the file");
    if (config.headDim % 2 != 0 || config.heads * config.headDim > kMostWidth) values.refuse(ErrorCode::InvalidFile, "an impossible head size", "get an undamaged copy of the file");
    for (const GgufSize& entry : ggufSizes())
        if (entry.otherwise && values.integer(entry.key, config.*entry.size, 0, entry.most) != config.*entry.size)
            values.refuse(ErrorCode::UnsupportedModel, entry.otherwise, "use another model");
    if (values.integer("expert_count", 0, 0, 1 << 20) > 0)
        values.refuse(ErrorCode::UnsupportedModel, "mixture-of-experts models are not supported", "supported are " + supportedArchitectures());
}

void readParts(GgufValues& values, const std::vector<GgufTensor>& tensors, ModelConfig& config) {
    config.tiedEmbeddings = !has(tensors, "output.weight");
    config.attentionBias = has(tensors, "blk.0.attn_q.bias");
    config.attentionOutputBias = has(tensors, "blk.0.attn_output.bias");
    config.mlpBias = has(tensors, "blk.0.ffn_down.bias");
    const FamilySpec& family = *config.family;
    const auto fits = [&](BiasRule rule, bool present) { return rule == BiasRule::Stated ? present == config.attentionBias : present == (rule == BiasRule::Always); };
    if (!fits(family.queryKeyValueBias, config.attentionBias) || !fits(family.outputBias, config.attentionOutputBias))
        values.refuse(ErrorCode::UnsupportedModel, "this combination of attention biases is not one of " + config.architectureName, "use the model's safetensors");
}

void readTokens(const GgufFile& file, ModelConfig& config) {
    const auto id = [&](const char* key) {
        const auto* value = file.get<std::int64_t>(key);
        return value && *value >= 0 && *value < config.vocabSize ? *value : -1;
    };
    config.bosToken = id(kSpecialTokens.front().second);
    for (const char* key : kEndTokenKeys)
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

std::string huggingFaceName(const std::string& ggufName, const FamilySpec& family) {
    if (ggufName == "token_embd.weight") return "model.embed_tokens.weight";
    if (ggufName == "output_norm.weight") return "model.norm.weight";
    if (ggufName == "output.weight") return "lm_head.weight";
    if (!ggufName.starts_with("blk.")) return {};
    const std::size_t dot = ggufName.find('.', 4), last = ggufName.rfind('.');
    if (dot == std::string::npos || last <= dot) return {};
    const std::string part = ggufName.substr(dot + 1, last - dot - 1);
    for (const BlockName& block : kBlockNames) {
        if (part != block.gguf) continue;
        const char* module = block.norm ? family.names.*block.norm : family.names.linears[static_cast<std::size_t>(block.linear)];
        return module ? "model.layers." + ggufName.substr(4, dot - 4) + "." + module + ggufName.substr(last) : std::string();
    }
    return {};
}

std::string ggufTensorName(const std::string& name, const FamilySpec& family) {
    for (const char* whole : {"token_embd.weight", "output_norm.weight", "output.weight"})
        if (huggingFaceName(whole, family) == name) return whole;
    constexpr std::string_view kLayers = "model.layers.";
    const std::size_t dot = name.find('.', kLayers.size()), last = name.rfind('.');
    if (!name.starts_with(kLayers) || dot == std::string::npos || last <= dot) return {};
    const std::string number = name.substr(kLayers.size(), dot - kLayers.size());
    for (const BlockName& block : kBlockNames) {
        std::string stored = "blk." + number + "." + block.gguf + name.substr(last);
        if (huggingFaceName(stored, family) == name) return stored;
    }
    return {};
}

Result<ModelConfig> ggufModelConfig(const GgufFile& file, const std::vector<GgufTensor>& tensors, const std::vector<float>& ropeFactors) {
    const auto* name = file.get<std::string>("general.architecture");
    const FamilySpec* family = findFamily(name);
    if (!family)
        return Error{ErrorCode::UnsupportedModel, name ? "GGUF architecture \"" + name->substr(0, 60) + "\" is not supported" : "the file names no architecture",
                     file.path().string(), "supported are " + readArchitectures() + " (" + supportedArchitectures() + ")"};
    GgufValues values(file, *name + ".");
    ModelConfig config;
    applyFamily(*family, config);
    readSizes(values, tensors, config);
    if (values.problem()) return *values.problem();
    checkSizes(values, config);
    config.rope = readGgufRope(values, config.headDim, ropeFactors);
    readParts(values, tensors, config);
    if (values.problem()) return *values.problem();
    config.slidingWindow.assign(static_cast<std::size_t>(config.layers), 0);
    if (family->readGguf) family->readGguf(values, config);
    if (values.problem()) return *values.problem();
    readTokens(file, config);
    config.torchDtype = declaredType(tensors);
    return config;
}

}  // namespace tacq

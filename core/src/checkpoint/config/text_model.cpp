#include "checkpoint/config/text_model.h"

#include <algorithm>
#include <array>
#include <utility>

#include "checkpoint/config/family.h"
#include "tacq/checkpoint/model_config.h"

namespace tacq {
namespace {

/// A text model's own model_type, the family it is, and the sizes that transformers' configuration class assumes where the file is silent.
/// Families that are not here are known by their own name alone and must state their sizes.
struct Inner {
    const char* type;
    const char* family;
    std::int64_t hidden, intermediate, layers, heads, keyValueHeads /* 0: as many as heads */, vocabulary;
};
constexpr std::array<Inner, 8> kInner{{
    {"llama", "llama", 4096, 11008, 32, 32, 0, 32000},
    {"mistral", "mistral", 4096, 14336, 32, 32, 8, 32000},
    {"qwen2", "qwen2", 4096, 22016, 32, 32, 32, 151936},
    {"qwen3", "qwen3", 4096, 22016, 32, 32, 32, 151936},
    {"qwen2_vl_text", "qwen2", 8192, 29568, 80, 64, 8, 152064},
    {"qwen2_5_vl_text", "qwen2", 8192, 29568, 80, 64, 8, 152064},
    {"qwen2_5_omni_text", "qwen2", 3584, 18944, 28, 28, 4, 152064},
    {"qwen3_vl_text", "qwen3", 4096, 22016, 32, 32, 32, 151936},
}};

/// Wrappers that keep the text model's fields beside their own instead of in a block.
constexpr std::array<std::pair<const char*, const char*>, 2> kFlat{{{"qwen2_vl", "qwen2_vl_text"}, {"qwen2_5_vl", "qwen2_5_vl_text"}}};

constexpr std::array kBlocks{"text_config", "llm_config", "language_config"};
/// What a wrapper may say for the model inside.
constexpr std::array kShared{"tie_word_embeddings", "bos_token_id", "eos_token_id", "pad_token_id", "torch_dtype", "dtype", "quantization_config", "compression_config", "quantization"};
constexpr std::array kQuantizerBlocks{"quantization_config", "compression_config", "quantization"};

const Json* block(const Json& config, const char* name) {
    const auto found = config.find(name);
    return found != config.end() && found->is_object() ? &*found : nullptr;
}

std::string firstArchitecture(const Json& config) {
    const auto found = config.find("architectures");
    return found != config.end() && found->is_array() && !found->empty() && found->front().is_string() ? found->front().get<std::string>() : std::string();
}

bool isOurs(const Json& config) {
    const std::string name = firstArchitecture(config), type = textOf(config, "model_type");
    const auto all = families();
    return std::any_of(all.begin(), all.end(), [&](const FamilySpec* family) { return name.empty() ? type == family->modelType : name == family->architectureName; });
}

/// The text model's block and its type, or nothing.
std::pair<const Json*, std::string> find(const Json& config) {
    const Json* outer = block(config, "thinker_config");
    for (const char* name : kBlocks)
        if (const Json* inner = block(outer ? *outer : config, name)) return {inner, inner->contains("model_type") ? textOf(*inner, "model_type") : "llama"};
    for (const auto& [type, text] : kFlat)
        if (textOf(config, "model_type") == type) return {&config, text};
    return {nullptr, {}};
}

const FamilySpec* familyOf(const std::string& modelType) {
    for (const FamilySpec* family : families())
        if (modelType == family->modelType) return family;
    return nullptr;
}

void fillIn(Json& config, const FamilySpec& family, const Inner& inner) {
    config["architectures"] = {family.architectureName};
    config["model_type"] = family.modelType;
    const std::pair<const char*, std::int64_t> sizes[] = {{"hidden_size", inner.hidden}, {"intermediate_size", inner.intermediate}, {"num_hidden_layers", inner.layers},
                                                          {"num_attention_heads", inner.heads}, {"num_key_value_heads", inner.keyValueHeads}, {"vocab_size", inner.vocabulary}};
    for (const auto& [key, value] : sizes)
        if (value > 0 && !config.contains(key)) config[key] = value;
    // Sections of a rotary embedding for images: with text alone all of them count the same positions, which is the plain embedding.
    if (const Json* scaling = block(config, "rope_scaling"); scaling && scaling->contains("mrope_section")) config.erase("rope_scaling");
    for (const char* part : {"vision_config", "audio_config"}) config.erase(part);
}

}  // namespace

Result<std::optional<TextModel>> textModelInside(const Json& config, const std::string& context) {
    const auto [found, type] = isOurs(config) ? std::pair<const Json*, std::string>{} : find(config);
    if (!found) return std::optional<TextModel>();
    TextModel model;
    model.wrapper = firstArchitecture(config);
    if (model.wrapper.empty()) model.wrapper = textOf(config, "model_type");
    const auto inner = std::find_if(kInner.begin(), kInner.end(), [&type = type](const Inner& i) { return type == i.type; });
    const FamilySpec* family = familyOf(inner == kInner.end() ? type : inner->family);
    if (!family)
        return Error{ErrorCode::UnsupportedModel, "architecture " + model.wrapper.substr(0, 80) + " is not supported: the text model inside it is a \"" + type.substr(0, 60) + "\"",
                     context, "supported are " + supportedArchitectures()};
    model.config = *found;
    for (const char* key : kShared)
        if (!model.config.contains(key) && config.contains(key)) model.config[key] = config.at(key);
    fillIn(model.config, *family, inner == kInner.end() ? Inner{} : *inner);
    return std::optional(std::move(model));
}

std::string claimedQuantizer(const Json& config) {
    for (const char* name : kQuantizerBlocks) {
        const Json* claim = block(config, name);
        if (!claim) continue;
        if (const std::string method = textOf(*claim, "quant_method"); !method.empty()) return method.substr(0, 60);
        for (const char* key : {"load_in_4bit", "load_in_8bit"})
            if (claim->contains(key)) return "bitsandbytes";
        if (std::string_view(name) == "quantization") return "MLX";
        return "a tool that it does not name";
    }
    return {};
}

void eraseQuantizer(Json& config) {
    for (const char* name : kQuantizerBlocks) config.erase(name);
}

}  // namespace tacq

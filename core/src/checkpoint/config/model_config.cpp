#include "tacq/checkpoint/model_config.h"

#include <algorithm>
#include <array>

#include "checkpoint/config/config_fields.h"
#include "checkpoint/config/rope_config.h"

namespace tacq {
namespace {

/// What transformers' configuration classes assume where a config.json is silent.
struct Family {
    Architecture architecture;
    const char* architectureName;
    const char* modelType;
    std::int64_t keyValueHeads;  ///< 0: as many as heads
    std::int64_t headDim;        ///< 0: hidden size / heads
    std::int64_t contextLength;
    std::int64_t bosToken, eosToken;
};
constexpr std::array<Family, 4> kFamilies{{
    {Architecture::Llama, "LlamaForCausalLM", "llama", 0, 0, 2048, 1, 2},
    {Architecture::Mistral, "MistralForCausalLM", "mistral", 8, 0, 4096 * 32, 1, 2},
    {Architecture::Qwen2, "Qwen2ForCausalLM", "qwen2", 32, 0, 32768, -1, -1},
    {Architecture::Qwen3, "Qwen3ForCausalLM", "qwen3", 32, 128, 32768, -1, -1},
}};

constexpr std::int64_t kMostWidth = 1 << 24;
constexpr std::int64_t kMostLayers = 4096;
constexpr std::int64_t kLongest = std::int64_t{1} << 40;

std::string supportedHint() { return "supported are " + supportedArchitectures(); }

const Family* findFamily(ConfigFields& fields) {
    const std::vector<std::string> names = fields.texts("architectures");
    const std::string type = fields.text("model_type", "");
    for (const Family& family : kFamilies) {
        const bool nameFits = names.empty() ? type == family.modelType : names.front() == family.architectureName;
        if (nameFits && (type.empty() || type == family.modelType)) return &family;
    }
    std::string name = names.empty() ? type : names.front();
    if (!names.empty() && !type.empty()) name += " (model_type " + type + ")";
    fields.refuse(ErrorCode::UnsupportedModel, name.empty() ? "the file names no architecture" : "architecture " + name + " is not supported", supportedHint());
    return nullptr;
}

void readSizes(ConfigFields& fields, const Family& family, ModelConfig& config) {
    config.vocabSize = fields.integer("vocab_size", std::nullopt, 1, kMostWidth);
    config.hiddenSize = fields.integer("hidden_size", std::nullopt, 1, kMostWidth);
    config.intermediateSize = fields.integer("intermediate_size", std::nullopt, 1, kMostWidth);
    config.layers = fields.integer("num_hidden_layers", std::nullopt, 1, kMostLayers);
    config.heads = fields.integer("num_attention_heads", std::nullopt, 1, 65536);
    // A null means "as many as heads" in every family; a missing key, the family's own default.
    config.keyValueHeads = fields.integer("num_key_value_heads", config.heads, 1, 65536);
    config.headDim = fields.integer("head_dim", family.headDim > 0 ? family.headDim : std::max<std::int64_t>(config.hiddenSize / config.heads, 1), 1, 65536);
    config.contextLength = fields.integer("max_position_embeddings", family.contextLength, 1, kLongest);
    config.rmsNormEpsilon = fields.real("rms_norm_eps", 1e-6, 0.0, 1.0);
}

void checkSizes(ConfigFields& fields, const ModelConfig& config) {
    const auto refuse = [&](std::string what) { fields.refuse(ErrorCode::InvalidFile, std::move(what), "correct the file or get an undamaged copy"); };
    if (config.heads % config.keyValueHeads != 0)
        refuse("num_attention_heads " + std::to_string(config.heads) + " is not a multiple of num_key_value_heads " + std::to_string(config.keyValueHeads));
    if (config.headDim % 2 != 0) refuse("head size " + std::to_string(config.headDim) + " is odd, which rotary embeddings cannot be");
    if (!fields.has("head_dim") && config.architecture != Architecture::Qwen3 && config.hiddenSize % config.heads != 0)
        refuse("hidden_size " + std::to_string(config.hiddenSize) + " is not a multiple of num_attention_heads " + std::to_string(config.heads));
    if (config.heads * config.headDim > kMostWidth) refuse("num_attention_heads times head_dim is above 2^24");
}

void readBiases(ConfigFields& fields, ModelConfig& config) {
    switch (config.architecture) {
        case Architecture::Llama:
            config.attentionBias = config.attentionOutputBias = fields.flag("attention_bias", false);
            config.mlpBias = fields.flag("mlp_bias", false);
            break;
        case Architecture::Mistral: break;
        case Architecture::Qwen2: config.attentionBias = true; break;
        case Architecture::Qwen3:
            config.attentionBias = config.attentionOutputBias = fields.flag("attention_bias", false);
            config.queryKeyNorm = true;
            break;
    }
}

/// Qwen's windows: by layer_types where given, else every layer from max_window_layers on.
void readQwenWindows(ConfigFields& fields, ModelConfig& config) {
    const bool windowed = fields.flag("use_sliding_window", false);
    const std::int64_t window = windowed ? fields.integer("sliding_window", 4096, 1, kLongest) : 0;
    const std::int64_t first = fields.integer("max_window_layers", 28, 0, kMostLayers);
    const std::vector<std::string> types = fields.texts("layer_types");
    if (!types.empty() && types.size() != static_cast<std::size_t>(config.layers)) {
        fields.refuse(ErrorCode::InvalidFile, "\"layer_types\" does not have one entry per layer", "correct the file or get an undamaged copy");
        return;
    }
    for (std::int64_t layer = 0; layer < config.layers; ++layer) {
        const std::string type = types.empty() ? (windowed && layer >= first ? "sliding_attention" : "full_attention") : types[static_cast<std::size_t>(layer)];
        if (type != "sliding_attention" && type != "full_attention")
            return fields.refuse(ErrorCode::UnsupportedModel, "layer type \"" + type.substr(0, 60) + "\" is not supported", "supported are full_attention and sliding_attention");
        if (type == "sliding_attention" && window == 0)
            return fields.refuse(ErrorCode::InvalidFile, "\"layer_types\" has sliding layers but no sliding window is in use", "set use_sliding_window and sliding_window");
        config.slidingWindow[static_cast<std::size_t>(layer)] = type == "sliding_attention" ? window : 0;
    }
}

void readWindows(ConfigFields& fields, const Json& json, ModelConfig& config) {
    config.slidingWindow.assign(static_cast<std::size_t>(config.layers), 0);
    if (config.architecture == Architecture::Qwen2 || config.architecture == Architecture::Qwen3) return readQwenWindows(fields, config);
    if (config.architecture != Architecture::Mistral) return;
    const bool none = json.contains("sliding_window") && json.at("sliding_window").is_null();
    const std::int64_t window = none ? 0 : fields.integer("sliding_window", 4096, 1, kLongest);
    config.slidingWindow.assign(config.slidingWindow.size(), window);
}

void readTokens(ConfigFields& fields, const Json& json, const Family& family, ModelConfig& config) {
    const auto tokens = [&](const char* key, std::int64_t missing) {
        if (json.contains(key) && json.at(key).is_null()) return std::vector<std::int64_t>{};
        auto ids = fields.integers(key, missing < 0 ? std::vector<std::int64_t>{} : std::vector<std::int64_t>{missing});
        // −1 is how some files write "none".
        std::erase_if(ids, [](std::int64_t id) { return id < 0; });
        return ids;
    };
    const auto bos = tokens("bos_token_id", family.bosToken);
    config.bosToken = bos.empty() ? -1 : bos.front();
    config.eosTokens = tokens("eos_token_id", family.eosToken);
}

void refuseForeign(ConfigFields& fields) {
    const std::string activation = fields.text("hidden_act", "silu");
    if (activation != "silu" && activation != "swish")
        fields.refuse(ErrorCode::UnsupportedModel, "activation \"" + activation.substr(0, 60) + "\" is not supported", "supported is silu");
    for (const char* key : {"num_experts", "num_local_experts", "n_routed_experts"})
        if (fields.has(key) && fields.integer(key, 0, 0, 1 << 20) > 0)
            fields.refuse(ErrorCode::UnsupportedModel, "mixture-of-experts models are not supported", supportedHint());
    if (const Json* quantization = fields.object("quantization_config")) {
        ConfigFields inner(*quantization, fields.context());
        const std::string method = inner.text("quant_method", "unnamed");
        if (method != "tacq")
            fields.refuse(ErrorCode::UnsupportedFormat, "weights quantized by \"" + method.substr(0, 60) + "\" are not supported",
                          "use the unquantized model, a GGUF, or a folder written by `tacq export --format tacq`");
    }
}

}  // namespace

std::string supportedArchitectures() { return "Llama 2/3/3.1/3.2, Mistral, Qwen2/2.5, Qwen3, SmolLM2"; }

Result<ModelConfig> parseModelConfig(const std::string& jsonText, const std::string& context) {
    TACQ_TRY(const Json json, parseJson(jsonText, context, {32, 2'000'000}));
    if (!json.is_object()) return Error{ErrorCode::InvalidFile, "the file is not a JSON object", context, "get an undamaged copy of the file"};
    ConfigFields fields(json, context);
    const Family* family = findFamily(fields);
    if (!family) return *fields.problem();
    refuseForeign(fields);
    ModelConfig config;
    config.architecture = family->architecture;
    config.architectureName = family->architectureName;
    config.modelType = family->modelType;
    readSizes(fields, *family, config);
    if (!json.contains("num_key_value_heads") && family->keyValueHeads > 0) config.keyValueHeads = family->keyValueHeads;
    checkSizes(fields, config);
    config.rope = readRope(fields, config.contextLength);
    readBiases(fields, config);
    if (!fields.problem()) readWindows(fields, json, config);
    config.tiedEmbeddings = fields.flag("tie_word_embeddings", false);
    readTokens(fields, json, *family, config);
    config.torchDtype = fields.text("torch_dtype", fields.text("dtype", ""));
    if (fields.problem()) return *fields.problem();
    return config;
}

}  // namespace tacq

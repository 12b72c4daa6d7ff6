#include "tacq/checkpoint/model_config.h"

#include <algorithm>

#include "base/fields.h"
#include "checkpoint/config/family.h"
#include "checkpoint/config/limits.h"
#include "checkpoint/config/rope_config.h"

namespace tacq {
namespace {


std::string supportedHint() { return "supported are " + supportedArchitectures(); }

const FamilySpec* findFamily(Fields& fields) {
    const std::vector<std::string> names = fields.texts("architectures");
    const std::string type = fields.text("model_type", "");
    for (const FamilySpec* family : families()) {
        const bool nameFits = names.empty() ? type == family->modelType : names.front() == family->architectureName;
        if (nameFits && (type.empty() || type == family->modelType)) return family;
    }
    std::string name = names.empty() ? type : names.front();
    if (!names.empty() && !type.empty()) name += " (model_type " + type + ")";
    fields.refuse(ErrorCode::UnsupportedModel, name.empty() ? "the file names no architecture" : "architecture " + name + " is not supported", supportedHint());
    return nullptr;
}

void readSizes(Fields& fields, const FamilyDefaults& defaults, ModelConfig& config) {
    config.vocabSize = fields.integer("vocab_size", std::nullopt, 1, kMostWidth);
    config.hiddenSize = fields.integer("hidden_size", std::nullopt, 1, kMostWidth);
    config.intermediateSize = fields.integer("intermediate_size", std::nullopt, 1, kMostWidth);
    config.layers = fields.integer("num_hidden_layers", std::nullopt, 1, kMostLayers);
    config.heads = fields.integer("num_attention_heads", std::nullopt, 1, kMostHeads);
    // A null means "as many as heads" in every family; a missing key, the family's own default.
    config.keyValueHeads = fields.integer("num_key_value_heads", config.heads, 1, kMostHeads);
    config.headDim = fields.integer("head_dim", defaults.headDim > 0 ? defaults.headDim : std::max<std::int64_t>(config.hiddenSize / config.heads, 1), 1, kMostHeads);
    config.contextLength = fields.integer("max_position_embeddings", defaults.contextLength, 1, kLongestContext);
    config.rmsNormEpsilon = fields.real("rms_norm_eps", 1e-6, 0.0, 1.0);
}

void checkSizes(Fields& fields, const ModelConfig& config) {
    const auto refuse = [&](std::string what) { fields.refuse(ErrorCode::InvalidFile, std::move(what), "correct the file or get an undamaged copy"); };
    if (config.heads % config.keyValueHeads != 0)
        refuse("num_attention_heads " + std::to_string(config.heads) + " is not a multiple of num_key_value_heads " + std::to_string(config.keyValueHeads));
    if (config.headDim % 2 != 0) refuse("head size " + std::to_string(config.headDim) + " is odd, which rotary embeddings cannot be");
    if (!fields.has("head_dim") && config.family->defaults.headDim == 0 && config.hiddenSize % config.heads != 0)
        refuse("hidden_size " + std::to_string(config.hiddenSize) + " is not a multiple of num_attention_heads " + std::to_string(config.heads));
    if (config.heads * config.headDim > kMostWidth) refuse("num_attention_heads times head_dim is above 2^24");
}

void readBiases(Fields& fields, const FamilySpec& family, ModelConfig& config) {
    const auto biased = [&](BiasRule rule, const char* key) { return rule == BiasRule::Always || (rule == BiasRule::Stated && fields.flag(key, false)); };
    config.attentionBias = biased(family.queryKeyValueBias, "attention_bias");
    config.attentionOutputBias = biased(family.outputBias, "attention_bias");
    config.mlpBias = biased(family.mlpBias, "mlp_bias");
}

void readTokens(Fields& fields, const Json& json, const FamilyDefaults& defaults, ModelConfig& config) {
    const auto tokens = [&](const char* key, std::int64_t missing) {
        if (json.contains(key) && json.at(key).is_null()) return std::vector<std::int64_t>{};
        const Json* given = fields.value(key);
        std::vector<std::int64_t> ids;
        if (given && given->is_array()) ids = fields.integers(key, {});
        else if (given || missing >= 0) ids = {fields.integer(key, missing)};
        // −1 is how some files write "none".
        std::erase_if(ids, [](std::int64_t id) { return id < 0; });
        return ids;
    };
    const auto bos = tokens("bos_token_id", defaults.bosToken);
    config.bosToken = bos.empty() ? -1 : bos.front();
    config.eosTokens = tokens("eos_token_id", defaults.eosToken);
}

void refuseForeign(Fields& fields, const FamilySpec& family) {
    const bool silu = family.activation == Activation::Silu;
    const std::string expected = silu ? "silu" : "gelu_pytorch_tanh", activation = fields.text("hidden_act", expected);
    if (activation != expected && !(silu && activation == "swish"))
        fields.refuse(ErrorCode::UnsupportedModel, "activation \"" + activation.substr(0, 60) + "\" is not supported", "supported is " + expected);
    for (const char* key : {"num_experts", "num_local_experts", "n_routed_experts"})
        if (fields.has(key) && fields.integer(key, 0, 0, 1 << 20) > 0)
            fields.refuse(ErrorCode::UnsupportedModel, "mixture-of-experts models are not supported", supportedHint());
}

}  // namespace

Result<ModelConfig> parseModelConfig(const std::string& jsonText, const std::string& context, std::vector<Note>* notes) {
    TACQ_TRY(const Json json, parseJson(jsonText, context, {32, 2'000'000}));
    if (!json.is_object()) return Error{ErrorCode::InvalidFile, "the file is not a JSON object", context, "get an undamaged copy of the file"};
    Fields fields(json, context);
    const FamilySpec* family = findFamily(fields);
    if (!family) return *fields.problem();
    refuseForeign(fields, *family);
    ModelConfig config;
    applyFamily(*family, config);
    readSizes(fields, family->defaults, config);
    if (!json.contains("num_key_value_heads") && family->defaults.keyValueHeads > 0) config.keyValueHeads = family->defaults.keyValueHeads;
    checkSizes(fields, config);
    config.rope = readRope(fields, config.contextLength, family->defaults.ropeTheta, notes);
    readBiases(fields, *family, config);
    config.slidingWindow.assign(static_cast<std::size_t>(config.layers), 0);
    if (!fields.problem() && family->read) family->read(fields, json, config);
    config.tiedEmbeddings = fields.flag("tie_word_embeddings", family->defaults.tiedEmbeddings);
    readTokens(fields, json, family->defaults, config);
    config.torchDtype = fields.text("torch_dtype", fields.text("dtype", ""));
    if (fields.problem()) return *fields.problem();
    return config;
}

}  // namespace tacq

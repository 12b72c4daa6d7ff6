#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>

#include "base/fields.h"
#include "tacq/checkpoint/checkpoint.h"
#include "tacq/checkpoint/model_config.h"

namespace tacq {

class GgufMetadata;
class GgufValues;

/// Whether a family's linears have biases.
enum class BiasRule {
    Never,
    Always,
    Stated,  ///< as config.json's `attention_bias` or `mlp_bias` says; as the tensors of a GGUF show
};

/// What the configuration class assumes where a config.json is silent.
struct FamilyDefaults {
    std::int64_t keyValueHeads = 0;  ///< 0: as many as heads
    std::int64_t headDim = 0;        ///< 0: hidden size / heads
    std::int64_t contextLength = 2048;
    std::int64_t bosToken = -1, eosToken = -1;  ///< −1: none
    double ropeTheta = 10000.0;
    bool tiedEmbeddings = false;
};

/// Hugging Face names below `model.layers.N.`, without `.weight`. Where a norm's name is null the family has none there:
/// a sublayer may have one on its input, on its output, on both or on neither.
struct FamilyNames {
    const char* attentionNorm = "input_layernorm";
    const char* attentionOutNorm = nullptr;
    const char* mlpNorm = "post_attention_layernorm";
    const char* mlpOutNorm = nullptr;
    const char* queryNorm = "self_attn.q_norm";
    const char* keyNorm = "self_attn.k_norm";
    std::array<const char*, kLinearKinds> linears{"self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj", "self_attn.o_proj",
                                                  "mlp.gate_proj", "mlp.up_proj", "mlp.down_proj"};  ///< by LinearKind
    /// By LinearKind: the tensor in which the family's files keep this linear's rows and those of others, one below the other in LinearKind's order
    /// (`self_attn.qkv_proj`); null: a tensor of its own. To this program they are linears like any other, under the names above.
    std::array<const char*, kLinearKinds> fused{};
};

/// Everything that sets a model family apart from Llama, as data: a new family is one file beside families.cpp and one line in its
/// table. Defaults are Llama's. What a configuration may switch lies in ModelConfig; this is what its class fixes or assumes.
/// Source: transformers' modeling_ and configuration_ files of that name.
struct FamilySpec {
    const char* architectureName;       ///< `LlamaForCausalLM`
    const char* modelType;              ///< `llama`
    const char* title;                  ///< for people: `Llama 2/3/3.1/3.2, SmolLM2`
    const char* ggufArchitecture = nullptr;  ///< general.architecture of its GGUF files; null: none that is read
    /// llama.cpp stores the rows of q and k with a head's two halves interleaved.
    bool ggufInterleavesHeads = false;
    const FamilySpec* ggufAs = nullptr;      ///< the family as which its GGUF files are written, where that is another one: the same graph
    bool ggufHoldsAllBiases = false;         ///< llama.cpp loads biases of o_proj and of the MLP too

    FamilyDefaults defaults = {};
    FamilyNames names = {};
    BiasRule queryKeyValueBias = BiasRule::Never, outputBias = BiasRule::Never, mlpBias = BiasRule::Never;
    QueryKeyNorm queryKeyNorm = QueryKeyNorm::None;
    NormGain normGain = NormGain::Weight;
    Activation activation = Activation::Silu;

    // What no table can say; null where there is nothing to do. Sizes, biases and rope are already in `config`.
    void (*read)(Fields& fields, const Json& json, ModelConfig& config) = nullptr;  ///< windows, layers without rope, multipliers
    void (*write)(const ModelConfig& config, Json& json) = nullptr;                       ///< the same, as config.json says it
    void (*readGguf)(GgufValues& values, ModelConfig& config) = nullptr;
    bool (*writeGguf)(const ModelConfig& config, GgufMetadata& metadata) = nullptr;  ///< false: GGUF cannot say it
};

/// Every family that is read, in the order in which people are told of them.
std::span<const FamilySpec* const> families();
/// Adds a family to the table for the rest of the program's life. Not thread-safe: for tests, before anything is opened. AlreadyExists: the
/// architecture is there.
Result<void> addFamily(const FamilySpec& family);

/// What the family fixes for every model of its kind; the first thing a reader does to a ModelConfig.
void applyFamily(const FamilySpec& family, ModelConfig& config);
/// Full name of a tensor of a layer: `model.layers.3.` + `input_layernorm` + `.weight`.
std::string layerTensorName(std::int64_t layer, const char* module, const char* what = "weight");
/// Whether q and k of this layer are rotated.
bool rotates(const ModelConfig& config, std::int64_t layer);

extern const FamilySpec kLlama, kMistral, kQwen2, kQwen3, kSmolLm3;

}  // namespace tacq

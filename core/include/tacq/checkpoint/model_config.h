#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tacq/base/note.h"
#include "tacq/base/result.h"

namespace tacq {

struct FamilySpec;  ///< what sets a model family apart; one table in the core (checkpoint/config/families)

/// How an RMSNorm's gain w enters: w·x̂, or (1 + w)·x̂ as in Gemma.
enum class NormGain { Weight, OnePlusWeight };
/// RMSNorm of q and k before rotation: none, over each head (Qwen3), or over all heads together (OLMo 2).
enum class QueryKeyNorm { None, PerHead, FullWidth };
enum class Activation { Silu, GeluTanh };
enum class RopeType { Default, Linear, Llama3, Yarn };

/// Rotary embedding frequencies, as transformers' `rope_scaling` (or `rope_parameters`) defines them.
/// Linear: Chen et al. 2023; YaRN: Peng et al. 2023 (arXiv 2309.00071); Llama3: Meta's Llama 3.1 release.
struct RopeConfig {
    RopeType type = RopeType::Default;
    double theta = 10000.0;
    double factor = 1.0;
    double lowFrequencyFactor = 1.0;             ///< llama3
    double highFrequencyFactor = 4.0;            ///< llama3
    std::int64_t originalContext = 0;            ///< llama3, yarn
    double betaFast = 32.0, betaSlow = 1.0;      ///< yarn
    std::optional<double> attentionFactor;       ///< yarn; default 0.1·ln(factor)+1
    std::optional<double> mscale, mscaleAllDim;  ///< yarn
    bool truncate = true;                        ///< yarn: round the correction range outward
};

/// Everything that shapes the forward pass. Sizes in elements.
struct ModelConfig {
    const FamilySpec* family = nullptr;  ///< set by every reader; lives as long as the program
    std::string architectureName;        ///< as in config.json, e.g. `LlamaForCausalLM`
    std::string modelType;               ///< `llama`, `mistral`, `qwen2`, `qwen3`, `smollm3`
    std::int64_t vocabSize = 0, hiddenSize = 0, layers = 0, heads = 0, keyValueHeads = 0, headDim = 0;
    std::int64_t intermediateSize = 0, contextLength = 0;
    double rmsNormEpsilon = 1e-5;
    RopeConfig rope;
    std::vector<std::int64_t> slidingWindow;  ///< per layer, 0 = full attention; a query sees at most that many latest keys, itself included
    bool tiedEmbeddings = false;
    bool attentionBias = false;        ///< q, k, v biases
    bool attentionOutputBias = false;  ///< o bias
    bool mlpBias = false;
    QueryKeyNorm queryKeyNorm = QueryKeyNorm::None;
    std::vector<bool> ropeLayers;      ///< per layer: whether q and k are rotated; empty: in every layer
    NormGain normGain = NormGain::Weight;
    Activation activation = Activation::Silu;
    double attentionScale = 0;         ///< factor on q·k; 0: headDim^-½
    double embeddingMultiplier = 1;    ///< on what the embedding gives
    double residualMultiplier = 1;     ///< on what a sublayer adds to the residual stream
    double logitMultiplier = 1;        ///< on the head's product
    std::int64_t bosToken = -1;        ///< -1: none
    std::vector<std::int64_t> eosTokens;
    std::string torchDtype;            ///< `float32`, `float16`, `bfloat16` as declared by the source; may be empty
};

/// Reads a config.json text. Unknown architectures and features are refused by name (ErrorCode::UnsupportedModel). What it says of quantization is
/// left to whoever sees the weights. `notes`, where given, gets what is read otherwise than it looks.
Result<ModelConfig> parseModelConfig(const std::string& jsonText, const std::string& context, std::vector<Note>* notes = nullptr);
/// A config.json text that transformers loads, rebuilt from the struct (for sources without one, e.g. GGUF).
std::string writeModelConfig(const ModelConfig& config);
/// Human-readable list for error texts: `Llama 2/3/3.1/3.2, SmolLM2, Mistral, Qwen2/2.5, …`.
std::string supportedArchitectures();

}  // namespace tacq

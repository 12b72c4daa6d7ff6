#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tacq/base/result.h"

namespace tacq {

enum class Architecture { Llama, Mistral, Qwen2, Qwen3 };
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
    Architecture architecture = Architecture::Llama;
    std::string architectureName;  ///< as in config.json, e.g. `LlamaForCausalLM`
    std::string modelType;         ///< `llama`, `mistral`, `qwen2`, `qwen3`
    std::int64_t vocabSize = 0, hiddenSize = 0, layers = 0, heads = 0, keyValueHeads = 0, headDim = 0;
    std::int64_t intermediateSize = 0, contextLength = 0;
    double rmsNormEpsilon = 1e-5;
    RopeConfig rope;
    std::vector<std::int64_t> slidingWindow;  ///< per layer, 0 = full attention; a query sees at most that many latest keys, itself included
    bool tiedEmbeddings = false;
    bool attentionBias = false;        ///< q, k, v biases
    bool attentionOutputBias = false;  ///< o bias
    bool mlpBias = false;
    bool queryKeyNorm = false;         ///< RMSNorm per head on q and k (Qwen3)
    std::int64_t bosToken = -1;        ///< -1: none
    std::vector<std::int64_t> eosTokens;
    std::string torchDtype;            ///< `float32`, `float16`, `bfloat16` as declared by the source; may be empty
};

/// Reads a config.json text. Unknown architectures and features are refused by name (ErrorCode::UnsupportedModel).
Result<ModelConfig> parseModelConfig(const std::string& jsonText, const std::string& context);
/// A config.json text that transformers loads, rebuilt from the struct (for sources without one, e.g. GGUF).
std::string writeModelConfig(const ModelConfig& config);
/// Human-readable list for error texts: `Llama 2/3/3.1/3.2, Mistral, Qwen2/2.5, Qwen3, SmolLM2`.
std::string supportedArchitectures();

}  // namespace tacq

#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <utility>

#include "tacq/checkpoint/model_config.h"

namespace tacq {

/// A size of a model as GGUF files say it, under the architecture's prefix: reader and writer go by this one list.
struct GgufSize {
    const char* key;
    std::int64_t ModelConfig::*size;
    std::int64_t most;
    std::int64_t (*silent)(const ModelConfig& config);  ///< what a file means that does not say it; null: it has to
    const char* otherwise = nullptr;                    ///< a second word for a size that stands above: why a file is refused where they differ
};
std::span<const GgufSize> ggufSizes();

// The other keys of a model, under the same prefix.
inline constexpr const char* kRmsEpsilonKey = "attention.layer_norm_rms_epsilon";
inline constexpr const char* kRopeBaseKey = "rope.freq_base";
inline constexpr const char* kRopeTypeKey = "rope.scaling.type";
inline constexpr const char* kRopeFactorKey = "rope.scaling.factor";
inline constexpr const char* kRopeContextKey = "rope.scaling.original_context_length";
inline constexpr const char* kRopeFastKey = "rope.scaling.yarn_beta_fast";
inline constexpr const char* kRopeSlowKey = "rope.scaling.yarn_beta_slow";
inline constexpr const char* kRopeAttentionKey = "rope.scaling.attn_factor";
inline constexpr const char* kRopeFactorsTensor = "rope_freqs.weight";

// Of a vocabulary, whatever the architecture.
inline constexpr const char* kVocabularyModelKey = "tokenizer.ggml.model";
inline constexpr const char* kSplitterKey = "tokenizer.ggml.pre";
inline constexpr const char* kTokensKey = "tokenizer.ggml.tokens";
inline constexpr const char* kTokenTypesKey = "tokenizer.ggml.token_type";
inline constexpr const char* kScoresKey = "tokenizer.ggml.scores";
inline constexpr const char* kMergesKey = "tokenizer.ggml.merges";
inline constexpr const char* kAddBosKey = "tokenizer.ggml.add_bos_token";
inline constexpr const char* kAddEosKey = "tokenizer.ggml.add_eos_token";
inline constexpr const char* kAddSpaceKey = "tokenizer.ggml.add_space_prefix";
inline constexpr const char* kChatTemplateKey = "tokenizer.chat_template";
/// Special tokens: their name in tokenizer_config.json, and the key that holds their id.
inline constexpr std::array<std::pair<const char*, const char*>, 4> kSpecialTokens{{{"bos_token", "tokenizer.ggml.bos_token_id"},
                                                                                     {"eos_token", "tokenizer.ggml.eos_token_id"},
                                                                                     {"unk_token", "tokenizer.ggml.unknown_token_id"},
                                                                                     {"pad_token", "tokenizer.ggml.padding_token_id"}}};
/// Tokens at which a text ends, the first one first.
inline constexpr std::array kEndTokenKeys{"tokenizer.ggml.eos_token_id", "tokenizer.ggml.eot_token_id", "tokenizer.ggml.eom_token_id"};

}  // namespace tacq

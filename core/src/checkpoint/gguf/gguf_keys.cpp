#include "checkpoint/gguf/gguf_keys.h"

#include <algorithm>

#include "checkpoint/config/limits.h"

namespace tacq {
namespace {

std::int64_t asManyAsHeads(const ModelConfig& config) { return config.heads; }
std::int64_t widthOfHead(const ModelConfig& config) { return std::max<std::int64_t>(config.hiddenSize / config.heads, 1); }

constexpr GgufSize kSizes[] = {
    {"embedding_length", &ModelConfig::hiddenSize, kMostWidth, nullptr},
    {"block_count", &ModelConfig::layers, kMostLayers, nullptr},
    {"feed_forward_length", &ModelConfig::intermediateSize, kMostWidth, nullptr},
    {"context_length", &ModelConfig::contextLength, kLongestContext, nullptr},
    {"attention.head_count", &ModelConfig::heads, kMostHeads, nullptr},
    {"attention.head_count_kv", &ModelConfig::keyValueHeads, kMostHeads, asManyAsHeads},
    {"attention.key_length", &ModelConfig::headDim, kMostHeads, widthOfHead},
    {"attention.value_length", &ModelConfig::headDim, kMostHeads, nullptr, "keys and values of different sizes are not supported"},
    {"rope.dimension_count", &ModelConfig::headDim, kMostHeads, nullptr, "partial rotary embeddings are not supported"},
};

}  // namespace

std::span<const GgufSize> ggufSizes() { return kSizes; }

}  // namespace tacq

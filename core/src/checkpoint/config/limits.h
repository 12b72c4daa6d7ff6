#pragma once
#include <cstdint>

#include "tacq/checkpoint/described.h"

namespace tacq {

/// What any description of a model may say, in a config.json, a GGUF or a saliency: beyond it products of sizes would leave 63 bits. Layers: kMostLayers.
inline constexpr std::int64_t kMostWidth = std::int64_t{1} << 24;
inline constexpr std::int64_t kMostHeads = 65536;  ///< and dimensions of one
inline constexpr std::int64_t kLongestContext = std::int64_t{1} << 40;

}  // namespace tacq

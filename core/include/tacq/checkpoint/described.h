#pragma once
#include "tacq/checkpoint/checkpoint.h"

namespace tacq {

/// More layers than any model of a known family has; config.json is refused above it too.
inline constexpr std::int64_t kMostLayers = 4096;

/// Whether a matrix or tensor can be what somebody else's description (meta.json, an engine's answer) says it is. Tables and positions are sized from these
/// numbers: layer below kMostLayers, sides from 1 to 2^24, at most 2^32 weights in a matrix (positions have 32 bits); at most eight sizes a tensor, none
/// negative, their product and the bytes at most 2^50, so that sums of them stay far below 2^63. InvalidFile, naming the tensor.
Result<void> checkDescribed(const LinearInfo& linear, const std::string& context);
Result<void> checkDescribed(const TensorInfo& tensor, const std::string& context);

}  // namespace tacq

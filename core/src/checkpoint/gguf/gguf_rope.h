#pragma once
#include "checkpoint/gguf/gguf_values.h"
#include "tacq/checkpoint/model_config.h"

namespace tacq {

/// Rotary settings from `<arch>.rope.*` and the per-frequency divisors of `rope_freqs.weight` (llama3 scaling).
RopeConfig readGgufRope(GgufValues& values, std::int64_t headDim, const std::vector<float>& factors);

/// The divisor that the llama3 rule gives frequency i (FORMATS 5.3).
double llama3Factor(const RopeConfig& rope, std::int64_t i, std::int64_t headDim);

}  // namespace tacq

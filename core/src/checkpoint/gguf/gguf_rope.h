#pragma once
#include "checkpoint/gguf/gguf_values.h"
#include "tacq/checkpoint/model_config.h"

namespace tacq {

/// Rotary settings from `<arch>.rope.*` and the per-frequency divisors of `rope_freqs.weight` (llama3 scaling).
RopeConfig readGgufRope(GgufValues& values, std::int64_t headDim, const std::vector<float>& factors);

}  // namespace tacq

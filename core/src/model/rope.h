#pragma once
// Private to the engine: rotary embedding frequencies.
#include <torch/torch.h>

#include "tacq/checkpoint/model_config.h"

namespace tacq {

/// Angle per position for each pair of a head's dimensions, and the factor on cos and sin.
/// Source: transformers' modeling_rope_utils (default, linear, llama3, yarn); float32 throughout, as there.
struct RopeFrequencies {
    torch::Tensor inverse;     ///< [headDim/2] float32
    double amplitude = 1.0;    ///< yarn's attention factor; 1 otherwise
};
RopeFrequencies ropeFrequencies(const RopeConfig& rope, std::int64_t headDim);

}  // namespace tacq

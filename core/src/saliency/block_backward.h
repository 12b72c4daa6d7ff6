#pragma once
// Private to the engine: one transformer block forwards with a tape, and backwards by hand.
// Written out instead of recorded by autograd: the tape then holds the six tensors that cannot be had cheaply (norms, rope,
// softmax and silu are recomputed), each weight gradient lives only until it has been added up, and nothing else is kept.
#include <array>
#include <cstdint>
#include <functional>
#include <vector>

#include "model/causal_lm.h"

namespace tacq {

/// What the backward pass of a sublayer needs, for one row of T tokens; all [1, T, ·] in the compute type.
struct SublayerTape {
    torch::Tensor input;                   ///< the residual stream before it
    std::vector<torch::Tensor> projected;  ///< what its `in` linears gave: q, k, v before norm and rope; gate, up
};
struct BlockTape {
    std::array<SublayerTape, 2> sublayers;  ///< as sublayers() lists them
    /// x, the block's input.
    torch::Tensor& input() { return sublayers[0].input; }
};
/// Bytes of a tape beyond input() (which is kept for every block in any case).
std::uint64_t tapeBytes(const ModelConfig& config, std::int64_t tokens, std::size_t elementBytes);

/// x [1, T, hidden] → the block's output; fills `tape` if given.
torch::Tensor forwardBlock(const CausalLm& model, std::int64_t layer, const BlockWeights& weights, const torch::Tensor& x, BlockTape* tape);
/// Fills the tape from the block's input without computing the block's output.
void recordBlock(const CausalLm& model, std::int64_t layer, const BlockWeights& weights, const torch::Tensor& x, BlockTape& tape);

/// Takes dL/dy [T, out] and the linear's input [T, in]; dL/dW = dyᵀ · input.
using WeightGradient = std::function<void(LinearKind kind, const torch::Tensor& dy, const torch::Tensor& input)>;

/// `gradient` float32 [T, hidden] is dL/d(output) on entry and dL/d(input) on return. Calls `sink` once per linear. The residual
/// stream's gradient stays float32 in bf16 runs. Frees the tape as it goes.
void backwardBlock(const CausalLm& model, std::int64_t layer, const BlockWeights& weights, BlockTape& tape, torch::Tensor& gradient,
                   const WeightGradient& sink);

/// dL/dx of y = gain · x / sqrt(mean(x²) + epsilon), float32, [T, hidden].
torch::Tensor rmsNormBackward(const torch::Tensor& x, const torch::Tensor& gain, double epsilon, const torch::Tensor& dy);

}  // namespace tacq

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
    torch::Tensor output;                  ///< what its `out` linear gave, before norm and residual; undefined unless the tape keeps outputs
};
enum class Outputs { Drop, Keep };
struct BlockTape {
    std::array<SublayerTape, 2> sublayers;  ///< as sublayers() lists them
    Outputs outputs = Outputs::Drop;        ///< of the sublayers' last linears
    /// x, the block's input.
    torch::Tensor& input() { return sublayers[0].input; }
};
/// Bytes of a tape beyond input() (which is kept for every block in any case).
std::uint64_t tapeBytes(const ModelConfig& config, std::int64_t tokens, std::size_t elementBytes, Outputs outputs = Outputs::Drop);

/// x [1, T, hidden] → the block's output; fills `tape` if given.
torch::Tensor forwardBlock(const CausalLm& model, std::int64_t layer, const BlockWeights& weights, const torch::Tensor& x, BlockTape* tape);
/// Fills the tape from the block's input without computing the block's output.
void recordBlock(const CausalLm& model, std::int64_t layer, const BlockWeights& weights, const torch::Tensor& x, BlockTape& tape);

/// What a linear's gradients are made from, all in the compute type.
struct LinearGradient {
    LinearKind kind;
    const torch::Tensor& dy;      ///< dL/dy [T, out]
    const torch::Tensor& input;   ///< x [T, in]: dL/dW = dyᵀ · x
    torch::Tensor output;         ///< y [T, out], bias included; of a sublayer's last linear only where the tape keeps outputs, else undefined
};
/// What a backward pass hands out on its way; an empty function asks for nothing.
struct BlockSinks {
    std::function<void(const LinearGradient&)> linear;  ///< once per linear
    /// Once per norm that the block has: dL/dgain in the gain's shape.
    std::function<void(torch::Tensor BlockWeights::*gain, const torch::Tensor& gradient)> gain;
};

/// `gradient` float32 [T, hidden] is dL/d(output) on entry and dL/d(input) on return. The residual stream's gradient stays float32 in
/// bf16 runs. Frees the tape as it goes.
void backwardBlock(const CausalLm& model, std::int64_t layer, const BlockWeights& weights, BlockTape& tape, torch::Tensor& gradient,
                   const BlockSinks& sinks);

/// dL/dx of y = gain · x / sqrt(mean(x²) + epsilon), float32, [T, hidden]; with `gainGradient` also dL/dgain, float32, [hidden].
torch::Tensor rmsNormBackward(const torch::Tensor& x, const torch::Tensor& gain, double epsilon, const torch::Tensor& dy,
                              torch::Tensor* gainGradient = nullptr);

}  // namespace tacq

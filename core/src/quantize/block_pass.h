#pragma once
// Private to quantize: one pass over the model's blocks with calibration text running through the quantized part.
#include <torch/torch.h>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "model/causal_lm.h"
#include "quantize/gptq_solver.h"
#include "tacq/quantize/quantize.h"

namespace tacq {

/// The hidden states of all calibration tokens, and the way of one block over them. Rows of the calibration lie one behind the other
/// in [tokens, hidden]: linears see one tall matrix, only attention looks at row borders.
class BlockPass {
public:
    /// Called once per group of linears that share an input, in true-sequential order, with that input [tokens, n]. Leaves the
    /// quantized weights of these linears in `weights`.
    using Quantize = std::function<Result<void>(std::span<const LinearKind> kinds, const torch::Tensor& input, BlockWeights& weights)>;

    BlockPass(const CausalLm& model, const RunContext& context, PassSeconds& seconds) : m_model(model), m_context(context), m_seconds(seconds) {}
    Result<void> begin(const Calibration& calibration);
    /// After it the hidden states are the inputs of block layer + 1; not so where `last`, which nothing follows.
    Result<void> run(std::int64_t layer, BlockWeights& weights, const Quantize& quantize, bool last);

private:
    /// A batch of neighbouring rows of equal length: attention runs over it at once.
    struct Batch {
        std::int64_t firstToken = 0, rows = 0, length = 0;
        std::int64_t tokens() const { return rows * length; }
    };
    Result<torch::Tensor> normalize(const torch::Tensor& gain) const;
    /// The input of the sublayer's last linear, [tokens, n].
    Result<torch::Tensor> mix(const Sublayer& sublayer, std::int64_t layer, const BlockWeights& weights, const torch::Tensor& normed) const;
    Result<void> add(const Sublayer& sublayer, const BlockWeights& weights, const torch::Tensor& mixed);

    const CausalLm& m_model;
    const RunContext& m_context;
    PassSeconds& m_seconds;
    std::vector<Batch> m_batches;
    torch::Tensor m_hidden;  ///< [tokens, hidden]
};

}  // namespace tacq

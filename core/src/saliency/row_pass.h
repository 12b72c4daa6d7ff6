#pragma once
// Private to the engine: one row of text forwards and backwards through the model, one block's weights at a time.
#include <cstdint>
#include <functional>
#include <vector>

#include "saliency/block_backward.h"
#include "tacq/base/run_context.h"
#include "tacq/saliency/gradient.h"

namespace tacq {

/// Which blocks keep their tape from the way forward to the way back.
struct TapePlan {
    Recompute recompute = Recompute::Auto;
    std::uint64_t activationBytes = 0;  ///< for Auto: the late blocks whose tapes fit keep them, the others are recorded anew
    Outputs outputs = Outputs::Drop;    ///< whether tapes hold what the sublayers' last linears gave
};

class RowPass {
public:
    /// A block's weights, asked for once on the way forward and once on the way back.
    using Blocks = std::function<Result<BlockWeights>(std::int64_t layer)>;
    using Sinks = std::function<BlockSinks(std::int64_t layer, const BlockWeights& weights)>;
    /// The weights are a block's as long as this object keeps its tapes: none may change between forward() and backward().
    RowPass(const CausalLm& model, const TapePlan& plan, Blocks blocks, const RunContext& context)
        : m_model(model), m_plan(plan), m_blocks(std::move(blocks)), m_context(context) {}

    /// ids [T] int64 → the last block's output [1, T, hidden]. Keeps tapes for backward().
    Result<torch::Tensor> forward(const torch::Tensor& ids);
    /// `gradient` float32 [T, hidden]: dL/d(forward's result) on entry, dL/d(embedding) on return. `finished` is called behind each block.
    Result<void> backward(torch::Tensor& gradient, const Sinks& sinks, const std::function<void(std::int64_t layer)>& finished = {});

private:
    std::int64_t firstKept(std::int64_t tokens) const;

    const CausalLm& m_model;
    TapePlan m_plan;
    Blocks m_blocks;
    const RunContext& m_context;
    std::vector<BlockTape> m_tapes;
    std::int64_t m_keptFrom = 0;  ///< blocks from here on have a tape
};

}  // namespace tacq

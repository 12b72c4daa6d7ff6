#pragma once
// Private to the engine: the loss of one row and its gradient, without the row's logits ever existing as a whole.
#include <vector>

#include "model/causal_lm.h"

namespace tacq {

struct RowLoss {
    double meanNll = 0;
    torch::Tensor gradient;  ///< dL/d(hidden before the final norm), float32 [T, hidden]
};

/// L = mean over `positions` of −log p(ids[position + 1] | ids[..position]).
/// hidden [T, hidden] before the final norm, ids [T] int64, positions [n] int64 ascending in 0 … T − 2, n ≥ 1. Logits are made for as many
/// positions at a time as fit `chunkBytes`; d(normed) = (softmax − onehot)/n · head follows at once, no weight gradient for the head.
RowLoss lossAndGradient(const CausalLm& model, const torch::Tensor& hidden, const torch::Tensor& ids, const torch::Tensor& positions,
                        std::uint64_t chunkBytes);

}  // namespace tacq

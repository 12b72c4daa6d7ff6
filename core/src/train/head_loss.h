#pragma once
// Private to the engine: the losses of one row at the head, and their gradient, without the row's logits ever existing as a whole.
#include <cstdint>

#include "model/causal_lm.h"

namespace tacq {

/// How much each term counts. All are means over positions, in nats where they are of logits.
struct LossWeights {
    double kl = 1;            ///< Σ p_float (log p_float − log p)
    double crossEntropy = 0;  ///< −log p(next token)
    double hidden = 0;        ///< mean squared difference of the normed hidden states
};

/// One row at the end of the last block.
struct HeadInput {
    torch::Tensor hidden;     ///< [T, hidden] before the final norm
    torch::Tensor gain;       ///< [hidden], of the final norm, as it multiplies, in the compute type
    torch::Tensor target;     ///< [T, hidden]: the float model's hidden states behind its final norm; may be undefined where no term needs it
    torch::Tensor ids;        ///< [T] int64
    torch::Tensor positions;  ///< [n] int64, ascending in 0 … T − 2: where losses are taken
};

struct HeadLoss {
    double value = 0;             ///< Σ weight × term
    double nll = 0;               ///< mean −log p(next token), whatever its weight; of logit terms only
    torch::Tensor gradient;       ///< dvalue/d(hidden), float32 [T, hidden]
    torch::Tensor gainGradient;   ///< dvalue/d(gain), float32 [hidden]
};

enum class WithGradient { No, Yes };

/// Both models share the head, so that the float model's logits are made again from its hidden states instead of being kept (0.8 GB for 8,192 tokens of
/// SmolLM2). Logits exist for as many positions at a time as fit `chunkBytes` (three such buffers). Softmax and sums float32.
HeadLoss headLoss(const CausalLm& model, const HeadInput& input, const LossWeights& weights, WithGradient wanted, std::uint64_t chunkBytes);

}  // namespace tacq

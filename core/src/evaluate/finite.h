#pragma once
// Private to evaluate: what to say when a model answers NaN or infinity.
#include <string>

#include "model/causal_lm.h"

namespace tacq {

/// NonFinite. Looks through the checkpoint for the first tensor that holds NaN or infinity and names it; if all weights are finite,
/// the activations overflowed, and the hint says what to try.
Error nonFiniteError(const CausalLm& model);

}  // namespace tacq

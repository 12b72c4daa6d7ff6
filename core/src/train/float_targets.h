#pragma once
// Private to the engine: rows of text, and what the float model makes of them.
#include <vector>

#include "model/causal_lm.h"
#include "saliency/loss_rows.h"
#include "tacq/base/run_context.h"

namespace tacq {

struct TrainingRow {
    torch::Tensor ids;        ///< [T] int64
    torch::Tensor positions;  ///< [n] int64: where losses are taken
    torch::Tensor target;     ///< [T, hidden]: the float model's hidden states behind its final norm
};

/// The rows on the model's device, without targets.
std::vector<TrainingRow> trainingRows(const CausalLm& model, const Calibration& calibration, LossOn lossOn);
/// The last block's outputs [T, hidden] of all rows; each block is asked for once.
Result<std::vector<torch::Tensor>> hiddenStates(const CausalLm& model, const std::vector<const TrainingRow*>& rows,
                                                const std::function<Result<BlockWeights>(std::int64_t layer)>& blocks, const RunContext& context);
/// Fills the rows' targets by one pass of the float model.
Result<void> fillTargets(const CausalLm& model, std::vector<TrainingRow>& rows, const RunContext& context);

}  // namespace tacq

#pragma once
// Private to evaluate: token rows through a model, a batch at a time.
#include <torch/torch.h>

#include <functional>
#include <vector>

#include "model/causal_lm.h"
#include "tacq/base/run_context.h"
#include "tacq/evaluate/evaluate.h"

namespace tacq {

/// InvalidArgument for ids outside the vocabulary or rows without ids, naming the first.
Result<void> checkIds(const TokenRows& rows, const ModelConfig& config);
/// InvalidArgument when the vocabularies differ in size: then no divergence exists.
Result<void> sameVocabulary(const Checkpoint& a, const Checkpoint& b);
/// ids [1, tokens] int64 on the model's device.
torch::Tensor idTensor(const std::vector<std::int32_t>& ids, const torch::Device& device);
/// Says once that a window is longer than what the model was trained for.
void noteContextLength(const TokenRows& rows, const ModelConfig& config, const RunContext& context);

/// How to hold a model that `rows` are run through once. Rows that make one batch read each block once either way: on the host the blocks then
/// come and go (Streamed). More rows: chooseResidency().
Residency residencyFor(const Checkpoint& checkpoint, const TokenRows& rows, const Compute& compute);

/// Consecutive rows [begin, end) of one length that are run together.
struct RowBatch {
    std::size_t begin = 0, end = 0;
};
/// Rows of equal length share a batch up to about a thousand tokens: enough to keep the cores busy, little memory.
std::vector<RowBatch> batchRows(const TokenRows& rows);
/// Batches whose hidden states are alive together: one where the model is resident; many where each block has to be read anew.
std::vector<std::vector<RowBatch>> groupBatches(const TokenRows& rows, const CausalLm& model);

/// Normed hidden states of a group, one tensor [rows, tokens, hidden] per batch. Layer by layer: a streamed block is read once per group.
Result<std::vector<torch::Tensor>> hiddenStates(const CausalLm& model, const TokenRows& rows, const std::vector<RowBatch>& group,
                                                const RunContext& context);

}  // namespace tacq

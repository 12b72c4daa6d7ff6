#pragma once
// How many floating-point operations a stage cannot do without (a multiply and an add are two). What a stage does beyond that, such as
// recomputed activations, counts against its share.
#include "tacq/checkpoint/checkpoint.h"
#include "tacq/task/task.h"

namespace tacq::bench {

/// Forward pass with loss: 2 per weight of linears and head per token, and the causal half of attention's two products.
double forwardWork(const Checkpoint& model, const Calibration& calibration);
/// Forward, and backward at twice that; no weight gradient for the head.
double gradientWork(const Checkpoint& model, const Calibration& calibration);
/// One GPTQ pass: forward without head, half of each symmetric Hessian (q, k, v share one; gate and up too), three triangular
/// factorizations of n³/3 to 2n³/3 each, and the corrections to the columns right of each column. The clip search is not counted: it has
/// no counterpart in matrix products.
double gptqWork(const Checkpoint& model, const Calibration& calibration);

}  // namespace tacq::bench

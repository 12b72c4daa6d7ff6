#pragma once
// Private to the pipeline: the loss that a circuit's other weights may cost, to the last digit.
#include "tacq/base/run_context.h"
#include "tacq/numerics/selection.h"
#include "tacq/store/saliency_artifact.h"

namespace tacq {

/// (1/samples) · Σ over weights not kept of G · |ΔW|: bounds the first-order change of the loss, so it ranks circuits and predicts nothing by itself.
/// Reads the rows of G and ΔW once; needs the model (attachModel).
Result<double> firstOrderLoss(const SaliencyArtifact& artifact, const CountAnswer& counts, const RunContext& context);

}  // namespace tacq

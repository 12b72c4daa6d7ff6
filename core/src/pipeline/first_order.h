#pragma once
// Private to the pipeline: the loss that a circuit's other weights may cost, and what measured runs make of it.
#include <optional>
#include <vector>

#include "pipeline/session.h"
#include "tacq/numerics/selection.h"
#include "tacq/store/saliency_artifact.h"

namespace tacq {

/// (1/samples) · Σ over weights not kept of G · |ΔW|: bounds the first-order change of the loss, so it ranks circuits and predicts nothing by itself.
/// Reads the rows of G and ΔW once; needs the model (attachModel).
Result<double> firstOrderLoss(const SaliencyArtifact& artifact, const CountAnswer& counts, const RunContext& context);

struct MeasuredPoint {
    double firstOrder = 0, loss = 0;
};
/// Non-decreasing least-squares fit (pool adjacent violators), linear between its steps, flat beyond its ends. Nothing below two points.
std::optional<double> predictLoss(std::vector<MeasuredPoint> points, double firstOrder);

/// How far off the fit is about points it has not seen: each point in turn is left out and predicted from the others; 1.96 times the root mean square of
/// what that misses. Nothing below three points: two always fit. Points at the ends are predicted flat, so the figure errs on the wide side.
std::optional<double> predictionSpread(const std::vector<MeasuredPoint>& points);

/// Runs of this model and task whose packed result was measured on a text (metric `meanNll:<text>`); the text with the most of them.
Result<std::vector<MeasuredPoint>> measuredPoints(const Workspace& workspace, const std::string& modelIdentity, const std::string& taskName);

}  // namespace tacq

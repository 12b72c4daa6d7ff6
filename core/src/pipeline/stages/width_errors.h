#pragma once
// Private to the pipeline: what each width is predicted to cost each tensor, for the allocator.
#include <span>
#include <string>
#include <vector>

#include "pipeline/requests/session.h"
#include "tacq/budget/mixed.h"
#include "tacq/store/saliency_artifact.h"

namespace tacq {

/// Σ G·|ΔW| per linear and bin of the saliency's score: [linears][LogHistogram::kBins].
using BinnedMass = std::vector<std::vector<double>>;

/// Loss curves of the widths that were asked for, per linear, in (1/samples) Σ G·|ΔW|.
///
/// The width that was simulated has its own ΔW. Of another, ΔW is that of rounding to nearest with clip search on the same grid, times r, the tensor's
/// Σ G·|ΔW| under GPTQ over the same under rounding: of that very width, if the workspace holds its saliency too, else of the simulated width (then the
/// choice is marked as an estimate). Rounding errors cost one clip search a width and are kept as artifacts, so that a second budget has them at once.
/// `widths`: per linear. Needs the model (attachModel).
Result<std::vector<std::vector<WidthChoice>>> widthChoices(Session& session, const SaliencyArtifact& artifact, const std::string& saliencyKey, const GridOptions& grid,
                                                           std::span<const std::vector<int>> widths);

}  // namespace tacq

#pragma once
// Private to the pipeline: `budget --mixed`, the allocator with what it needs around it.
#include "pipeline/requests/packed_plan.h"
#include "pipeline/requests/session.h"
#include "tacq/budget/mixed.h"
#include "tacq/command/requests.h"
#include "tacq/store/saliency_artifact.h"

namespace tacq {

struct MixedOutcome {
    MixedAnswer answer;
    std::vector<bool> estimated;  ///< per linear: its width was not simulated
    struct Single { int bits; double firstOrder; std::size_t estimates; };
    std::vector<Single> single;   ///< first-order loss of each width all over, nothing kept; how many tensors' figures are estimates
    Recipe recipe;                ///< the widths chosen, besides groups and locks as they were given
    std::vector<std::string> notes;
};

/// `plan` has the recipe applied; locked tensors of the recipe keep their widths. The artifact's model must be attached.
Result<MixedOutcome> distributeWidths(Session& session, const SaliencyArtifact& artifact, const std::string& saliencyKey, const PackedPlan& plan, const GridOptions& grid,
                                      const Recipe& recipe, const BudgetRequest& budget, const SizesRequest& options);
Json mixedJson(const MixedOutcome& outcome, const SizesRequest& options);

}  // namespace tacq

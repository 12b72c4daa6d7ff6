#pragma once
// Private to the pipeline: a quantized model's linears on a grid that a format can hold.
#include <optional>

#include "pipeline/delivery/fitting.h"
#include "pipeline/stages/stages.h"
#include "tacq/command/requests.h"

namespace tacq {

/// The run's pass once more on another grid, without kept weights: from the base model and the run's own task.
struct OtherPass {
    StageInputs inputs;
    PassSpec spec;
    /// Of the artifact, before it is there.
    std::string key() const { return spec.key(passInputs(inputs)); }
    Result<ArtifactInfo> run(Session& session) const;
};
OtherPass otherPass(StageInputs inputs, std::string_view method, const Fitting& fitting, const std::vector<PackedShape>& shapes);
/// The same from a run's record. NotFound, or what reading them gives, naming the base model or the task where one is no longer to be had.
Result<OtherPass> otherPass(Session& session, std::shared_ptr<const Checkpoint> base, const CalibrationRequest& calibration, std::string_view method, const Fitting& fitting,
                            const std::vector<PackedShape>& shapes);

/// Without calibration: each weight becomes the nearest value of the grid. Where only kept weights are in the way the grid's own scales stay, else
/// new ones are found by the range of each group. Nothing is kept.
Result<PackedLinear> nearestOn(const PackedLinear& linear, const GridOptions& grid);

}  // namespace tacq

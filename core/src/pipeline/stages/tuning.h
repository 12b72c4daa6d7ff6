#pragma once
// Private to the pipeline: circuit tuning as a step behind the pass.
#include "pipeline/stages/stages.h"
#include "tacq/budget/tuning.h"

namespace tacq {

/// The step as a pass's key has it. What decides its bytes besides the pass: its options, the seed, and which tokens carry the loss.
PostStep tuningStep(const StageInputs& inputs, const TuningOptions& tuning);

/// A quantized artifact with other scales, kept values and norm gains. `spec`: the pass with the step; `before`: what the pass without it made. Its meta.json
/// has `steps`, and names `before`. Where no epoch was better its linears are those of `before`, byte for byte.
Result<ArtifactInfo> tunedStage(Session& session, const StageInputs& inputs, const Upstream& upstream, const PassSpec& spec, const TuningOptions& tuning,
                                const ArtifactInfo& before);

/// `steps` of a quantized artifact's meta.json: `[{name, options, seconds, figures}]`, empty where it has none.
Json stepsOf(const ArtifactInfo& artifact);
/// The same without how long things took: equal for equal inputs.
Json lastingSteps(Json steps);

}  // namespace tacq

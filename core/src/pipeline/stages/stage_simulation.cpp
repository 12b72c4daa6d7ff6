#include "pipeline/stages/layer_pass.h"

namespace tacq {

Result<ArtifactInfo> simulationStage(Session& session, const StageInputs& inputs, const PassSpec& spec) {
    return makeArtifact(session, spec.key(passInputs(inputs)), "simulation", Stage::Simulate, [&](const std::filesystem::path& folder) -> Result<Json> {
        TACQ_CHECK(session.requireFinite(*inputs.model));
        ModelPass pass(spec);
        pass.stage = Stage::Simulate;
        TACQ_CHECK(runLayerPass(inputs, std::move(pass), folder, session.context()));
        return Json{{"kind", "simulation"},
                    {"modelIdentity", inputs.identity},
                    {"modelName", inputs.model->displayName()},
                    {"taskName", inputs.calibration.taskName},
                    {"calibrationKey", inputs.calibrationKey},
                    {"grid", gridJson(spec.common)},
                    {"arithmetic", inputs.compute.describe()}};
    });
}

}  // namespace tacq

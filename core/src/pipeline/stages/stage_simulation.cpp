#include "pipeline/stages/layer_pass.h"

namespace tacq {

Result<ArtifactInfo> simulationStage(Session& session, const StageInputs& inputs, const GridOptions& grid) {
    return makeArtifact(session, simulationKey(inputs, grid), "simulation", "simulate", [&](const std::filesystem::path& folder) -> Result<Json> {
        TACQ_CHECK(session.requireFinite(*inputs.model));
        ModelPass pass;
        pass.stage = "simulate";
        pass.grid.assign(inputs.model->linears().size(), grid);
        TACQ_CHECK(runLayerPass(inputs, std::move(pass), folder, session.context()));
        return Json{{"kind", "simulation"},
                    {"modelIdentity", inputs.identity},
                    {"modelName", inputs.model->displayName()},
                    {"taskName", inputs.calibration.taskName},
                    {"calibrationKey", inputs.calibrationKey},
                    {"grid", gridJson(grid)},
                    {"arithmetic", inputs.compute.describe()}};
    });
}

}  // namespace tacq

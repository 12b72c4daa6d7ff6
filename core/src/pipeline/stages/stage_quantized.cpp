#include "pipeline/stages/layer_pass.h"

namespace tacq {

Result<ArtifactInfo> quantizedStage(Session& session, const StageInputs& inputs, const Upstream& upstream, const PassSpec& spec,
                                    const std::function<Result<std::vector<std::vector<std::uint32_t>>>()>& keptPositions) {
    if (spec.isSimulation()) return simulationStage(session, inputs, spec);
    return makeArtifact(session, spec.key(passInputs(inputs, upstream)), "quantized", Stage::Quantize, [&](const std::filesystem::path& folder) -> Result<Json> {
        TACQ_CHECK(session.requireFinite(*inputs.model));
        ModelPass pass(spec);
        if (spec.kept > 0) { TACQ_TRY(pass.kept, keptPositions()); }
        TACQ_CHECK(runLayerPass(inputs, std::move(pass), folder, session.context()));
        return Json{{"kind", "quantized"},
                    {"modelIdentity", inputs.identity},
                    {"modelName", inputs.model->displayName()},
                    {"taskName", inputs.calibration.taskName},
                    {"calibrationKey", inputs.calibrationKey},
                    {"grid", gridJson(spec.common)},
                    {"method", std::string(spec.method->name)},
                    {"kept", spec.kept},
                    {"seed", spec.seed},
                    {"gradientKey", upstream.gradient},
                    {"simulationKey", upstream.simulation},
                    {"saliencyKey", upstream.saliency},
                    {"arithmetic", inputs.compute.describe()}};
    });
}

}  // namespace tacq

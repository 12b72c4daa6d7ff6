#include "pipeline/stages/stages.h"

namespace tacq {

Result<ArtifactInfo> gradientStage(Session& session, const StageInputs& inputs) {
    return makeArtifact(session, gradientKey(inputs), "gradient", Stage::Gradient, [&](const std::filesystem::path& folder) -> Result<Json> {
        TACQ_CHECK(session.requireFinite(*inputs.model));
        GradientOptions options;
        options.lossOn = inputs.lossOn;
        TACQ_TRY(const GradientFigures figures, accumulateGradients(inputs.model, inputs.calibration, options, inputs.compute, folder, session.context()));
        return Json{{"kind", "gradient"},
                    {"modelIdentity", inputs.identity},
                    {"modelName", inputs.model->displayName()},
                    {"taskName", inputs.calibration.taskName},
                    {"calibrationKey", inputs.calibrationKey},
                    {"samples", inputs.calibration.rows.size()},
                    {"tokens", inputs.calibration.tokenCount},
                    {"arithmetic", inputs.compute.describe()},
                    {"meanNll", figures.meanNll},
                    {"gradientSum", figures.gradientSum}};
    });
}

}  // namespace tacq

#include "command/request_io.h"
#include "pipeline/commands/command_list.h"
#include "pipeline/stages/forecast.h"
#include "pipeline/stages/stages.h"
#include "tacq/store/saliency_artifact.h"

namespace tacq {
namespace {

Json perTensor(const SaliencyMeta& meta) {
    Json list = Json::array();
    for (std::size_t i = 0; i < meta.linears.size() && i < meta.figures.size(); ++i) {
        const auto& figures = meta.figures[i];
        list.push_back({{"name", meta.linears[i].name},
                        {"gradientSum", figures.gradientSum},
                        {"saliencySum", figures.saliencySum},
                        {"max", figures.saliencyMax},
                        {"squaredError", figures.deltaSquared}});
    }
    return list;
}

}  // namespace

Result<Json> saliencyCommand(Session& session, Params& params) {
    SaliencyRequest request = readRequest<SaliencyRequest>(params);
    request.calibration.sampling.seed = session.environment().seed;
    TACQ_CHECK(params.finish());
    const GridOptions& grid = request.grid;
    TACQ_TRY(const auto model, session.openModel(request.model));
    TACQ_TRY(const StageInputs inputs, makeInputs(session, model, request.calibration));
    TACQ_TRY(const Workspace* workspace, session.workspace());
    const std::string key = saliencyKey(inputs, grid);
    TACQ_CHECK(ensureRoomFor(session, inputs, grid, true, 1, 0, workspace->folder()));
    TACQ_CHECK(session.beginRun(RunKind::Saliency, key, params.json(), model->displayName(), inputs.calibration.taskName));
    TACQ_TRY(const ArtifactInfo artifact, saliencyStage(session, inputs, grid));
    TACQ_TRY(const SaliencyMeta meta, saliencyMetaFromJson(artifact.metaJson, artifact.key));
    session.metric("calibrationMeanNll", meta.calibrationMeanNll);
    return Json{{"model", request.model},
                {"run", session.runId()},
                {"artifact", artifact.key},
                {"folder", artifact.folder.string()},
                {"gradientArtifact", meta.gradientKey},
                {"simulationArtifact", meta.simulationKey},
                {"grid", gridJson(grid)},
                {"task", inputs.calibration.taskName},
                {"samples", meta.samples},
                {"tokens", meta.tokens},
                {"calibrationMeanNll", meta.calibrationMeanNll},
                {"notes", inputs.calibration.notes},
                {"arithmetic", inputs.compute.describe()},
                {"perTensor", perTensor(meta)},
                {"stages", session.stagesJson()}};
}

}  // namespace tacq

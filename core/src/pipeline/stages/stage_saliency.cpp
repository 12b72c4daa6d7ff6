#include <algorithm>

#include "pipeline/requests/source.h"
#include "pipeline/stages/stages.h"

namespace tacq {
namespace {

SaliencyMeta metaOf(const StageInputs& inputs, const GridOptions& grid, const ArtifactInfo& gradient, const ArtifactInfo& simulation) {
    SaliencyMeta meta;
    meta.modelIdentity = inputs.identity;
    std::error_code ignored;
    meta.modelPath = std::filesystem::absolute(inputs.model->path(), ignored).string();
    meta.modelName = inputs.model->displayName();
    meta.taskName = inputs.calibration.taskName;
    meta.gradientKey = gradient.key;
    meta.simulationKey = simulation.key;
    meta.grid = grid;
    meta.samples = static_cast<std::int64_t>(inputs.calibration.rows.size());
    meta.tokens = inputs.calibration.tokenCount;
    meta.seed = inputs.sampling.seed;
    meta.dtype = inputs.compute.type == ComputeType::BF16 ? "bf16" : "f32";
    const auto linears = inputs.model->linears();
    meta.linears.assign(linears.begin(), linears.end());
    for (const TensorInfo& tensor : inputs.model->tensors()) {
        const bool linear = std::any_of(linears.begin(), linears.end(), [&](const LinearInfo& l) { return l.name == tensor.name; });
        if (!linear) meta.dense.push_back(tensor);
    }
    return meta;
}

}  // namespace

Result<ArtifactInfo> saliencyStage(Session& session, const StageInputs& inputs, const GridOptions& grid) {
    TACQ_TRY(const ArtifactInfo gradient, gradientStage(session, inputs));
    TACQ_TRY(const ArtifactInfo simulation, simulationStage(session, inputs, simulationSpec(inputs, grid)));
    return makeArtifact(session, saliencyKey(inputs, grid), "saliency", Stage::Saliency, [&](const std::filesystem::path& folder) -> Result<Json> {
        SaliencyMeta meta = metaOf(inputs, grid, gradient, simulation);
        TACQ_TRY(const Json gradientMeta, parseJson(gradient.metaJson, gradient.key));
        meta.calibrationMeanNll = numberOf(gradientMeta, "meanNll").value_or(0);
        TACQ_CHECK(writeSaliencySketch(folder, meta, *inputs.model, gradient.folder / "gradient.safetensors", simulation.folder, session.context()));
        return parseJson(saliencyMetaToJson(meta), "saliency meta");
    });
}

Result<ArtifactInfo> scoredStage(Session& session, const ArtifactInfo& saliency, Method method) {
    TACQ_TRY(SaliencyMeta meta, saliencyMetaFromJson(saliency.metaJson, saliency.key));
    return makeArtifact(session, scoredKey(meta, method), "saliency", Stage::Saliency, [&](const std::filesystem::path& folder) -> Result<Json> {
        TACQ_TRY(const Workspace* workspace, session.workspace());
        const Json parts{{"gradient", meta.gradientKey}, {"simulation", meta.simulationKey}};
        TACQ_TRY(const ArtifactInfo gradient, artifactOf(session, *workspace, parts, "gradient"));
        TACQ_TRY(const ArtifactInfo simulation, artifactOf(session, *workspace, parts, "simulation"));
        // W is read from the model's own file: it must be the one that G and Ŵ belong to.
        TACQ_TRY(SaliencyArtifact like, SaliencyArtifact::open(saliency.folder));
        TACQ_CHECK(like.attachModel());
        TACQ_TRY(const auto model, session.openModel(meta.modelPath));
        meta.method = method;
        TACQ_CHECK(writeSaliencySketch(folder, meta, *model, gradient.folder / "gradient.safetensors", simulation.folder, session.context()));
        return parseJson(saliencyMetaToJson(meta), "saliency meta");
    });
}

Result<Upstream> upstreamStages(Session& session, const StageInputs& inputs, Method method, const GridOptions& grid) {
    Upstream upstream;
    if (needsSimulation(method)) {
        // TaCQ and QAL pass through the saliency artifact: it is what the workbench shows and what budgets are answered from.
        TACQ_TRY(const ArtifactInfo saliency, saliencyStage(session, inputs, grid));
        upstream.saliency = saliency.key;
        upstream.saliencyFolder = saliency.folder;
        upstream.simulation = simulationKey(inputs, grid);
        upstream.simulationFolder = saliency.folder.parent_path() / upstream.simulation;
    }
    if (needsGradient(method)) {
        upstream.gradient = gradientKey(inputs);
        if (upstream.saliency.empty()) {
            TACQ_TRY(const ArtifactInfo gradient, gradientStage(session, inputs));
            upstream.gradientFile = gradient.folder / "gradient.safetensors";
        } else {
            upstream.gradientFile = upstream.saliencyFolder.parent_path() / upstream.gradient / "gradient.safetensors";
        }
    }
    return upstream;
}

}  // namespace tacq

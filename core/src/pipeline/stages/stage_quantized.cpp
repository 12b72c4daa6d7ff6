#include "pipeline/stages/layer_pass.h"
#include "tacq/base/hash.h"

namespace tacq {
namespace {

constexpr const char* kQuantizedVersion = "quantized/1";

/// What sets linears apart, in model order.
std::string overridesText(const StageInputs& inputs, const QuantizedRequest& request) {
    std::string text;
    const std::string common = describe(request.grid);
    for (std::size_t i = 0; i < request.grids.size(); ++i)
        if (const std::string own = describe(request.grids[i]); own != common) text += inputs.model->linears()[i].name + " " + own + "\n";
    return text;
}

std::string quantizedKey(const StageInputs& inputs, const Upstream& upstream, const QuantizedRequest& request) {
    const bool random = request.method == Method::Random;
    // Round to nearest looks at no data at all.
    const bool rtn = request.method == Method::Rtn;
    std::vector<std::string> parts{kQuantizedVersion, inputs.identity, rtn ? "" : inputs.calibrationKey, describe(request.grid), std::string(methodName(request.method)),
                                   std::to_string(request.kept), random ? std::to_string(request.seed) : "", upstream.gradient, upstream.simulation,
                                   rtn ? "" : arithmetic(inputs.compute)};
    if (!request.grids.empty()) parts.push_back(overridesText(inputs, request));
    return stageKey(parts);
}

}  // namespace

Result<ArtifactInfo> quantizedStage(Session& session, const StageInputs& inputs, const Upstream& upstream, const QuantizedRequest& request,
                                    const std::function<Result<std::vector<std::vector<std::uint32_t>>>()>& keptPositions) {
    if (request.method != Method::Rtn && request.kept == 0 && request.grids.empty()) return simulationStage(session, inputs, request.grid);
    return makeArtifact(session, quantizedKey(inputs, upstream, request), "quantized", "quantize", [&](const std::filesystem::path& folder) -> Result<Json> {
        TACQ_CHECK(session.requireFinite(*inputs.model));
        ModelPass pass;
        if (request.grids.empty()) pass.grid.assign(inputs.model->linears().size(), request.grid);
        else pass.grid = request.grids;
        pass.rtn = request.method == Method::Rtn;
        if (request.kept > 0) { TACQ_TRY(pass.kept, keptPositions()); }
        TACQ_CHECK(runLayerPass(inputs, std::move(pass), folder, session.context()));
        return Json{{"kind", "quantized"},
                    {"modelIdentity", inputs.identity},
                    {"modelName", inputs.model->displayName()},
                    {"taskName", inputs.calibration.taskName},
                    {"calibrationKey", inputs.calibrationKey},
                    {"grid", gridJson(request.grid)},
                    {"method", std::string(methodName(request.method))},
                    {"kept", request.kept},
                    {"seed", request.seed},
                    {"gradientKey", upstream.gradient},
                    {"simulationKey", upstream.simulation},
                    {"saliencyKey", upstream.saliency},
                    {"arithmetic", inputs.compute.describe()}};
    });
}

}  // namespace tacq

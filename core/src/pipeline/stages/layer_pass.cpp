#include "pipeline/stages/layer_pass.h"

#include <system_error>

#include "base/mapped_guard.h"
#include "tacq/checkpoint/packed_layer.h"

namespace tacq {
Result<void> runLayerPass(const StageInputs& inputs, ModelPass pass, const std::filesystem::path& folder, const RunContext& context) {
    pass.resume = [&folder](std::int64_t layer) -> Result<std::optional<std::vector<PackedLinear>>> {
        std::error_code ignored;
        if (!std::filesystem::exists(layerFile(folder, layer), ignored)) return std::optional<std::vector<PackedLinear>>{};
        auto linears = readPackedLayer(layerFile(folder, layer));
        // Written by rename, so it is whole unless the disk is at fault: then it is computed again.
        if (!linears.ok()) return std::optional<std::vector<PackedLinear>>{};
        return std::optional<std::vector<PackedLinear>>(std::move(linears).value());
    };
    pass.sink = [&folder](std::int64_t layer, const std::vector<PackedLinear>& linears, const std::vector<QuantizeFigures>& figures) -> Result<void> {
        // A block made from a file that is not whole any more would pass for a finished one in the next run.
        TACQ_CHECK(checkMappedFiles(Sizes::Ask));
        std::vector<double> errors;
        for (const QuantizeFigures& one : figures) errors.push_back(one.squaredError);
        return writePackedLayer(layerFile(folder, layer), linears, {{kSquaredErrorsKey, squaredErrorsText(errors)}});
    };
    return quantizeModel(inputs.model, inputs.calibration, pass, inputs.compute, context);
}

}  // namespace tacq

#include "pipeline/stages/layer_pass.h"

#include <cstdio>
#include <system_error>

#include "base/mapped_guard.h"
#include "tacq/checkpoint/packed_layer.h"
#include "tacq/checkpoint/safetensors.h"

namespace tacq {
namespace {

constexpr const char* kErrorsKey = "squared_errors";

std::string errorsText(const std::vector<QuantizeFigures>& figures) {
    std::string text;
    for (const QuantizeFigures& one : figures) {
        char number[32];
        std::snprintf(number, sizeof number, "%s%.17g", text.empty() ? "" : " ", one.squaredError);
        text += number;
    }
    return text;
}

}  // namespace

std::filesystem::path layerFile(const std::filesystem::path& folder, std::int64_t layer) {
    char name[32];
    std::snprintf(name, sizeof name, "layer-%03lld.safetensors", static_cast<long long>(layer));
    return folder / name;
}

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
        return writePackedLayer(layerFile(folder, layer), linears, {{kErrorsKey, errorsText(figures)}});
    };
    return quantizeModel(inputs.model, inputs.calibration, pass, inputs.compute, context);
}

Result<std::vector<double>> squaredErrors(const std::filesystem::path& folder, const Checkpoint& model) {
    std::vector<double> errors;
    for (std::int64_t layer = 0; layer < model.config().layers; ++layer) {
        TACQ_TRY(const SafetensorsFile file, SafetensorsFile::open(layerFile(folder, layer)));
        const auto found = file.metadata().find(kErrorsKey);
        if (found == file.metadata().end())
            return Error{ErrorCode::InvalidFile, "the block's figures are missing", layerFile(folder, layer).string(), "run `tacq workspace verify`"};
        const char* at = found->second.c_str();
        for (char* end = nullptr; *at != '\0'; at = end) {
            errors.push_back(std::strtod(at, &end));
            if (end == at) break;
        }
    }
    if (errors.size() != model.linears().size())
        return Error{ErrorCode::InvalidFile, "figures and matrices differ in number", folder.string(), "run `tacq workspace verify`"};
    return errors;
}

}  // namespace tacq

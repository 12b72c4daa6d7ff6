#include "numerics/grid_json.h"

#include "base/fields.h"
#include "tacq/numerics/grid_range.h"

namespace tacq {

std::string gridText(const GridOptions& grid) {
    return "bits=" + std::to_string(grid.bits) + " group=" + std::to_string(grid.groupSize) + (grid.symmetry == Symmetry::Symmetric ? " symmetric" : " asymmetric") +
           (grid.scaleType == ScaleType::F32 ? " f32" : " f16");
}

Json gridJson(const GridOptions& grid) {
    return {{"bits", grid.bits},
            {"groupSize", grid.groupSize},
            {"symmetric", grid.symmetry == Symmetry::Symmetric},
            {"scaleDtype", grid.scaleType == ScaleType::F32 ? "f32" : "f16"}};
}

Result<GridOptions> gridOf(const Json& json, const std::string& context, const std::optional<GridOptions>& defaults) {
    const GridOptions usual = defaults.value_or(GridOptions{});
    Fields fields(json, FieldErrors{.context = context, .hint = ""});
    GridOptions grid;
    grid.bits = static_cast<int>(fields.integer("bits", usual.bits, kLeastBits, kMostBits));
    grid.groupSize = fields.integer("groupSize", usual.groupSize, -1, kMostGroupSize);
    const bool symmetric = fields.flag("symmetric", usual.symmetry == Symmetry::Symmetric);
    const std::string scale = fields.choice("scaleDtype", usual.scaleType == ScaleType::F32 ? "f32" : "f16", {"f16", "f32"});
    for (const char* key : {"bits", "groupSize", "symmetric", "scaleDtype"})
        if (!defaults && !fields.has(key)) fields.wrong(key, "given");
    TACQ_CHECK(fields.done());
    grid.symmetry = symmetric ? Symmetry::Symmetric : Symmetry::Asymmetric;
    grid.scaleType = scale == "f32" ? ScaleType::F32 : ScaleType::F16;
    if (const auto valid = validate(grid); !valid.ok()) return Error{ErrorCode::InvalidFile, valid.error().message, context, ""};
    return grid;
}

std::string gridToJson(const GridOptions& grid) { return dumpJson(gridJson(grid)); }

Result<GridOptions> gridFromJson(const std::string& text, const std::string& context, const std::optional<GridOptions>& defaults) {
    TACQ_TRY(const Json json, parseJson(text, context));
    return gridOf(json, context, defaults);
}

}  // namespace tacq

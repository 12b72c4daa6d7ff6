#include "pipeline/delivery/other_grid.h"

#include <algorithm>
#include <cmath>

#include "tacq/base/half.h"
#include "tacq/quantize/quantize.h"

namespace tacq {
namespace {

/// The grid that most linears have; passes name it as the common one.
GridOptions commonOf(const std::vector<GridOptions>& grids) {
    return *std::max_element(grids.begin(), grids.end(), [&](const GridOptions& a, const GridOptions& b) { return std::count(grids.begin(), grids.end(), a) < std::count(grids.begin(), grids.end(), b); });
}

/// Kept weights become codes of the groups that they lie in.
void foldKept(PackedLinear& linear) {
    const auto columns = static_cast<std::size_t>(linear.columns), words = static_cast<std::size_t>(linear.wordsPerRow());
    const auto groups = static_cast<std::size_t>(linear.grid.groups(linear.columns)), width = static_cast<std::size_t>(linear.grid.groupColumns(linear.columns));
    const float top = static_cast<float>((1 << linear.grid.bits) - 1);
    std::vector<std::uint8_t> codes(columns);
    for (std::size_t row = 0; row < static_cast<std::size_t>(linear.rows); ++row) {
        const auto begin = static_cast<std::size_t>(linear.rowOffsets[row]), end = static_cast<std::size_t>(linear.rowOffsets[row + 1]);
        if (begin == end) continue;
        const auto stream = std::span(linear.codes).subspan(row * words, words);
        unpackRow(stream, linear.grid.bits, codes);
        for (std::size_t i = begin; i < end; ++i) {
            const std::size_t group = row * groups + linear.keptColumns[i] / width;
            const float scale = linear.scales[group];
            const float code = scale == 0 ? static_cast<float>(linear.zeros[group]) : linear.keptValues[i] / scale + static_cast<float>(linear.zeros[group]);
            codes[linear.keptColumns[i]] = static_cast<std::uint8_t>(std::clamp(std::nearbyint(code), 0.0f, top));
        }
        packRow(codes, linear.grid.bits, stream);
    }
    std::fill(linear.rowOffsets.begin(), linear.rowOffsets.end(), 0);
    linear.keptColumns.clear();
    linear.keptValues.clear();
}

}  // namespace

Result<ArtifactInfo> OtherPass::run(Session& session) const {
    return quantizedStage(session, inputs, {}, spec, []() -> Result<std::vector<std::vector<std::uint32_t>>> { return std::vector<std::vector<std::uint32_t>>(); });
}

OtherPass otherPass(StageInputs inputs, std::string_view method, const Fitting& fitting, const std::vector<PackedShape>& shapes) {
    OtherPass pass{std::move(inputs), {}};
    for (std::size_t i = 0; i < shapes.size(); ++i) pass.spec.grids.push_back(fitting.grid(i, shapes[i]));
    pass.spec.common = commonOf(pass.spec.grids);
    pass.spec.method = method == methodName(Method::Rtn) ? Method::Rtn : Method::Gptq;
    return pass;
}

Result<OtherPass> otherPass(Session& session, std::shared_ptr<const Checkpoint> base, const CalibrationRequest& calibration, std::string_view method, const Fitting& fitting,
                            const std::vector<PackedShape>& shapes) {
    auto inputs = makeInputs(session, std::move(base), calibration);
    if (!inputs.ok()) {
        Error error = inputs.error();
        if (error.code == ErrorCode::Cancelled) return error;
        if (error.code == ErrorCode::InvalidArgument) error.code = ErrorCode::NotFound;   // nothing is wrong with what was asked for now
        error.message = "this format needs the run's pass once more on its own grid, from its base model and its task, and that is not to be had: " + error.message;
        return error;
    }
    return otherPass(std::move(inputs).value(), method, fitting, shapes);
}

Result<PackedLinear> nearestOn(const PackedLinear& linear, const GridOptions& grid) {
    if (grid == linear.grid && linear.extra.empty()) {
        PackedLinear folded = linear;
        foldKept(folded);
        return folded;
    }
    std::vector<float> values(static_cast<std::size_t>(linear.rows * linear.columns));
    dequantizeRows(linear, 0, linear.rows, values);
    return quantizeRtn(linear.name, values, linear.rows, linear.columns, grid, {}, ClipSearch::Off);
}

}  // namespace tacq

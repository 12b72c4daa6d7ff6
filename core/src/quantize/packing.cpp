#include "quantize/packing.h"

#include <algorithm>
#include <atomic>
#include <cmath>

#include "tacq/base/half.h"
#include "tacq/base/parallel.h"

namespace tacq {
namespace {

bool allFinite(std::span<const float> values) {
    std::atomic<bool> finite{true};
    parallelFor(values.size(), 1 << 16, [&](std::size_t begin, std::size_t end) {
        // x·0 is 0 for finite x, else NaN: one branch for the whole range.
        float sum = 0;
        for (std::size_t i = begin; i < end; ++i) sum += values[i] * 0.0f;
        if (sum != 0.0f) finite = false;
    });
    return finite;
}

}  // namespace

Result<void> checkMatrix(const MatrixInput& input) {
    TACQ_CHECK(validate(input.grid));
    const auto elements = static_cast<std::uint64_t>(input.rows * input.columns);
    if (input.rows <= 0 || input.columns <= 0 || input.weight.size() != elements)
        return Error{ErrorCode::Internal, "weights do not have the size of the matrix", input.name, {}};
    const bool ascending = std::adjacent_find(input.kept.begin(), input.kept.end(), std::greater_equal<>()) == input.kept.end();
    if (!ascending || (!input.kept.empty() && input.kept.back() >= elements))
        return Error{ErrorCode::Internal, "kept positions are not ascending within the matrix", input.name, {}};
    if (!allFinite(input.weight))
        return Error{ErrorCode::NonFinite, "weights hold NaN or infinity", input.name, "the checkpoint is damaged or was saved from a diverged run"};
    return {};
}

PackedLinear emptyPacked(const MatrixInput& input) {
    PackedLinear packed;
    packed.name = input.name;
    packed.rows = input.rows;
    packed.columns = input.columns;
    packed.grid = input.grid;
    const auto rows = static_cast<std::size_t>(input.rows), columns = static_cast<std::size_t>(input.columns);
    const auto groups = static_cast<std::size_t>(input.grid.groups(input.columns));
    packed.codes.resize(rows * static_cast<std::size_t>(packed.wordsPerRow()));
    packed.scales.resize(rows * groups);
    packed.zeros.resize(rows * groups);
    packed.rowOffsets.assign(rows + 1, 0);
    packed.keptColumns.resize(input.kept.size());
    packed.keptValues.resize(input.kept.size());
    for (std::size_t i = 0; i < input.kept.size(); ++i) {
        packed.keptColumns[i] = static_cast<std::uint32_t>(input.kept[i] % columns);
        ++packed.rowOffsets[input.kept[i] / columns + 1];
    }
    for (std::size_t r = 0; r < rows; ++r) packed.rowOffsets[r + 1] += packed.rowOffsets[r];
    return packed;
}

std::span<const std::uint32_t> keptOfRow(const PackedLinear& packed, std::int64_t row) {
    const auto r = static_cast<std::size_t>(row);
    const auto begin = static_cast<std::size_t>(packed.rowOffsets[r]), end = static_cast<std::size_t>(packed.rowOffsets[r + 1]);
    return std::span(packed.keptColumns).subspan(begin, end - begin);
}

Result<void> roundKept(PackedLinear& packed) {
    constexpr float kHalfOverflow = 65520.0f;  // rounds to infinity from here on
    packed.valueType = ValueType::F16;
    for (const float value : packed.keptValues) {
        if (!std::isfinite(value)) return Error{ErrorCode::NonFinite, "a kept weight became NaN or infinite during quantization", packed.name, {}};
        if (std::abs(value) >= kHalfOverflow) packed.valueType = ValueType::BF16;
    }
    const bool half = packed.valueType == ValueType::F16;
    for (float& value : packed.keptValues) value = half ? halfToFloat(floatToHalf(value)) : bfloatToFloat(floatToBfloat(value));
    return {};
}

}  // namespace tacq

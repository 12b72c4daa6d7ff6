#include <cmath>

#include "tacq/base/half.h"
#include "tacq/numerics/grid_range.h"
#include "tacq/numerics/packed_part.h"

namespace tacq {
namespace {

Error broken(const PackedLinear& linear, std::string what) {
    return {ErrorCode::InvalidFile, std::move(what), linear.name, "get an undamaged copy of the checkpoint, or quantize again"};
}

bool fitsHalf(float value) { return std::isfinite(value) && halfToFloat(floatToHalf(value)) == value; }
bool fitsBfloat(float value) { return std::isfinite(value) && bfloatToFloat(floatToBfloat(value)) == value; }

Result<void> checkSizes(const PackedLinear& linear) {
    if (linear.rows < 1 || linear.columns < 1) return broken(linear, "a quantized tensor has no elements");
    if (linear.rows > INT32_MAX || linear.columns > INT32_MAX || linear.rows * linear.columns > INT64_C(0xffffffff))
        return broken(linear, "a quantized tensor has more than 2^32 elements");
    const auto size = [](std::int64_t n) { return static_cast<std::size_t>(n); };
    const std::int64_t grids = linear.rows * linear.grid.groups(linear.columns);
    if (linear.codes.size() != size(linear.rows * linear.wordsPerRow())) return broken(linear, "codes do not have the size that shape and bits ask for");
    if (linear.scales.size() != size(grids)) return broken(linear, "scales are not one per row and group");
    if (linear.zeros.size() != size(grids)) return broken(linear, "zero points are not one per row and group");
    if (linear.rowOffsets.size() != size(linear.rows + 1)) return broken(linear, "row offsets are not one more than the rows");
    if (linear.keptColumns.size() != linear.keptValues.size()) return broken(linear, "kept columns and kept values differ in number");
    return {};
}

Result<void> checkGrid(const PackedLinear& linear) {
    const int top = (1 << linear.grid.bits) - 1;
    for (const std::uint8_t zero : linear.zeros)
        if (zero > top) return broken(linear, "zero point " + std::to_string(zero) + " is above the largest code");
    for (const float scale : linear.scales)
        if (!(linear.grid.scaleType == ScaleType::F16 ? fitsHalf(scale) : std::isfinite(scale)))
            return broken(linear, "a scale is not a finite number of its stored type");
    const int used = static_cast<int>(linear.columns * linear.grid.bits % 32);
    if (used == 0) return {};
    const auto words = static_cast<std::size_t>(linear.wordsPerRow());
    for (std::size_t i = words - 1; i < linear.codes.size(); i += words)
        if (linear.codes[i] >> used != 0) return broken(linear, "padding bits after a row's codes are not zero");
    return {};
}

std::uint32_t codeAt(const PackedLinear& linear, std::size_t row, std::size_t column) {
    const auto bits = static_cast<std::size_t>(linear.grid.bits);
    const std::size_t words = static_cast<std::size_t>(linear.wordsPerRow());
    const std::size_t bit = column * bits, word = row * words + bit / 32, shift = bit % 32;
    std::uint64_t pair = linear.codes[word];
    if (shift + bits > 32) pair |= static_cast<std::uint64_t>(linear.codes[word + 1]) << 32;
    return static_cast<std::uint32_t>(pair >> shift & ((1u << bits) - 1));
}

Result<void> checkKeptRow(const PackedLinear& linear, std::size_t row) {
    const auto groups = static_cast<std::size_t>(linear.grid.groups(linear.columns));
    const auto groupColumns = static_cast<std::size_t>(linear.grid.groupColumns(linear.columns));
    const auto begin = static_cast<std::size_t>(linear.rowOffsets[row]), end = static_cast<std::size_t>(linear.rowOffsets[row + 1]);
    for (std::size_t i = begin; i < end; ++i) {
        const std::size_t column = linear.keptColumns[i];
        if (column >= static_cast<std::size_t>(linear.columns)) return broken(linear, "a kept column lies outside the row");
        if (i > begin && column <= linear.keptColumns[i - 1]) return broken(linear, "kept columns of a row do not ascend");
        const float value = linear.keptValues[i];
        if (!(linear.valueType == ValueType::F16 ? fitsHalf(value) : fitsBfloat(value)))
            return broken(linear, "a kept value is not a finite number of its stored type");
        if (codeAt(linear, row, column) != linear.zeros[row * groups + column / groupColumns])
            return broken(linear, "the code at a kept position is not the zero point");
    }
    return {};
}

Result<void> checkKept(const PackedLinear& linear) {
    if (linear.rowOffsets.front() != 0) return broken(linear, "row offsets do not begin at 0");
    for (std::size_t row = 0; row + 1 < linear.rowOffsets.size(); ++row) {
        const std::int64_t count = static_cast<std::int64_t>(linear.rowOffsets[row + 1]) - linear.rowOffsets[row];
        if (count < 0) return broken(linear, "row offsets fall");
        if (count > linear.columns) return broken(linear, "a row keeps more weights than it has");
    }
    if (linear.rowOffsets.back() != linear.kept()) return broken(linear, "row offsets do not end at the number of kept weights");
    for (std::size_t row = 0; row < static_cast<std::size_t>(linear.rows); ++row) TACQ_CHECK(checkKeptRow(linear, row));
    return {};
}

Result<void> checkExtra(const PackedLinear& linear) {
    std::size_t known = 0;
    for (const PackedPart* part : packedParts()) {
        const PartContent* extra = findExtra(linear, *part);
        if (!extra) continue;
        PackedShape shape = linear.shape();
        const std::string name(part->suffix);
        if (part->required || !part->accept(extra->type, shape)) return broken(linear, "the part \"" + name + "\" has a type that it cannot have");
        if (!fitsAxis(*extra, shape)) return broken(linear, "the part \"" + name + "\" does not have the size that the linear's shape asks for");
        if (extra->content.size() != extra->bytes()) return broken(linear, "the part \"" + name + "\" is not as long as its shape says");
        if (part->check) TACQ_CHECK(part->check(linear, *extra));
        // In the table's order, each once.
        if (extra != &linear.extra[known++]) return broken(linear, "the parts are not in their order");
    }
    if (known != linear.extra.size()) return broken(linear, "a part is there twice or is not known");
    return {};
}

}  // namespace

Result<void> validate(const GridOptions& grid) {
    if (grid.bits < kLeastBits || grid.bits > kMostBits)
        return Error{ErrorCode::InvalidArgument, "bits must be 2 to 8, not " + std::to_string(grid.bits), "", "choose a width from 2 to 8"};
    if (grid.groupSize != -1 && (grid.groupSize < 8 || grid.groupSize % 8 != 0))
        return Error{ErrorCode::InvalidArgument, "group size must be -1 (one group a row) or a positive multiple of 8, not " + std::to_string(grid.groupSize),
                     "", "common sizes are -1, 32, 64 and 128"};
    if (grid.groupSize > kMostGroupSize)
        return Error{ErrorCode::InvalidArgument, "group size must be at most " + std::to_string(kMostGroupSize) + ", not " + std::to_string(grid.groupSize), "",
                     "-1 is one group a row, however long the row is"};
    return {};
}

Result<void> validate(const PackedLinear& linear) {
    if (auto grid = validate(linear.grid); !grid.ok()) return broken(linear, grid.error().message);
    TACQ_CHECK(checkSizes(linear));
    TACQ_CHECK(checkGrid(linear));
    TACQ_CHECK(checkKept(linear));
    return checkExtra(linear);
}

}  // namespace tacq

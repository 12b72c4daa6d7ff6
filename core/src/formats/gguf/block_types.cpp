#include "formats/gguf/block_types.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "checkpoint/gguf/dequantize.h"
#include "checkpoint/gguf/encode.h"
#include "tacq/base/list_text.h"

namespace tacq {
namespace {

constexpr std::array kAskable{TensorType::F32, TensorType::F16, TensorType::BF16, TensorType::Q8_0, TensorType::Q6_K, TensorType::Q5_K, TensorType::Q5_1,
                              TensorType::Q5_0, TensorType::Q4_K, TensorType::Q4_1, TensorType::Q4_0, TensorType::Q3_K, TensorType::Q2_K, TensorType::Q2_0};

/// What a type's block holds as d · integer, the smallest type first. Either sign of d will do, so a range may also be the mirrored one.
struct Holding {
    TensorType type;
    int least, most;
    int span = 0;  ///< not 0: any range of at most so many steps that has zero in it
};
constexpr std::array kHolding{Holding{TensorType::Q2_0, -1, 2}, Holding{TensorType::Q2_K, 0, 0, 3}, Holding{TensorType::Q3_K, -4, 3}, Holding{TensorType::Q4_0, -8, 7},
                              Holding{TensorType::Q5_0, -16, 15}, Holding{TensorType::Q6_K, -32, 31}, Holding{TensorType::Q8_0, -128, 127}};

/// What code − zero can be.
struct Range {
    int least, most;
};
Range rangeOf(const GridOptions& grid) {
    const int top = (1 << grid.bits) - 1, middle = 1 << (grid.bits - 1);
    return grid.symmetry == Symmetry::Symmetric ? Range{-middle, top - middle} : Range{-top, top};
}

bool holds(const Holding& holding, const GridOptions& grid) {
    const Range range = rangeOf(grid);
    // Codes lie between 0 and the top one whatever the zero point, itself one of them: a block's own range has zero in it and no more steps than that.
    if (holding.span > 0) return (1 << grid.bits) - 1 <= holding.span;
    const auto within = [&](int least, int most) { return holding.least <= least && most <= holding.most; };
    return within(range.least, range.most) || within(-range.most, -range.least);
}

}  // namespace

Result<std::optional<TensorType>> ggufTypeAsked(const std::string& grid) {
    if (grid.empty()) return std::optional<TensorType>();
    constexpr std::string_view kPrefix = "gguf:";
    const std::string name = lowered(grid.starts_with(kPrefix) ? grid.substr(kPrefix.size()) : grid);
    for (const TensorType type : kAskable)
        if (lowered(std::string(tensorTypeName(type))) == name) return std::optional(type);
    return Error{ErrorCode::InvalidArgument, "\"" + grid.substr(0, 60) + "\" is no type of GGUF that is written", "--grid",
                 "use gguf: and one of " + listText(kAskable, [](TensorType type) { return lowered(std::string(tensorTypeName(type))); })};
}

TensorType ggufTypeFor(TensorType type, std::int64_t columns) {
    const auto fits = [&](TensorType t) { return columns % static_cast<std::int64_t>(blockLayout(t).elements) == 0; };
    if (fits(type)) return type;
    TensorType other = type;
    switch (type) {
        case TensorType::Q2_0:
        case TensorType::Q2_K:
        case TensorType::Q3_K: other = TensorType::Q4_0; break;
        case TensorType::Q4_K: other = TensorType::Q5_0; break;
        case TensorType::Q5_K: other = TensorType::Q5_1; break;
        case TensorType::Q6_K: other = TensorType::Q8_0; break;
        default: break;
    }
    return fits(other) ? other : TensorType::F16;
}

std::optional<TensorType> ggufTypeHolding(const GridOptions& grid, std::int64_t columns) {
    if (grid.scaleType != ScaleType::F16) return std::nullopt;
    const std::int64_t group = grid.groupColumns(columns);
    for (const Holding& holding : kHolding) {
        const auto block = static_cast<std::int64_t>(blockLayout(holding.type).elements);
        if (columns % block == 0 && (group >= columns || group % block == 0) && holds(holding, grid)) return holding.type;
    }
    return std::nullopt;
}

std::optional<GridOptions> ggufGridNear(const GridOptions& grid, std::int64_t columns) {
    GridOptions near = grid;
    near.symmetry = Symmetry::Symmetric;
    near.scaleType = ScaleType::F16;
    // Where blocks of four bits are paid for anyway, their codes are used.
    const bool super = columns % 256 == 0;
    if (grid.bits == 2 && columns % 64 == 0) near.groupSize = 64;
    else if (columns % 32 != 0) return std::nullopt;
    else if ((grid.bits == 3 || grid.bits == 6) && super) near.groupSize = 256;
    else {
        near.bits = grid.bits <= 4 ? 4 : grid.bits == 5 ? 5 : 8;
        near.groupSize = 32;
    }
    return near;
}

LinearFit ggufFit(const PackedShape& linear, const ExportOptions& options) {
    const auto asked = ggufTypeAsked(options.grid);
    const bool plain = linear.kept == 0 && linear.extra.empty();
    const std::optional<TensorType> exact = plain ? ggufTypeHolding(linear.grid, linear.columns) : std::nullopt;
    if (asked.ok() && asked.value()) {
        const TensorType wanted = *asked.value(), type = ggufTypeFor(wanted, linear.columns);
        const std::string why = type == wanted ? "" : ", since its rows of " + std::to_string(linear.columns) + " do not fit " + std::string(tensorTypeName(wanted));
        if (exact == type) return {LinearFit::How::Exact, {}, ""};
        if (blockLayout(type).elements == 1) return {LinearFit::How::Dense, {}, "written as " + std::string(tensorTypeName(type)) + why};
        return {LinearFit::How::Encoded, {}, "rounded to blocks of " + std::string(tensorTypeName(type)) + why};
    }
    if (exact) return {LinearFit::How::Exact, {}, ""};
    const auto near = ggufGridNear(linear.grid, linear.columns);
    if (!near) return {LinearFit::How::Dense, {}, "its rows of " + std::to_string(linear.columns) + " are no multiple of 32"};
    const auto type = ggufTypeHolding(*near, linear.columns);
    return {LinearFit::How::OtherGrid, *near,
            "quantized anew on the grid of " + std::string(tensorTypeName(*type)) + ": symmetric, " + std::to_string(near->bits) + " bits, groups of " + std::to_string(near->groupSize)};
}

}  // namespace tacq

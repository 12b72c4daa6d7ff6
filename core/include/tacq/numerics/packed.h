#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "tacq/base/result.h"

namespace tacq {

enum class Symmetry { Asymmetric, Symmetric };
enum class ScaleType { F16, F32 };
enum class ValueType { F16, BF16 };

/// The uniform grid of a quantized linear. groupSize −1: one group per row.
struct GridOptions {
    int bits = 3;             ///< 2 … 8
    std::int64_t groupSize = -1;
    Symmetry symmetry = Symmetry::Asymmetric;
    ScaleType scaleType = ScaleType::F16;
    std::int64_t groupColumns(std::int64_t columns) const { return groupSize > 0 ? groupSize : columns; }
    std::int64_t groups(std::int64_t columns) const { const auto g = groupColumns(columns); return (columns + g - 1) / g; }
    bool operator==(const GridOptions&) const = default;
};
/// `bits=3 group=-1 asymmetric f16`: equal for equal grids only. Goes into artifact keys, so it never changes.
std::string gridText(const GridOptions& grid);
/// The one JSON form: `{"bits":3,"groupSize":-1,"symmetric":false,"scaleDtype":"f16"}`.
std::string gridToJson(const GridOptions& grid);
/// Other members are not looked at; a missing one is `defaults`', and without defaults every one must be there. InvalidFile, with `context`: no JSON
/// object, a member of another type, or a grid that validate() refuses.
Result<GridOptions> gridFromJson(const std::string& json, const std::string& context, const std::optional<GridOptions>& defaults = std::nullopt);
/// InvalidArgument with the reason for bits outside 2 … 8, a group size that is 0, below −1 or not a multiple of 8.
Result<void> validate(const GridOptions& grid);

/// How the elements of a part are stored; the names are those of safetensors.
enum class PartType : std::uint8_t { I32, U16, U8, I8, F16, BF16, F32 };
struct PackedPart;  ///< an entry of the table of parts (tacq/numerics/packed_part.h)

/// A part of a linear without its content: the tensor P.suffix.
struct PartShape {
    const PackedPart* part = nullptr;
    PartType type = PartType::F16;
    std::vector<std::int64_t> shape;
    std::uint64_t bytes() const;
    bool operator==(const PartShape&) const = default;
};
/// A part that only some linears have, whole.
struct PartContent : PartShape {
    std::vector<std::byte> content;  ///< as stored
    bool operator==(const PartContent&) const = default;
};

/// Sizes of a packed linear without its content.
struct PackedShape {
    std::string name;
    std::int64_t rows = 0, columns = 0;
    GridOptions grid;
    std::int64_t kept = 0;
    ValueType valueType = ValueType::F16;
    std::vector<PartShape> extra{};  ///< parts beyond those of every linear
};

/// The packed truth of one linear W[rows, columns] (FORMATS section 10): w = scale · (code − zero), plus the kept value at
/// kept positions, whose code is the zero point. Everything evaluated or exported is dequantized from this.
struct PackedLinear {
    std::string name;
    std::int64_t rows = 0, columns = 0;
    GridOptions grid;
    std::vector<std::uint32_t> codes;       ///< [rows, wordsPerRow]: LSB first along the input, rows padded to whole words with zero bits
    std::vector<float> scales;              ///< [rows, groups], each exactly representable in grid.scaleType
    std::vector<std::uint8_t> zeros;        ///< [rows, groups], 0 … 2^bits − 1
    std::vector<std::int32_t> rowOffsets;   ///< [rows + 1]; all 0 when nothing is kept
    std::vector<std::uint32_t> keptColumns; ///< ascending within a row
    std::vector<float> keptValues;          ///< exactly representable in valueType
    ValueType valueType = ValueType::F16;
    std::vector<PartContent> extra{};       ///< parts beyond those of every linear (an adapter, a second scale), in the order of the table of parts

    std::int64_t wordsPerRow() const { return (columns * grid.bits + 31) / 32; }
    std::int64_t kept() const { return static_cast<std::int64_t>(keptColumns.size()); }
    PackedShape shape() const { return {name, rows, columns, grid, kept(), valueType, {extra.begin(), extra.end()}}; }
};

/// Packs one row of codes (each < 2^bits) into ceil(n·bits/32) words.
void packRow(std::span<const std::uint8_t> codes, int bits, std::span<std::uint32_t> words);
void unpackRow(std::span<const std::uint32_t> words, int bits, std::span<std::uint8_t> codes);
/// Rows [rowBegin, rowEnd) as float32, kept values in place, then what further parts do. float32 arithmetic: scale · float(code − zero).
void dequantizeRows(const PackedLinear& linear, std::int64_t rowBegin, std::int64_t rowEnd, std::span<float> out);
/// Checks every invariant a reader must (FORMATS section 10); InvalidFile names the first broken one.
Result<void> validate(const PackedLinear& linear);

}  // namespace tacq

#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tacq/base/result.h"
#include "tacq/numerics/packed.h"

namespace tacq {

std::string_view partTypeName(PartType type);
std::optional<PartType> partTypeNamed(std::string_view name);
std::size_t partTypeBytes(PartType type);

/// What a part has one entry of, along its first dimension.
enum class PartAxis : std::uint8_t {
    Rows,     ///< [rows] or [rows, width]
    RowEnds,  ///< [rows + 1]
    Kept,     ///< [kept]
    Whole,    ///< the linear: any shape
};
enum class PartFile : std::uint8_t { Weights, Outliers };  ///< model*.safetensors, tacq/outliers.safetensors

/// Bytes of a part: a view of the linear's own, or made for it.
struct PartBytes {
    std::vector<std::byte> made;
    std::span<const std::byte> view;
    std::span<const std::byte> bytes() const { return made.empty() ? view : std::span<const std::byte>(made); }
};

/// A part of a packed linear P: one tensor `P.suffix`. One entry of the table in src/numerics/packed_parts.cpp says all about it; layout, sizes, ledger, reader,
/// writer, JSON, reports and the window's ledger walk that table and nothing else. Required parts belong to every linear. Any other is there for linears
/// that have it (PackedLinear::extra), and files that hold one say so (format "tacq-2"): a program that does not know it refuses them.
struct PackedPart {
    std::string_view suffix;  ///< of the tensor's name; never changes
    std::string_view line;    ///< ledger line that its bytes are counted in, as JSON spells it; parts may share one
    std::string_view title;   ///< of that line, for people
    int place = 100;          ///< of that line among the others, small ones first; equal ones in the table's order
    PartFile file = PartFile::Weights;
    PartAxis axis = PartAxis::Rows;
    bool required = false;    ///< belongs to every linear
    /// Whether a file may hold it in this type. Notes in `shape` what the type tells (that of scales, of kept values).
    bool (*accept)(PartType type, PackedShape& shape) = nullptr;

    // Of required parts, whose content lies in the linear's own members.
    PartType (*type)(const PackedShape& shape) = nullptr;
    PartType (*planned)(const PackedShape& shape) = nullptr;    ///< while values are not known; as wide as type(); null: type()
    std::int64_t (*width)(const PackedShape& shape) = nullptr;  ///< Rows: elements a row; null: one, and the tensor has one dimension
    PartBytes (*encode)(const PackedLinear& linear) = nullptr;
    /// Some rows' elements, as they lie in the file, into a linear of these rows whose shape, grid and value type are set.
    void (*decode)(PartType type, std::span<const std::byte> bytes, PackedLinear& linear) = nullptr;

    // Of parts that some linears have, whose content lies in PackedLinear::extra.
    /// InvalidFile: content that cannot be. Type, size and first dimension are checked already. Null: any.
    Result<void> (*check)(const PackedLinear& linear, const PartContent& part) = nullptr;
    /// What it does to dequantized rows [rowBegin, rowEnd), kept values in place; parts in the table's order. `out`: those rows. Null: nothing.
    void (*apply)(const PackedLinear& linear, const PartContent& part, std::int64_t rowBegin, std::int64_t rowEnd, std::span<float> out) = nullptr;
};

/// The table, in the order in which parts are stored, hashed and listed.
std::span<const PackedPart* const> packedParts();
/// Null: none of that suffix.
const PackedPart* findPackedPart(std::string_view suffix);
/// Adds a part to the table for the rest of the program's life. Not thread-safe: for tests, before anything runs. AlreadyExists: the suffix is taken.
Result<void> addPackedPart(const PackedPart& part);

namespace packed_parts {
extern const PackedPart codes, scales, zeros, row_offsets, columns, values;
}

/// As far as it is known: Planned leaves open what only values tell (F16 or BF16), without changing a size.
enum class PartTypes { Planned, Actual };
/// Every part of a linear, in the table's order.
std::vector<PartShape> partShapes(const PackedShape& shape, PartTypes types);
/// Whether a part's first dimension is what its axis asks for in a linear of this shape.
bool fitsAxis(const PartShape& part, const PackedShape& linear);
/// Bytes of one part of a linear; 0 where the linear does not have it.
std::uint64_t partBytes(const PackedPart& part, const PackedShape& shape);
/// Bytes that one more kept weight costs.
std::uint64_t keptBytes(const PackedShape& shape);

/// A ledger line: what people see of one or more parts.
struct LedgerLine {
    std::string_view name, title;
    bool required = false;  ///< of parts that every linear has: shown when it is empty, too
    bool kept = false;      ///< of kept weights
};
/// Every line of the table, in the order in which people see them.
std::vector<LedgerLine> ledgerLines();

/// The linear's content of that part; null: it has none.
const PartContent* findExtra(const PackedLinear& linear, const PackedPart& part);
/// Comma list of the parts in these linears that are not in every linear; empty: none. Goes into a file's metadata.
std::string extraParts(std::span<const PackedShape> linears);

}  // namespace tacq

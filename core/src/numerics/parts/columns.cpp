#include "numerics/parts/part_bytes.h"

namespace tacq::packed_parts {
namespace {

PartType type(const PackedShape& shape) { return shape.columns > 65535 ? PartType::I32 : PartType::U16; }
bool accept(PartType stored, PackedShape& shape) { return stored == type(shape); }

PartBytes encode(const PackedLinear& linear) {
    if (linear.columns > 65535) return viewOf(linear.keptColumns);
    return madeFrom(std::vector<std::uint16_t>(linear.keptColumns.begin(), linear.keptColumns.end()));
}

void decode(PartType stored, std::span<const std::byte> bytes, PackedLinear& linear) {
    if (stored == PartType::I32) {
        linear.keptColumns = copied<std::uint32_t>(bytes);
        return;
    }
    const auto narrow = copied<std::uint16_t>(bytes);
    linear.keptColumns.assign(narrow.begin(), narrow.end());
}

}  // namespace

constinit const PackedPart columns{.suffix = "columns", .line = "outlierIndices", .title = "kept weights: where they are", .place = 4, .file = PartFile::Outliers, .axis = PartAxis::Kept,
                                   .required = true, .accept = accept, .type = type, .encode = encode, .decode = decode};

}  // namespace tacq::packed_parts

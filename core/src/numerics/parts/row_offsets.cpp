#include "numerics/parts/part_bytes.h"

namespace tacq::packed_parts {
namespace {

bool accept(PartType type, PackedShape&) { return type == PartType::I32; }
PartType type(const PackedShape&) { return PartType::I32; }
PartBytes encode(const PackedLinear& linear) { return viewOf(linear.rowOffsets); }

void decode(PartType, std::span<const std::byte> bytes, PackedLinear& linear) {
    linear.rowOffsets = copied<std::int32_t>(bytes);
    // Some rows' kept weights are counted from the first of them.
    const std::int32_t first = linear.rowOffsets.front();
    for (std::int32_t& offset : linear.rowOffsets) offset -= first;
}

}  // namespace

constinit const PackedPart row_offsets{.suffix = "row_offsets", .line = "outlierIndices", .title = "kept weights: where they are", .place = 4, .file = PartFile::Outliers, .axis = PartAxis::RowEnds,
                                       .required = true, .accept = accept, .type = type, .encode = encode, .decode = decode};

}  // namespace tacq::packed_parts

#include "numerics/parts/part_bytes.h"

namespace tacq::packed_parts {
namespace {

bool accept(PartType type, PackedShape&) { return type == PartType::U8; }
PartType type(const PackedShape&) { return PartType::U8; }
std::int64_t width(const PackedShape& shape) { return shape.grid.groups(shape.columns); }
PartBytes encode(const PackedLinear& linear) { return viewOf(linear.zeros); }
void decode(PartType, std::span<const std::byte> bytes, PackedLinear& linear) { linear.zeros = copied<std::uint8_t>(bytes); }

}  // namespace

constinit const PackedPart zeros{.suffix = "zeros", .line = "zeros", .title = "zero points", .place = 2, .required = true,
                                 .accept = accept, .type = type, .width = width, .encode = encode, .decode = decode};

}  // namespace tacq::packed_parts

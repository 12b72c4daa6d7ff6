#include "numerics/parts/part_bytes.h"

namespace tacq::packed_parts {
namespace {

bool accept(PartType type, PackedShape&) { return type == PartType::I32; }
PartType type(const PackedShape&) { return PartType::I32; }
std::int64_t width(const PackedShape& shape) { return (shape.columns * shape.grid.bits + 31) / 32; }
PartBytes encode(const PackedLinear& linear) { return viewOf(linear.codes); }
void decode(PartType, std::span<const std::byte> bytes, PackedLinear& linear) { linear.codes = copied<std::uint32_t>(bytes); }

}  // namespace

constinit const PackedPart codes{.suffix = "codes", .line = "codes", .title = "codes of the quantized weights", .place = 0, .required = true,
                                 .accept = accept, .type = type, .width = width, .encode = encode, .decode = decode};

}  // namespace tacq::packed_parts

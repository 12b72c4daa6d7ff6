#include "numerics/parts/part_bytes.h"

namespace tacq::packed_parts {
namespace {

bool accept(PartType type, PackedShape& shape) {
    shape.grid.scaleType = type == PartType::F16 ? ScaleType::F16 : ScaleType::F32;
    return type == PartType::F16 || type == PartType::F32;
}
PartType type(const PackedShape& shape) { return shape.grid.scaleType == ScaleType::F16 ? PartType::F16 : PartType::F32; }
std::int64_t width(const PackedShape& shape) { return shape.grid.groups(shape.columns); }
PartBytes encode(const PackedLinear& linear) { return linear.grid.scaleType == ScaleType::F32 ? viewOf(linear.scales) : sixteenBits(linear.scales, true); }
void decode(PartType type, std::span<const std::byte> bytes, PackedLinear& linear) { linear.scales = floats(type, bytes); }

}  // namespace

constinit const PackedPart scales{.suffix = "scales", .line = "scales", .title = "scales", .place = 1, .required = true,
                                  .accept = accept, .type = type, .width = width, .encode = encode, .decode = decode};

}  // namespace tacq::packed_parts

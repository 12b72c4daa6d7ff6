#include "numerics/parts/part_bytes.h"

namespace tacq::packed_parts {
namespace {

bool accept(PartType type, PackedShape& shape) {
    shape.valueType = type == PartType::F16 ? ValueType::F16 : ValueType::BF16;
    return type == PartType::F16 || type == PartType::BF16;
}
PartType type(const PackedShape& shape) { return shape.valueType == ValueType::F16 ? PartType::F16 : PartType::BF16; }
/// Which of the two is known with the values; this one has the longer name.
PartType planned(const PackedShape&) { return PartType::BF16; }
PartBytes encode(const PackedLinear& linear) { return sixteenBits(linear.keptValues, linear.valueType == ValueType::F16); }
void decode(PartType type, std::span<const std::byte> bytes, PackedLinear& linear) { linear.keptValues = floats(type, bytes); }

}  // namespace

constinit const PackedPart values{.suffix = "values", .line = "outlierValues", .title = "kept weights: values in 16 bit", .place = 3, .file = PartFile::Outliers, .axis = PartAxis::Kept,
                                  .required = true, .accept = accept, .type = type, .planned = planned, .encode = encode, .decode = decode};

}  // namespace tacq::packed_parts

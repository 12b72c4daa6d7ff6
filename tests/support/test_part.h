#pragma once
// A part of packed linears that exists only in the tests: a second scale for each row.
#include "tacq/base/half.h"
#include "tacq/numerics/packed_part.h"

namespace tacq::test {

inline bool acceptsHalf(PartType type, PackedShape&) { return type == PartType::F16; }

inline float rowGain(const PartContent& part, std::int64_t row) {
    const auto* bytes = reinterpret_cast<const unsigned char*>(part.content.data()) + 2 * row;
    return halfToFloat(static_cast<std::uint16_t>(bytes[0] | bytes[1] << 8));
}

inline void multiplyRows(const PackedLinear& linear, const PartContent& part, std::int64_t rowBegin, std::int64_t rowEnd, std::span<float> out) {
    const auto columns = static_cast<std::size_t>(linear.columns);
    for (std::int64_t row = rowBegin; row < rowEnd; ++row)
        for (float& value : out.subspan(static_cast<std::size_t>(row - rowBegin) * columns, columns)) value *= rowGain(part, row);
}

inline Result<void> gainsAreFinite(const PackedLinear& linear, const PartContent& part) {
    for (std::int64_t row = 0; row < linear.rows; ++row)
        if (!(rowGain(part, row) < 100)) return Error{ErrorCode::InvalidFile, "a row's gain cannot be", linear.name, ""};
    return {};
}

inline constexpr PackedPart kRowGain{.suffix = "row_gain", .line = "rowGains", .title = "gains of the test", .axis = PartAxis::Rows, .accept = acceptsHalf, .check = gainsAreFinite, .apply = multiplyRows};

/// Gives the linear a gain of 1 + row/8.
inline void giveRowGains(PackedLinear& linear) {
    PartContent part{{&kRowGain, PartType::F16, {linear.rows}}, {}};
    for (std::int64_t row = 0; row < linear.rows; ++row) {
        const std::uint16_t bits = floatToHalf(1.0f + 0.125f * static_cast<float>(row % 64));
        part.content.push_back(static_cast<std::byte>(bits & 0xff));
        part.content.push_back(static_cast<std::byte>(bits >> 8));
    }
    linear.extra.push_back(std::move(part));
}

}  // namespace tacq::test

#pragma once
// Private to numerics: between a linear's vectors and the bytes of a part.
#include <cstring>
#include <span>
#include <vector>

#include "tacq/base/half.h"
#include "tacq/numerics/packed_part.h"

namespace tacq {

template <typename T> PartBytes viewOf(const std::vector<T>& values) { return {{}, std::as_bytes(std::span(values))}; }

template <typename T> PartBytes madeFrom(const std::vector<T>& values) {
    const auto bytes = std::as_bytes(std::span(values));
    return {{bytes.begin(), bytes.end()}, {}};
}

template <typename T> std::vector<T> copied(std::span<const std::byte> bytes) {
    std::vector<T> values(bytes.size() / sizeof(T));
    if (!values.empty()) std::memcpy(values.data(), bytes.data(), values.size() * sizeof(T));
    return values;
}

/// Floats in a 16-bit type.
inline PartBytes sixteenBits(std::span<const float> values, bool half) {
    std::vector<std::uint16_t> bits(values.size());
    if (half) floatToHalf(values, bits);
    else floatToBfloat(values, bits);
    return madeFrom(bits);
}

inline std::vector<float> floats(PartType type, std::span<const std::byte> bytes) {
    if (type == PartType::F32) return copied<float>(bytes);
    const auto bits = copied<std::uint16_t>(bytes);
    std::vector<float> values(bits.size());
    if (type == PartType::F16) halfToFloat(bits, values);
    else bfloatToFloat(bits, values);
    return values;
}

}  // namespace tacq

#pragma once
#include <cstddef>
#include <cstdint>
#include <span>

namespace tacq {

/// IEEE 754 binary16 and bfloat16 conversions. To 16 bit: round to nearest, ties to even; overflow gives infinity;
/// NaN stays NaN. From 16 bit: exact. Spans must have equal length.
float halfToFloat(std::uint16_t bits);
std::uint16_t floatToHalf(float value);
float bfloatToFloat(std::uint16_t bits);
std::uint16_t floatToBfloat(float value);
void halfToFloat(std::span<const std::uint16_t> in, std::span<float> out);
void floatToHalf(std::span<const float> in, std::span<std::uint16_t> out);
void bfloatToFloat(std::span<const std::uint16_t> in, std::span<float> out);
void floatToBfloat(std::span<const float> in, std::span<std::uint16_t> out);

}  // namespace tacq

#pragma once
#include <cstdint>
#include <span>

namespace tacq {

// One super-block of 256 values each (FORMATS 5.4), to `block`. `importance` holds 256 numbers, or none.
void encodeQ2_K(std::span<const float> x, std::span<const float> importance, std::uint8_t* block);
void encodeQ3_K(std::span<const float> x, std::span<const float> importance, std::uint8_t* block);
void encodeQ4_K(std::span<const float> x, std::span<const float> importance, std::uint8_t* block);
void encodeQ5_K(std::span<const float> x, std::span<const float> importance, std::uint8_t* block);
void encodeQ6_K(std::span<const float> x, std::span<const float> importance, std::uint8_t* block);

}  // namespace tacq

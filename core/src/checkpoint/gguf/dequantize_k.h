#pragma once
#include <cstdint>

namespace tacq {

// One super-block of 256 values each (FORMATS 5.4).
void blockQ2_K(const std::uint8_t* block, float* y);
void blockQ3_K(const std::uint8_t* block, float* y);
void blockQ4_K(const std::uint8_t* block, float* y);
void blockQ5_K(const std::uint8_t* block, float* y);
void blockQ6_K(const std::uint8_t* block, float* y);

}  // namespace tacq

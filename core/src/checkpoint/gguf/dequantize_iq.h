#pragma once
#include <cstdint>

namespace tacq {

// Super-blocks of 256 values whose codes name points of a code book, entries of a table, or thirds (FORMATS 5.4).
void blockIQ2_XXS(const std::uint8_t* block, float* y);
void blockIQ2_XS(const std::uint8_t* block, float* y);
void blockIQ2_S(const std::uint8_t* block, float* y);
void blockIQ3_XXS(const std::uint8_t* block, float* y);
void blockIQ3_S(const std::uint8_t* block, float* y);
void blockIQ4_XS(const std::uint8_t* block, float* y);
void blockTQ1_0(const std::uint8_t* block, float* y);
void blockTQ2_0(const std::uint8_t* block, float* y);
// 32 values each.
void blockIQ4_NL(const std::uint8_t* block, float* y);
void blockMXFP4(const std::uint8_t* block, float* y);

}  // namespace tacq

#pragma once
#include <array>
#include <cstdint>

namespace tacq {

/// The parts of a super-block of a type with minima: x = d · scale · code − low · min, by sub-blocks of 16 (Q2_K) or 32 (Q4_K, Q5_K) values.
struct AffineSuper {
    std::uint16_t d = 0, low = 0;                     ///< F16
    std::array<std::uint8_t, 16> scales{}, mins{};    ///< 16 of at most 15, or 8 of at most 63
    std::array<std::uint8_t, 256> codes{};            ///< at most 3, 15 or 31
};
void packQ2_K(const AffineSuper& super, std::uint8_t* block);
void packQ4_K(const AffineSuper& super, std::uint8_t* block);
void packQ5_K(const AffineSuper& super, std::uint8_t* block);

/// The parts of a super-block without minima: x = d · scale · (code − half), by sub-blocks of 16 values.
struct SymmetricSuper {
    std::uint16_t d = 0;                              ///< F16
    std::array<std::int8_t, 16> scales{};             ///< −32 … 31 (Q3_K) or −128 … 127 (Q6_K)
    std::array<std::uint8_t, 256> codes{};            ///< 0 … 7 around 4, or 0 … 63 around 32
};
void packQ3_K(const SymmetricSuper& super, std::uint8_t* block);
void packQ6_K(const SymmetricSuper& super, std::uint8_t* block);

}  // namespace tacq

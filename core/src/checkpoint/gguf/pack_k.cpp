#include "checkpoint/gguf/pack_k.h"

#include <cstring>

namespace tacq {
namespace {

using Codes = std::array<std::uint8_t, 256>;

/// Two bits of four codes that lie 32 apart share a byte.
void packPairs(const Codes& codes, int shift, std::uint8_t* out) {
    for (std::size_t half = 0; half < 2; ++half)
        for (std::size_t l = 0; l < 32; ++l) {
            unsigned byte = 0;
            for (std::size_t quarter = 0; quarter < 4; ++quarter) byte |= (codes[128 * half + 32 * quarter + l] >> shift & 3u) << 2 * quarter;
            out[32 * half + l] = static_cast<std::uint8_t>(byte);
        }
}

/// The low four bits of two codes that lie 32 apart share a byte.
void packNibbles(const Codes& codes, std::uint8_t* out) {
    for (std::size_t pair = 0; pair < 4; ++pair)
        for (std::size_t l = 0; l < 32; ++l)
            out[32 * pair + l] = static_cast<std::uint8_t>((codes[64 * pair + l] & 15u) | (codes[64 * pair + 32 + l] & 15u) << 4);
}

/// Eight 6-bit scales and minima in 12 bytes.
void packScales(const AffineSuper& super, std::uint8_t* out) {
    for (std::size_t j = 0; j < 4; ++j) {
        const unsigned scale = super.scales[j + 4], min = super.mins[j + 4];
        out[j] = static_cast<std::uint8_t>(super.scales[j] | scale >> 4 << 6);
        out[j + 4] = static_cast<std::uint8_t>(super.mins[j] | min >> 4 << 6);
        out[j + 8] = static_cast<std::uint8_t>((scale & 15u) | (min & 15u) << 4);
    }
}

void putHalf(std::uint8_t* out, std::uint16_t bits) { std::memcpy(out, &bits, 2); }

}  // namespace

void packQ2_K(const AffineSuper& super, std::uint8_t* block) {
    for (std::size_t j = 0; j < 16; ++j) block[j] = static_cast<std::uint8_t>(super.scales[j] | super.mins[j] << 4);
    packPairs(super.codes, 0, block + 16);
    putHalf(block + 80, super.d);
    putHalf(block + 82, super.low);
}

void packQ4_K(const AffineSuper& super, std::uint8_t* block) {
    putHalf(block, super.d);
    putHalf(block + 2, super.low);
    packScales(super, block + 4);
    packNibbles(super.codes, block + 16);
}

void packQ5_K(const AffineSuper& super, std::uint8_t* block) {
    putHalf(block, super.d);
    putHalf(block + 2, super.low);
    packScales(super, block + 4);
    std::memset(block + 16, 0, 32);
    for (std::size_t i = 0; i < 256; ++i) block[16 + i % 32] = static_cast<std::uint8_t>(block[16 + i % 32] | super.codes[i] >> 4 << i / 32);
    packNibbles(super.codes, block + 48);
}

void packQ3_K(const SymmetricSuper& super, std::uint8_t* block) {
    std::memset(block, 0, 32);
    for (std::size_t i = 0; i < 256; ++i) block[i % 32] = static_cast<std::uint8_t>(block[i % 32] | (super.codes[i] >> 2 & 1) << i / 32);
    packPairs(super.codes, 0, block + 32);
    std::uint8_t* scales = block + 96;
    std::memset(scales, 0, 12);
    for (std::size_t j = 0; j < 16; ++j) {
        const auto code = static_cast<unsigned>(super.scales[j] + 32);
        scales[j % 8] = static_cast<std::uint8_t>(scales[j % 8] | (code & 15u) << (j < 8 ? 0 : 4));
        scales[8 + j % 4] = static_cast<std::uint8_t>(scales[8 + j % 4] | code >> 4 << 2 * (j / 4));
    }
    putHalf(block + 108, super.d);
}

void packQ6_K(const SymmetricSuper& super, std::uint8_t* block) {
    for (std::size_t half = 0; half < 2; ++half)
        for (std::size_t l = 0; l < 64; ++l)
            block[64 * half + l] = static_cast<std::uint8_t>((super.codes[128 * half + l] & 15u) | (super.codes[128 * half + 64 + l] & 15u) << 4);
    packPairs(super.codes, 4, block + 128);
    std::memcpy(block + 192, super.scales.data(), 16);
    putHalf(block + 208, super.d);
}

}  // namespace tacq

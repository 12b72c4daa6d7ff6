#include "checkpoint/gguf/dequantize_iq.h"

#include <bit>
#include <cstring>

#include "checkpoint/gguf/code_books.h"
#include "tacq/base/half.h"

namespace tacq {
namespace {

using Bytes = const std::uint8_t*;

constexpr float kIQ2Coordinates[4] = {8, 25, 43, 0};
constexpr float kIQ3XXSCoordinates[8] = {4, 12, 20, 28, 36, 44, 52, 62};
constexpr float kIQ3SCoordinates[8] = {1, 3, 5, 7, 9, 11, 13, 15};
constexpr float kIQ4Values[16] = {-127, -104, -83, -65, -49, -35, -22, -10, 1, 13, 25, 38, 53, 69, 89, 113};
constexpr float kE2M1Doubled[16] = {0, 1, 2, 3, 4, 6, 8, 12, 0, -1, -2, -3, -4, -6, -8, -12};

template <typename T> T at(Bytes p) {
    T value;
    std::memcpy(&value, p, sizeof(T));
    return value;
}

float halfAt(Bytes p) { return halfToFloat(at<std::uint16_t>(p)); }

/// Seven stored signs; the eighth makes the number of minuses even.
unsigned signsOf(unsigned seven) { return seven | (static_cast<unsigned>(std::popcount(seven)) & 1u) << 7; }

/// `count` coordinates of a point, `bits` each, times scale and sign, in ggml's order of operations.
template <int kBits> void point(unsigned packed, const float* coordinates, float scale, unsigned signs, int count, float* y) {
    for (int i = 0; i < count; ++i) y[i] = scale * coordinates[packed >> (kBits * i) & ((1u << kBits) - 1)] * (signs >> i & 1u ? -1.0f : 1.0f);
}

unsigned nibble(Bytes p, int i) { return p[i / 2] >> (4 * (i % 2)) & 15u; }

}  // namespace

void blockIQ2_XXS(Bytes p, float* y) {
    const float d = halfAt(p);
    for (int s = 0; s < 8; ++s) {
        const Bytes points = p + 2 + 8 * s;
        const auto rest = at<std::uint32_t>(points + 4);
        const float scale = d * (0.5f + static_cast<float>(rest >> 28)) * 0.25f;
        for (int i = 0; i < 4; ++i) point<2>(kPointsIQ2_XXS[points[i]], kIQ2Coordinates, scale, signsOf(rest >> (7 * i) & 127u), 8, y + 32 * s + 8 * i);
    }
}

void blockIQ2_XS(Bytes p, float* y) {
    const float d = halfAt(p);
    for (int i = 0; i < 32; ++i) {
        const auto code = at<std::uint16_t>(p + 2 + 2 * i);
        const float scale = d * (0.5f + static_cast<float>(nibble(p + 66, i / 2))) * 0.25f;
        point<2>(kPointsIQ2_XS[code & 511u], kIQ2Coordinates, scale, signsOf(code >> 9), 8, y + 8 * i);
    }
}

void blockIQ2_S(Bytes p, float* y) {
    const float d = halfAt(p);
    for (int i = 0; i < 32; ++i) {
        const unsigned index = p[2 + i] | (p[66 + i / 4] >> (2 * (i % 4)) & 3u) << 8;
        const float scale = d * (0.5f + static_cast<float>(nibble(p + 74, i / 2))) * 0.25f;
        point<2>(kPointsIQ2_S[index], kIQ2Coordinates, scale, p[34 + i], 8, y + 8 * i);
    }
}

void blockIQ3_XXS(Bytes p, float* y) {
    const float d = halfAt(p);
    for (int s = 0; s < 8; ++s) {
        const auto rest = at<std::uint32_t>(p + 66 + 4 * s);
        const float scale = d * (0.5f + static_cast<float>(rest >> 28)) * 0.5f;
        for (int i = 0; i < 8; ++i)
            point<3>(kPointsIQ3_XXS[p[2 + 8 * s + i]], kIQ3XXSCoordinates, scale, signsOf(rest >> (7 * (i / 2)) & 127u) >> (4 * (i % 2)), 4, y + 32 * s + 4 * i);
    }
}

void blockIQ3_S(Bytes p, float* y) {
    const float d = halfAt(p);
    for (int i = 0; i < 64; ++i) {
        const unsigned index = p[2 + i] | (p[66 + i / 8] >> (i % 8) & 1u) << 8;
        const float scale = d * static_cast<float>(1 + 2 * static_cast<int>(nibble(p + 106, i / 8)));
        point<3>(kPointsIQ3_S[index], kIQ3SCoordinates, scale, static_cast<unsigned>(p[74 + i / 2]) >> (4 * (i % 2)), 4, y + 4 * i);
    }
}

void blockIQ4_NL(Bytes p, float* y) {
    const float d = halfAt(p);
    for (int j = 0; j < 16; ++j) {
        y[j] = d * kIQ4Values[p[2 + j] & 15];
        y[j + 16] = d * kIQ4Values[p[2 + j] >> 4];
    }
}

void blockIQ4_XS(Bytes p, float* y) {
    const float d = halfAt(p);
    const auto high = at<std::uint16_t>(p + 2);
    for (int s = 0; s < 8; ++s) {
        const unsigned code = nibble(p + 4, s) | (high >> (2 * s) & 3u) << 4;
        const float scale = d * static_cast<float>(static_cast<int>(code) - 32);
        const Bytes q = p + 8 + 16 * s;
        for (int j = 0; j < 16; ++j) {
            y[32 * s + j] = scale * kIQ4Values[q[j] & 15];
            y[32 * s + 16 + j] = scale * kIQ4Values[q[j] >> 4];
        }
    }
}

void blockTQ1_0(Bytes p, float* y) {
    constexpr std::uint8_t kPowers[5] = {1, 3, 9, 27, 81};
    const float d = halfAt(p + 52);
    const auto thirds = [&](Bytes bytes, int count, int digits) {
        for (int t = 0; t < digits; ++t)
            for (int j = 0; j < count; ++j) {
                const auto shifted = static_cast<std::uint8_t>(bytes[j] * kPowers[t]);
                *y++ = d * static_cast<float>((shifted * 3 >> 8) - 1);
            }
    };
    thirds(p, 32, 5);
    thirds(p + 32, 16, 5);
    thirds(p + 48, 4, 4);
}

void blockTQ2_0(Bytes p, float* y) {
    const float d = halfAt(p + 64);
    for (int half = 0; half < 2; ++half)
        for (int t = 0; t < 4; ++t)
            for (int j = 0; j < 32; ++j) *y++ = d * static_cast<float>((p[32 * half + j] >> (2 * t) & 3) - 1);
}

void blockMXFP4(Bytes p, float* y) {
    // Half of 2^(e − 127), as the table is doubled: below the smallest normal number it is a denormal one.
    const std::uint32_t exponent = p[0];
    const float d = std::bit_cast<float>(exponent < 2 ? 0x00200000u << exponent : (exponent - 1) << 23);
    for (int j = 0; j < 16; ++j) {
        y[j] = d * kE2M1Doubled[p[1 + j] & 15];
        y[j + 16] = d * kE2M1Doubled[p[1 + j] >> 4];
    }
}

}  // namespace tacq

#include "checkpoint/gguf/dequantize_k.h"

#include <cstring>

#include "tacq/base/half.h"

namespace tacq {
namespace {

using Bytes = const std::uint8_t*;

float halfAt(Bytes p) {
    std::uint16_t bits;
    std::memcpy(&bits, p, 2);
    return halfToFloat(bits);
}

/// The eight 6-bit scales and minima that Q4_K and Q5_K pack into 12 bytes.
void scalesAndMins(Bytes sc, std::uint8_t* scales, std::uint8_t* mins) {
    for (int j = 0; j < 4; ++j) {
        scales[j] = sc[j] & 63;
        mins[j] = sc[j + 4] & 63;
        scales[j + 4] = static_cast<std::uint8_t>((sc[j + 8] & 15) | (sc[j] >> 6) << 4);
        mins[j + 4] = static_cast<std::uint8_t>((sc[j + 8] >> 4) | (sc[j + 4] >> 6) << 4);
    }
}

}  // namespace

void blockQ2_K(Bytes p, float* y) {
    const Bytes sc = p, qs = p + 16;
    const float d = halfAt(p + 80), dmin = halfAt(p + 82);
    for (int s = 0; s < 16; ++s) {
        const float scale = d * static_cast<float>(sc[s] & 15), low = dmin * static_cast<float>(sc[s] >> 4);
        const Bytes q = qs + 32 * (s / 8) + 16 * (s % 2);
        const int shift = 2 * (s % 8 / 2);
        for (int l = 0; l < 16; ++l) y[16 * s + l] = scale * static_cast<float>(q[l] >> shift & 3) - low;
    }
}

void blockQ3_K(Bytes p, float* y) {
    const Bytes hmask = p, qs = p + 32, sc = p + 96;
    const float d = halfAt(p + 108);
    for (int s = 0; s < 16; ++s) {
        const int low = s < 8 ? sc[s] & 15 : sc[s - 8] >> 4;
        const int code = low | (sc[8 + s % 4] >> 2 * (s / 4) & 3) << 4;
        const float scale = d * static_cast<float>(code - 32);
        const int half = s / 8, quarter = s % 8 / 2;
        const Bytes q = qs + 32 * half + 16 * (s % 2), h = hmask + 16 * (s % 2);
        for (int l = 0; l < 16; ++l) {
            const int value = (q[l] >> 2 * quarter & 3) + 4 * (h[l] >> (4 * half + quarter) & 1) - 4;
            y[16 * s + l] = scale * static_cast<float>(value);
        }
    }
}

void blockQ4_K(Bytes p, float* y) {
    const float d = halfAt(p), dmin = halfAt(p + 2);
    std::uint8_t scales[8], mins[8];
    scalesAndMins(p + 4, scales, mins);
    for (int s = 0; s < 8; ++s) {
        const float scale = d * static_cast<float>(scales[s]), low = dmin * static_cast<float>(mins[s]);
        const Bytes q = p + 16 + 32 * (s / 2);
        const int shift = 4 * (s % 2);
        for (int l = 0; l < 32; ++l) y[32 * s + l] = scale * static_cast<float>(q[l] >> shift & 15) - low;
    }
}

void blockQ5_K(Bytes p, float* y) {
    const float d = halfAt(p), dmin = halfAt(p + 2);
    std::uint8_t scales[8], mins[8];
    scalesAndMins(p + 4, scales, mins);
    const Bytes high = p + 16;
    for (int s = 0; s < 8; ++s) {
        const float scale = d * static_cast<float>(scales[s]), low = dmin * static_cast<float>(mins[s]);
        const Bytes q = p + 48 + 32 * (s / 2);
        const int shift = 4 * (s % 2);
        for (int l = 0; l < 32; ++l) {
            const int value = (q[l] >> shift & 15) + 16 * (high[l] >> s & 1);
            y[32 * s + l] = scale * static_cast<float>(value) - low;
        }
    }
}

void blockQ6_K(Bytes p, float* y) {
    const float d = halfAt(p + 208);
    std::int8_t sc[16];
    std::memcpy(sc, p + 192, 16);
    for (int s = 0; s < 16; ++s) {
        const int half = s / 8, part = s % 8 / 2, begin = 16 * (s % 2);
        const float scale = d * static_cast<float>(sc[s]);
        const Bytes low = p + 64 * half + 32 * (part % 2) + begin, high = p + 128 + 32 * half + begin;
        for (int l = 0; l < 16; ++l) {
            const int value = (low[l] >> 4 * (part / 2) & 15) | (high[l] >> 2 * part & 3) << 4;
            y[16 * s + l] = scale * static_cast<float>(value - 32);
        }
    }
}

}  // namespace tacq

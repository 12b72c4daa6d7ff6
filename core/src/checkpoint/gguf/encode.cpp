#include "checkpoint/gguf/encode.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstring>

#include "checkpoint/gguf/dequantize.h"
#include "checkpoint/gguf/encode_k.h"
#include "checkpoint/gguf/scale_search.h"
#include "tacq/base/half.h"
#include "tacq/base/parallel.h"

namespace tacq {
namespace {

using Values = std::span<const float>;
constexpr std::size_t kElementsPerTask = std::size_t{1} << 14;

std::uint8_t* putHalf(std::uint8_t* out, float value) {
    const std::uint16_t bits = floatToHalf(value);
    std::memcpy(out, &bits, 2);
    return out + 2;
}

/// 1 / d; 0 where that is no number: codes of such a block say nothing.
float reciprocal(float d) {
    const float inverse = d != 0 ? 1 / d : 0.0f;
    return std::isfinite(inverse) ? inverse : 0.0f;
}

/// Codes of 32 elements: those of the second half in the high nibbles, fifth bits (where there are any) in front.
void putCodes(const std::array<std::uint8_t, 32>& codes, bool fiveBits, std::uint8_t* out) {
    if (fiveBits) {
        std::uint32_t high = 0;
        for (std::size_t j = 0; j < 32; ++j) high |= static_cast<std::uint32_t>(codes[j] >> 4 & 1) << j;
        std::memcpy(out, &high, 4);
        out += 4;
    }
    for (std::size_t j = 0; j < 16; ++j) out[j] = static_cast<std::uint8_t>((codes[j] & 15) | (codes[j + 16] & 15) << 4);
}

/// Q4_0 (half 8) and Q5_0 (half 16) without importance: the value furthest from zero becomes code 0.
void symmetricBlock(Values x, int half, std::uint8_t* out) {
    float extreme = 0;
    for (const float value : x)
        if (std::fabs(value) > std::fabs(extreme)) extreme = value;
    const float d = extreme / static_cast<float>(-half), inverse = reciprocal(d);
    std::array<std::uint8_t, 32> codes;
    for (std::size_t j = 0; j < 32; ++j)
        codes[j] = static_cast<std::uint8_t>(std::min(2 * half - 1, static_cast<int>(x[j] * inverse + (static_cast<float>(half) + 0.5f))));
    putCodes(codes, half == 16, putHalf(out, d));
}

/// Q4_1 (most 15) and Q5_1 (most 31) without importance: from the least to the largest value.
void affineBlock(Values x, int most, std::uint8_t* out) {
    float low = x[0], high = x[0];
    for (const float value : x) {
        if (value < low) low = value;
        if (value > high) high = value;
    }
    const float d = (high - low) / static_cast<float>(most), inverse = reciprocal(d);
    std::array<std::uint8_t, 32> codes;
    for (std::size_t j = 0; j < 32; ++j) codes[j] = static_cast<std::uint8_t>(std::min(most, static_cast<int>((x[j] - low) * inverse + 0.5f)));
    putCodes(codes, most == 31, putHalf(putHalf(out, d), low));
}

void q8Block(Values x, std::uint8_t* out) {
    float largest = 0;
    for (const float value : x) largest = std::max(largest, std::fabs(value));
    const float d = largest / 127, inverse = reciprocal(d);
    out = putHalf(out, d);
    for (std::size_t j = 0; j < 32; ++j) out[j] = static_cast<std::uint8_t>(static_cast<std::int8_t>(std::round(x[j] * inverse)));
}

void q2Block(Values x, Values weights, std::uint8_t* out) {
    std::array<std::uint8_t, 64> codes;
    out = putHalf(out, searchQuarterScale(x, weights, codes.data()));
    for (std::size_t j = 0; j < 16; ++j)
        out[j] = static_cast<std::uint8_t>(codes[4 * j] | codes[4 * j + 1] << 2 | codes[4 * j + 2] << 4 | codes[4 * j + 3] << 6);
}

/// One block of the types with one scale (and perhaps a minimum); `weights` empty: llama.cpp's way without an imatrix.
void simpleBlock(TensorType type, Values x, Values weights, std::uint8_t* out) {
    constexpr AffineSteps kSteps{-0.9f, 0.05f, 36};
    const bool five = type == TensorType::Q5_0 || type == TensorType::Q5_1;
    if (type == TensorType::Q8_0) return q8Block(x, out);
    if (type == TensorType::Q2_0) return q2Block(x, weights, out);
    std::array<std::uint8_t, 32> codes;
    if (type == TensorType::Q4_0 || type == TensorType::Q5_0) {
        if (weights.empty()) return symmetricBlock(x, five ? 16 : 8, out);
        const float d = searchScale(x, weights, five ? 16 : 8, codes.data());
        return putCodes(codes, five, putHalf(out, d));
    }
    if (weights.empty()) return affineBlock(x, five ? 31 : 15, out);
    const auto [scale, low] = searchAffine(x, weights, five ? 31 : 15, kSteps, codes.data());
    putCodes(codes, five, putHalf(putHalf(out, scale), -low));
}

void simpleRow(TensorType type, Values x, Values importance, std::uint8_t* out) {
    const BlockLayout layout = blockLayout(type);
    float sum = 0;
    for (const float value : x) sum += value * value;
    const float sigma2 = sum / static_cast<float>(x.size());
    std::array<float, 64> weights;
    const bool weighed = type == TensorType::Q2_0 || (!importance.empty() && type != TensorType::Q8_0);
    for (std::size_t i = 0; i < x.size(); i += layout.elements, out += layout.bytes) {
        for (std::size_t j = 0; weighed && j < layout.elements; ++j)
            weights[j] = (importance.empty() ? 1.0f : importance[i + j]) * std::sqrt(sigma2 + x[i + j] * x[i + j]);
        simpleBlock(type, x.subspan(i, layout.elements), weighed ? Values(weights).first(layout.elements) : Values(), out);
    }
}

void superRow(Values x, Values importance, std::size_t bytes, void (*block)(Values, Values, std::uint8_t*), std::uint8_t* out) {
    for (std::size_t i = 0; i < x.size(); i += 256, out += bytes) block(x.subspan(i, 256), importance.empty() ? Values() : importance.subspan(i, 256), out);
}

}  // namespace

bool canEncode(TensorType type) {
    const bool wide = type == TensorType::F32 || type == TensorType::F16 || type == TensorType::BF16;
    return wide || (type >= TensorType::Q4_0 && type <= TensorType::Q2_0);
}

void encodeRow(TensorType type, Values values, Values importance, std::span<std::byte> out) {
    const BlockLayout layout = blockLayout(type);
    assert(canEncode(type) && values.size() % layout.elements == 0 && out.size() == values.size() / layout.elements * layout.bytes);
    assert(importance.empty() || importance.size() == values.size());
    auto* bytes = reinterpret_cast<std::uint8_t*>(out.data());
    switch (type) {
        case TensorType::F32: std::memcpy(bytes, values.data(), values.size_bytes()); return;
        case TensorType::F16:
        case TensorType::BF16:
            for (std::size_t i = 0; i < values.size(); ++i) {
                const std::uint16_t bits = type == TensorType::F16 ? floatToHalf(values[i]) : floatToBfloat(values[i]);
                std::memcpy(bytes + 2 * i, &bits, 2);
            }
            return;
        case TensorType::Q2_K: return superRow(values, importance, layout.bytes, encodeQ2_K, bytes);
        case TensorType::Q3_K: return superRow(values, importance, layout.bytes, encodeQ3_K, bytes);
        case TensorType::Q4_K: return superRow(values, importance, layout.bytes, encodeQ4_K, bytes);
        case TensorType::Q5_K: return superRow(values, importance, layout.bytes, encodeQ5_K, bytes);
        case TensorType::Q6_K: return superRow(values, importance, layout.bytes, encodeQ6_K, bytes);
        default: return simpleRow(type, values, importance, bytes);
    }
}

void encodeRows(TensorType type, Values values, std::int64_t columns, Values importance, std::span<std::byte> out) {
    const auto width = static_cast<std::size_t>(columns);
    if (values.empty()) return;
    const std::size_t rowBytes = width / blockLayout(type).elements * blockLayout(type).bytes;
    parallelFor(values.size() / width, std::max<std::size_t>(1, kElementsPerTask / width), [&](std::size_t begin, std::size_t end) {
        for (std::size_t row = begin; row < end; ++row) encodeRow(type, values.subspan(row * width, width), importance, out.subspan(row * rowBytes, rowBytes));
    });
}

}  // namespace tacq

#include "checkpoint/gguf/dequantize.h"

#include <cassert>
#include <cstring>

#include "checkpoint/gguf/dequantize_iq.h"
#include "checkpoint/gguf/dequantize_k.h"
#include "tacq/base/half.h"

namespace tacq {
namespace {

using Bytes = const std::uint8_t*;

float halfAt(Bytes p) {
    std::uint16_t bits;
    std::memcpy(&bits, p, 2);
    return halfToFloat(bits);
}

void blockQ4_0(Bytes p, float* y) {
    const float d = halfAt(p);
    for (int j = 0; j < 16; ++j) {
        y[j] = static_cast<float>(static_cast<int>(p[2 + j] & 15) - 8) * d;
        y[j + 16] = static_cast<float>(static_cast<int>(p[2 + j] >> 4) - 8) * d;
    }
}

void blockQ4_1(Bytes p, float* y) {
    const float d = halfAt(p), m = halfAt(p + 2);
    for (int j = 0; j < 16; ++j) {
        y[j] = static_cast<float>(p[4 + j] & 15) * d + m;
        y[j + 16] = static_cast<float>(p[4 + j] >> 4) * d + m;
    }
}

/// Low nibbles with their fifth bits: bit j of `high` belongs to element j.
void fiveBitCodes(std::uint32_t high, Bytes q, int* codes) {
    for (int j = 0; j < 16; ++j) {
        codes[j] = static_cast<int>((q[j] & 15u) | (high >> j & 1u) << 4);
        codes[j + 16] = static_cast<int>((q[j] >> 4) | (high >> (j + 16) & 1u) << 4);
    }
}

void blockQ5_0(Bytes p, float* y) {
    const float d = halfAt(p);
    std::uint32_t high;
    std::memcpy(&high, p + 2, 4);
    int codes[32];
    fiveBitCodes(high, p + 6, codes);
    for (int j = 0; j < 32; ++j) y[j] = static_cast<float>(codes[j] - 16) * d;
}

void blockQ5_1(Bytes p, float* y) {
    const float d = halfAt(p), m = halfAt(p + 2);
    std::uint32_t high;
    std::memcpy(&high, p + 4, 4);
    int codes[32];
    fiveBitCodes(high, p + 8, codes);
    for (int j = 0; j < 32; ++j) y[j] = static_cast<float>(codes[j]) * d + m;
}

void blockQ8_0(Bytes p, float* y) {
    const float d = halfAt(p);
    std::int8_t q[32];
    std::memcpy(q, p + 2, 32);
    for (int j = 0; j < 32; ++j) y[j] = static_cast<float>(q[j]) * d;
}

void blockQ2_0(Bytes p, float* y) {
    const float d = halfAt(p);
    for (int j = 0; j < 64; ++j) y[j] = static_cast<float>(static_cast<int>(p[2 + j / 4] >> 2 * (j % 4) & 3) - 1) * d;
}

template <typename Stored, typename Convert>
void convertEach(Bytes p, std::span<float> out, Convert convert) {
    for (std::size_t i = 0; i < out.size(); ++i) {
        Stored value;
        std::memcpy(&value, p + i * sizeof(Stored), sizeof(Stored));
        out[i] = convert(value);
    }
}

void eachBlock(BlockLayout layout, Bytes p, std::span<float> out, void (*block)(Bytes, float*)) {
    for (std::size_t i = 0; i < out.size(); i += layout.elements, p += layout.bytes) block(p, out.data() + i);
}

}  // namespace

BlockLayout blockLayout(TensorType type) {
    switch (type) {
        case TensorType::F32: return {1, 4};
        case TensorType::F16: case TensorType::BF16: return {1, 2};
        case TensorType::F64: return {1, 8};
        case TensorType::Q4_0: return {32, 18};
        case TensorType::Q4_1: return {32, 20};
        case TensorType::Q5_0: return {32, 22};
        case TensorType::Q5_1: return {32, 24};
        case TensorType::Q8_0: return {32, 34};
        case TensorType::Q2_0: return {64, 18};
        case TensorType::Q2_K: return {256, 84};
        case TensorType::Q3_K: return {256, 110};
        case TensorType::Q4_K: return {256, 144};
        case TensorType::Q5_K: return {256, 176};
        case TensorType::Q6_K: return {256, 210};
        case TensorType::IQ2_XXS: return {256, 66};
        case TensorType::IQ2_XS: return {256, 74};
        case TensorType::IQ2_S: return {256, 82};
        case TensorType::IQ3_XXS: return {256, 98};
        case TensorType::IQ3_S: return {256, 110};
        case TensorType::IQ4_NL: return {32, 18};
        case TensorType::IQ4_XS: return {256, 136};
        case TensorType::TQ1_0: return {256, 54};
        case TensorType::TQ2_0: return {256, 66};
        case TensorType::MXFP4: return {32, 17};
        default: return {};
    }
}

void dequantizeBlocks(TensorType type, std::span<const std::byte> data, std::span<float> out) {
    const BlockLayout layout = blockLayout(type);
    assert(layout.elements > 0 && out.size() % layout.elements == 0 && data.size() >= out.size() / layout.elements * layout.bytes);
    const auto* p = reinterpret_cast<Bytes>(data.data());
    switch (type) {
        case TensorType::F32: std::memcpy(out.data(), p, out.size_bytes()); return;
        case TensorType::F16: return convertEach<std::uint16_t>(p, out, [](std::uint16_t v) { return halfToFloat(v); });
        case TensorType::BF16: return convertEach<std::uint16_t>(p, out, [](std::uint16_t v) { return bfloatToFloat(v); });
        case TensorType::F64: return convertEach<double>(p, out, [](double v) { return static_cast<float>(v); });
        case TensorType::Q4_0: return eachBlock(layout, p, out, blockQ4_0);
        case TensorType::Q4_1: return eachBlock(layout, p, out, blockQ4_1);
        case TensorType::Q5_0: return eachBlock(layout, p, out, blockQ5_0);
        case TensorType::Q5_1: return eachBlock(layout, p, out, blockQ5_1);
        case TensorType::Q8_0: return eachBlock(layout, p, out, blockQ8_0);
        case TensorType::Q2_0: return eachBlock(layout, p, out, blockQ2_0);
        case TensorType::Q2_K: return eachBlock(layout, p, out, blockQ2_K);
        case TensorType::Q3_K: return eachBlock(layout, p, out, blockQ3_K);
        case TensorType::Q4_K: return eachBlock(layout, p, out, blockQ4_K);
        case TensorType::Q5_K: return eachBlock(layout, p, out, blockQ5_K);
        case TensorType::Q6_K: return eachBlock(layout, p, out, blockQ6_K);
        case TensorType::IQ2_XXS: return eachBlock(layout, p, out, blockIQ2_XXS);
        case TensorType::IQ2_XS: return eachBlock(layout, p, out, blockIQ2_XS);
        case TensorType::IQ2_S: return eachBlock(layout, p, out, blockIQ2_S);
        case TensorType::IQ3_XXS: return eachBlock(layout, p, out, blockIQ3_XXS);
        case TensorType::IQ3_S: return eachBlock(layout, p, out, blockIQ3_S);
        case TensorType::IQ4_NL: return eachBlock(layout, p, out, blockIQ4_NL);
        case TensorType::IQ4_XS: return eachBlock(layout, p, out, blockIQ4_XS);
        case TensorType::TQ1_0: return eachBlock(layout, p, out, blockTQ1_0);
        case TensorType::TQ2_0: return eachBlock(layout, p, out, blockTQ2_0);
        case TensorType::MXFP4: return eachBlock(layout, p, out, blockMXFP4);
        default: return;
    }
}

}  // namespace tacq

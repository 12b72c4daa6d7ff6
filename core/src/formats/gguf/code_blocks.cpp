#include "formats/gguf/code_blocks.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

#include "checkpoint/gguf/dequantize.h"
#include "checkpoint/gguf/pack_k.h"
#include "tacq/base/half.h"

namespace tacq {
namespace {

/// A block's integers, w = d · value.
struct Block {
    float d;
    std::span<const int> values;
};

std::uint8_t* putHalf(std::uint8_t* out, float value) {
    const std::uint16_t bits = floatToHalf(value);
    std::memcpy(out, &bits, 2);
    return out + 2;
}

/// Values as codes 0 … most − least with the sign of d that makes them fit; false: neither does.
bool encode(const Block& block, int least, int most, float& d, std::uint8_t* codes) {
    const auto [low, high] = std::minmax_element(block.values.begin(), block.values.end());
    const bool straight = *low >= least && *high <= most, mirrored = -*high >= least && -*low <= most;
    if (!straight && !mirrored) return false;
    d = straight ? block.d : -block.d;
    for (std::size_t i = 0; i < block.values.size(); ++i) codes[i] = static_cast<std::uint8_t>((straight ? block.values[i] : -block.values[i]) - least);
    return true;
}

bool putQ2_0(const Block& block, std::uint8_t* out) {
    std::array<std::uint8_t, 64> codes;
    float d = 0;
    if (!encode(block, -1, 2, d, codes.data())) return false;
    out = putHalf(out, d);
    for (std::size_t j = 0; j < 16; ++j) out[j] = static_cast<std::uint8_t>(codes[4 * j] | codes[4 * j + 1] << 2 | codes[4 * j + 2] << 4 | codes[4 * j + 3] << 6);
    return true;
}

/// Q4_0 and Q5_0.
bool putNibbles(const Block& block, bool fiveBits, std::uint8_t* out) {
    std::array<std::uint8_t, 32> codes;
    float d = 0;
    if (!encode(block, fiveBits ? -16 : -8, fiveBits ? 15 : 7, d, codes.data())) return false;
    out = putHalf(out, d);
    if (fiveBits) {
        std::uint32_t high = 0;
        for (std::size_t j = 0; j < 32; ++j) high |= static_cast<std::uint32_t>(codes[j] >> 4) << j;
        std::memcpy(out, &high, 4);
        out += 4;
    }
    for (std::size_t j = 0; j < 16; ++j) out[j] = static_cast<std::uint8_t>((codes[j] & 15) | codes[j + 16] << 4);
    return true;
}

bool putQ8_0(const Block& block, std::uint8_t* out) {
    std::array<std::uint8_t, 32> codes;
    float d = 0;
    if (!encode(block, -128, 127, d, codes.data())) return false;
    out = putHalf(out, d);
    for (std::size_t j = 0; j < 32; ++j) out[j] = static_cast<std::uint8_t>(codes[j] ^ 0x80);
    return true;
}

/// Scales of one and the least value as the common minimum.
bool putQ2_K(const Block& block, std::uint8_t* out) {
    const auto [low, high] = std::minmax_element(block.values.begin(), block.values.end());
    const int least = std::min(0, *low);
    if (*high - least > 3) return false;
    AffineSuper super;
    super.d = super.low = floatToHalf(block.d);
    super.scales.fill(1);
    super.mins.fill(static_cast<std::uint8_t>(-least));
    for (std::size_t i = 0; i < 256; ++i) super.codes[i] = static_cast<std::uint8_t>(block.values[i] - least);
    packQ2_K(super, out);
    return true;
}

bool putSymmetric(const Block& block, int half, std::uint8_t* out) {
    SymmetricSuper super;
    float d = 0;
    if (!encode(block, -half, half - 1, d, super.codes.data())) return false;
    super.d = floatToHalf(d);
    super.scales.fill(1);
    if (half == 4) packQ3_K(super, out);
    else packQ6_K(super, out);
    return true;
}

bool putBlock(TensorType type, const Block& block, std::uint8_t* out) {
    switch (type) {
        case TensorType::Q2_0: return putQ2_0(block, out);
        case TensorType::Q4_0: return putNibbles(block, false, out);
        case TensorType::Q5_0: return putNibbles(block, true, out);
        case TensorType::Q8_0: return putQ8_0(block, out);
        case TensorType::Q2_K: return putQ2_K(block, out);
        case TensorType::Q3_K: return putSymmetric(block, 4, out);
        case TensorType::Q6_K: return putSymmetric(block, 32, out);
        default: return false;
    }
}

}  // namespace

Result<void> codeBlocks(TensorType type, const PackedLinear& linear, std::int64_t row, std::span<std::byte> out) {
    const BlockLayout layout = blockLayout(type);
    const auto columns = static_cast<std::size_t>(linear.columns), words = static_cast<std::size_t>(linear.wordsPerRow());
    const auto groups = static_cast<std::size_t>(linear.grid.groups(linear.columns)), group = static_cast<std::size_t>(linear.grid.groupColumns(linear.columns));
    const auto first = static_cast<std::size_t>(row) * groups;
    std::vector<std::uint8_t> codes(columns);
    std::vector<int> values(columns);
    unpackRow(std::span(linear.codes).subspan(static_cast<std::size_t>(row) * words, words), linear.grid.bits, codes);
    for (std::size_t i = 0; i < columns; ++i) values[i] = static_cast<int>(codes[i]) - static_cast<int>(linear.zeros[first + i / group]);
    auto* bytes = reinterpret_cast<std::uint8_t*>(out.data());
    for (std::size_t i = 0; i < columns; i += layout.elements, bytes += layout.bytes) {
        const Block block{linear.scales[first + i / group], std::span(values).subspan(i, layout.elements)};
        if (!putBlock(type, block, bytes))
            return Error{ErrorCode::InvalidFile, "codes of this matrix leave the range of their grid", linear.name + ": row " + std::to_string(row), "quantize again"};
    }
    return {};
}

void codes8Blocks(std::span<const std::byte> codes, std::span<const std::byte> scales, std::span<std::byte> out) {
    for (std::size_t block = 0; block * 32 < codes.size(); ++block) {
        std::copy_n(scales.begin() + static_cast<std::ptrdiff_t>(2 * block), 2, out.begin() + static_cast<std::ptrdiff_t>(34 * block));
        std::copy_n(codes.begin() + static_cast<std::ptrdiff_t>(32 * block), 32, out.begin() + static_cast<std::ptrdiff_t>(34 * block + 2));
    }
}

}  // namespace tacq

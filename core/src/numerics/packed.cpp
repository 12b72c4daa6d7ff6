#include "tacq/numerics/packed.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstring>

#include "tacq/numerics/packed_part.h"

namespace tacq {
namespace {

static_assert(std::endian::native == std::endian::little, "codes are read as little-endian words");

// Eight codes of b bits fill b whole bytes: with b known at compile time every shift below is a constant.
template <int kBits>
void unpackEights(const unsigned char* bytes, std::size_t eights, std::uint8_t* codes) {
    constexpr std::uint64_t kMask = (1u << kBits) - 1;
    for (std::size_t i = 0; i < eights; ++i, bytes += kBits, codes += 8) {
        std::uint64_t packed = 0;
        std::memcpy(&packed, bytes, kBits);
        for (int j = 0; j < 8; ++j) codes[j] = static_cast<std::uint8_t>(packed >> (j * kBits) & kMask);
    }
}

void unpackEights(int bits, const unsigned char* bytes, std::size_t eights, std::uint8_t* codes) {
    switch (bits) {
        case 2: return unpackEights<2>(bytes, eights, codes);
        case 3: return unpackEights<3>(bytes, eights, codes);
        case 4: return unpackEights<4>(bytes, eights, codes);
        case 5: return unpackEights<5>(bytes, eights, codes);
        case 6: return unpackEights<6>(bytes, eights, codes);
        case 7: return unpackEights<7>(bytes, eights, codes);
        default: return unpackEights<8>(bytes, eights, codes);
    }
}

std::uint8_t codeAt(std::span<const std::uint32_t> words, int bits, std::size_t index) {
    const std::size_t bit = index * static_cast<std::size_t>(bits);
    const std::size_t word = bit / 32, shift = bit % 32;
    std::uint64_t pair = words[word];
    if (shift + static_cast<std::size_t>(bits) > 32) pair |= static_cast<std::uint64_t>(words[word + 1]) << 32;
    return static_cast<std::uint8_t>(pair >> shift & ((1u << bits) - 1));
}

void scaleGroup(std::span<const std::uint8_t> codes, float scale, int zero, float* out) {
    for (std::size_t i = 0; i < codes.size(); ++i) out[i] = scale * static_cast<float>(static_cast<int>(codes[i]) - zero);
}

}  // namespace

void packRow(std::span<const std::uint8_t> codes, int bits, std::span<std::uint32_t> words) {
    assert(bits >= 1 && bits <= 8);
    assert(words.size() == (codes.size() * static_cast<std::size_t>(bits) + 31) / 32);
    std::uint64_t pending = 0;
    int filled = 0;
    std::size_t word = 0;
    for (const std::uint8_t code : codes) {
        pending |= static_cast<std::uint64_t>(code) << filled;
        filled += bits;
        if (filled < 32) continue;
        words[word++] = static_cast<std::uint32_t>(pending);
        pending >>= 32;
        filled -= 32;
    }
    if (filled > 0) words[word] = static_cast<std::uint32_t>(pending);
}

void unpackRow(std::span<const std::uint32_t> words, int bits, std::span<std::uint8_t> codes) {
    assert(bits >= 2 && bits <= 8);
    assert(words.size() >= (codes.size() * static_cast<std::size_t>(bits) + 31) / 32);
    const std::size_t eights = codes.size() / 8;
    unpackEights(bits, reinterpret_cast<const unsigned char*>(words.data()), eights, codes.data());
    for (std::size_t i = eights * 8; i < codes.size(); ++i) codes[i] = codeAt(words, bits, i);
}

void dequantizeRows(const PackedLinear& linear, std::int64_t rowBegin, std::int64_t rowEnd, std::span<float> out) {
    const auto columns = static_cast<std::size_t>(linear.columns);
    const auto words = static_cast<std::size_t>(linear.wordsPerRow());
    const auto groups = static_cast<std::size_t>(linear.grid.groups(linear.columns));
    const auto groupColumns = static_cast<std::size_t>(linear.grid.groupColumns(linear.columns));
    assert(out.size() == static_cast<std::size_t>(rowEnd - rowBegin) * columns);
    std::vector<std::uint8_t> codes(columns);
    for (auto row = static_cast<std::size_t>(rowBegin); row < static_cast<std::size_t>(rowEnd); ++row) {
        float* values = out.data() + (row - static_cast<std::size_t>(rowBegin)) * columns;
        unpackRow(std::span(linear.codes).subspan(row * words, words), linear.grid.bits, codes);
        for (std::size_t g = 0; g < groups; ++g) {
            const std::size_t first = g * groupColumns, count = std::min(groupColumns, columns - first);
            scaleGroup(std::span(codes).subspan(first, count), linear.scales[row * groups + g], linear.zeros[row * groups + g],
                       values + first);
        }
        const auto keptEnd = static_cast<std::size_t>(linear.rowOffsets[row + 1]);
        for (auto i = static_cast<std::size_t>(linear.rowOffsets[row]); i < keptEnd; ++i)
            values[linear.keptColumns[i]] = linear.keptValues[i];
    }
    for (const PartContent& extra : linear.extra)
        if (extra.part->apply) extra.part->apply(linear, extra, rowBegin, rowEnd, out);
}

}  // namespace tacq

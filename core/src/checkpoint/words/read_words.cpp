#include <algorithm>
#include <cstring>
#include <vector>

#include "checkpoint/words/word_parts.h"
#include "tacq/base/half.h"
#include "tacq/numerics/packed.h"

namespace tacq {
namespace {

template <typename T> T at(std::span<const std::byte> bytes, std::size_t index) {
    T value;
    std::memcpy(&value, bytes.data() + index * sizeof(T), sizeof(T));
    return value;
}

float scaleAt(const WordParts& parts, std::size_t index) {
    switch (parts.scaleType) {
        case WordParts::Scale::F16: return halfToFloat(at<std::uint16_t>(parts.scales, index));
        case WordParts::Scale::BF16: return bfloatToFloat(at<std::uint16_t>(parts.scales, index));
        case WordParts::Scale::F32: return at<float>(parts.scales, index);
    }
    return 0;
}

/// Code `index` of a stream whose words `word(i)` gives.
template <typename Word> std::uint32_t codeIn(const WordParts& parts, std::size_t index, Word word) {
    const auto bits = static_cast<std::size_t>(parts.bits);
    const std::uint32_t mask = (1u << bits) - 1;
    if (parts.codesPerWord > 0) {
        const auto each = static_cast<std::size_t>(parts.codesPerWord);
        return word(index / each) >> (index % each * bits) & mask;
    }
    const std::size_t bit = index * bits, first = bit / 32, shift = bit % 32;
    std::uint64_t pair = word(first);
    if (shift + bits > 32) pair |= static_cast<std::uint64_t>(word(first + 1)) << 32;
    return static_cast<std::uint32_t>(pair >> shift) & mask;
}

int zeroAt(const WordParts& parts, std::size_t row, std::size_t group) {
    if (parts.zeros.empty()) return 1 << (parts.bits - 1);
    const auto rows = static_cast<std::size_t>(parts.rows), groups = static_cast<std::size_t>(parts.groups);
    std::uint32_t stored = 0;
    if (parts.layout == WordParts::Layout::Gptq) {
        const std::size_t words = rows * static_cast<std::size_t>(parts.bits) / 32;
        stored = codeIn(parts, row, [&](std::size_t i) { return at<std::uint32_t>(parts.zeros, group * words + i); });
    } else {
        stored = codeIn(parts, row, [&](std::size_t i) { return at<std::uint32_t>(parts.zeros, i * groups + group); });
    }
    return static_cast<int>((stored + static_cast<std::uint32_t>(parts.zeroOffset)) & ((1u << parts.bits) - 1));
}

/// Words of rows [begin, end), each row's own stream whole.
void gather(const WordParts& parts, std::size_t begin, std::size_t end, std::size_t words, std::vector<std::uint32_t>& out) {
    out.resize((end - begin) * words);
    if (parts.layout == WordParts::Layout::PackQuantized) {
        std::memcpy(out.data(), parts.codes.data() + begin * words * 4, out.size() * 4);
        return;
    }
    // A column of the file is a row of the matrix: neighbours in a line of the file go to neighbouring rows.
    const auto rows = static_cast<std::size_t>(parts.rows);
    for (std::size_t word = 0; word < words; ++word)
        for (std::size_t row = begin; row < end; ++row) out[(row - begin) * words + word] = at<std::uint32_t>(parts.codes, word * rows + row);
}

}  // namespace

void readWordRows(const WordParts& parts, std::int64_t rowBegin, std::int64_t rowEnd, std::span<float> out) {
    constexpr std::size_t kRows = 64;
    const auto columns = static_cast<std::size_t>(parts.columns), groups = static_cast<std::size_t>(parts.groups);
    const std::size_t words = parts.codes.size() / 4 / static_cast<std::size_t>(parts.rows);
    std::vector<std::uint32_t> streams;
    std::vector<std::uint8_t> codes(columns);
    std::vector<float> scales(groups);
    std::vector<int> zeros(groups);
    for (auto begin = static_cast<std::size_t>(rowBegin); begin < static_cast<std::size_t>(rowEnd); begin += kRows) {
        const std::size_t end = std::min(begin + kRows, static_cast<std::size_t>(rowEnd));
        gather(parts, begin, end, words, streams);
        for (std::size_t row = begin; row < end; ++row) {
            const auto stream = std::span(streams).subspan((row - begin) * words, words);
            if (parts.codesPerWord == 0) unpackRow(stream, parts.bits, codes);
            else
                for (std::size_t i = 0; i < columns; ++i) codes[i] = static_cast<std::uint8_t>(codeIn(parts, i, [&](std::size_t w) { return stream[w]; }));
            for (std::size_t g = 0; g < groups; ++g) {
                scales[g] = scaleAt(parts, parts.layout == WordParts::Layout::Gptq ? g * static_cast<std::size_t>(parts.rows) + row : row * groups + g);
                zeros[g] = zeroAt(parts, row, g);
            }
            float* values = out.data() + (row - static_cast<std::size_t>(rowBegin)) * columns;
            for (std::size_t i = 0; i < columns; ++i) {
                const auto group = parts.groupIndex.empty() ? i / static_cast<std::size_t>(parts.groupColumns) : static_cast<std::size_t>(at<std::int32_t>(parts.groupIndex, i));
                values[i] = scales[group] * static_cast<float>(static_cast<int>(codes[i]) - zeros[group]);
            }
        }
    }
}

}  // namespace tacq

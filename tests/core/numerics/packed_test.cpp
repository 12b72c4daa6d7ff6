#include <doctest/doctest.h>

#include <random>
#include <vector>

#include "tacq/base/half.h"
#include "tacq/numerics/grid_range.h"
#include "tacq/numerics/packed.h"

using namespace tacq;

namespace {

std::vector<std::uint8_t> randomCodes(std::mt19937& random, std::size_t count, int bits) {
    std::vector<std::uint8_t> codes(count);
    for (auto& code : codes) code = static_cast<std::uint8_t>(random() & ((1u << bits) - 1));
    return codes;
}

// FORMATS section 10 read literally: bit i of the row is bit i % 32 of word i / 32.
std::vector<std::uint32_t> packBitByBit(const std::vector<std::uint8_t>& codes, int bits) {
    std::vector<std::uint32_t> words((codes.size() * static_cast<std::size_t>(bits) + 31) / 32, 0);
    for (std::size_t i = 0; i < codes.size(); ++i)
        for (int b = 0; b < bits; ++b) {
            const std::size_t bit = i * static_cast<std::size_t>(bits) + static_cast<std::size_t>(b);
            words[bit / 32] |= static_cast<std::uint32_t>(codes[i] >> b & 1) << bit % 32;
        }
    return words;
}

PackedLinear randomLinear(std::mt19937& random, std::int64_t rows, std::int64_t columns, GridOptions grid, double keepShare) {
    PackedLinear linear{"layer.weight", rows, columns, grid, {}, {}, {}, {0}, {}, {}, ValueType::F16};
    const std::int64_t groups = grid.groups(columns);
    for (std::int64_t row = 0; row < rows; ++row) {
        auto codes = randomCodes(random, static_cast<std::size_t>(columns), grid.bits);
        const auto zeros = randomCodes(random, static_cast<std::size_t>(groups), grid.bits);
        for (std::int64_t g = 0; g < groups; ++g)
            linear.scales.push_back(halfToFloat(floatToHalf(0.001f + static_cast<float>(random() % 1000) * 0.001f)));
        linear.zeros.insert(linear.zeros.end(), zeros.begin(), zeros.end());
        for (std::int64_t c = 0; c < columns; ++c) {
            if (static_cast<double>(random() % 1000) >= keepShare * 1000) continue;
            codes[static_cast<std::size_t>(c)] = zeros[static_cast<std::size_t>(c / grid.groupColumns(columns))];
            linear.keptColumns.push_back(static_cast<std::uint32_t>(c));
            linear.keptValues.push_back(halfToFloat(floatToHalf(static_cast<float>(random() % 2000) * 0.01f - 10.0f)));
        }
        linear.rowOffsets.push_back(static_cast<std::int32_t>(linear.keptColumns.size()));
        std::vector<std::uint32_t> words(static_cast<std::size_t>(linear.wordsPerRow()));
        packRow(codes, grid.bits, words);
        linear.codes.insert(linear.codes.end(), words.begin(), words.end());
    }
    return linear;
}

void checkRefused(PackedLinear linear, const std::string& words) {
    const auto checked = validate(linear);
    REQUIRE(!checked.ok());
    CHECK(checked.error().code == ErrorCode::InvalidFile);
    CHECK_MESSAGE(checked.error().message.find(words) != std::string::npos, checked.error().message);
}

}  // namespace

TEST_CASE("packsHandWorkedWords") {
    // 3 bits: 1 | 2 << 3 | 7 << 6; the eleventh code straddles: its low 2 bits end word 0, its top bit begins word 1.
    std::vector<std::uint8_t> codes{1, 2, 7, 0, 0, 0, 0, 0, 0, 0, 5};
    std::vector<std::uint32_t> words(2, 0xdeadbeef);
    packRow(codes, 3, words);
    CHECK(words[0] == (1u | 2u << 3 | 7u << 6 | 1u << 30));
    CHECK(words[1] == 1u);
}

TEST_CASE("packThenUnpackIsIdentityAndEqualsTheBitStream") {
    std::mt19937 random(1);
    for (int bits = 2; bits <= 8; ++bits)
        for (std::size_t count = 1; count < 140; ++count) {
            const auto codes = randomCodes(random, count, bits);
            std::vector<std::uint32_t> words((count * static_cast<std::size_t>(bits) + 31) / 32, 0xffffffff);
            packRow(codes, bits, words);
            REQUIRE(words == packBitByBit(codes, bits));
            std::vector<std::uint8_t> back(count);
            unpackRow(words, bits, back);
            REQUIRE(back == codes);
        }
}

TEST_CASE("dequantizesEveryWeightByItsFormula") {
    std::mt19937 random(2);
    for (int bits = 2; bits <= 8; ++bits)
        for (const std::int64_t group : {-1, 8, 32}) {
            const PackedLinear linear = randomLinear(random, 5, 77, {bits, group, Symmetry::Asymmetric, ScaleType::F16}, 0.1);
            REQUIRE(validate(linear).ok());
            std::vector<float> all(5 * 77), part(2 * 77);
            dequantizeRows(linear, 0, 5, all);
            dequantizeRows(linear, 2, 4, part);
            CHECK(std::equal(part.begin(), part.end(), all.begin() + 2 * 77));
            for (std::size_t r = 0; r < 5; ++r) {
                std::vector<std::uint8_t> codes(77);
                const auto words = static_cast<std::size_t>(linear.wordsPerRow());
                unpackRow(std::span(linear.codes).subspan(r * words, words), bits, codes);
                for (std::size_t c = 0; c < 77; ++c) {
                    const std::size_t g = r * static_cast<std::size_t>(linear.grid.groups(77)) + c / static_cast<std::size_t>(linear.grid.groupColumns(77));
                    float expected = linear.scales[g] * static_cast<float>(codes[c] - linear.zeros[g]);
                    for (auto i = static_cast<std::size_t>(linear.rowOffsets[r]); i < static_cast<std::size_t>(linear.rowOffsets[r + 1]); ++i)
                        if (linear.keptColumns[i] == c) expected = linear.keptValues[i];
                    REQUIRE(all[r * 77 + c] == expected);
                }
            }
        }
}

TEST_CASE("refusesGridsOutsideTheFormat") {
    CHECK(validate(GridOptions{}).ok());
    CHECK(validate(GridOptions{8, 128, Symmetry::Symmetric, ScaleType::F32}).ok());
    for (const int bits : {-1, 0, 1, 9, 16}) CHECK(validate(GridOptions{bits, -1, {}, {}}).error().code == ErrorCode::InvalidArgument);
    for (const int group : {0, -2, 4, 12, 33}) CHECK(validate(GridOptions{3, group, {}, {}}).error().code == ErrorCode::InvalidArgument);
    CHECK(validate(GridOptions{3, kMostGroupSize, {}, {}}).ok());
    for (const std::int64_t group : {kMostGroupSize + 8, INT64_MAX - 7, INT64_MIN}) CHECK(validate(GridOptions{3, group, {}, {}}).error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("refusesEachBrokenInvariantByName") {
    std::mt19937 random(3);
    const PackedLinear good = randomLinear(random, 4, 45, {3, 16, Symmetry::Asymmetric, ScaleType::F16}, 0.2);
    REQUIRE(validate(good).ok());
    REQUIRE(good.rowOffsets[1] >= 2);
    PackedLinear bad = good;
    bad.codes.pop_back();
    checkRefused(bad, "codes do not have the size");
    bad = good, bad.codes[4] |= 1u << 31;
    checkRefused(bad, "padding bits");
    bad = good, bad.scales.push_back(1);
    checkRefused(bad, "scales are not one");
    bad = good, bad.scales[0] = 0.1f;
    checkRefused(bad, "a scale is not a finite number of its stored type");
    bad = good, bad.zeros.pop_back();
    checkRefused(bad, "zero points are not one");
    bad = good, bad.zeros[0] = 8;
    checkRefused(bad, "above the largest code");
    bad = good, bad.rowOffsets.pop_back();
    checkRefused(bad, "row offsets are not one more");
    bad = good, bad.rowOffsets[0] = 1;
    checkRefused(bad, "do not begin at 0");
    bad = good, bad.rowOffsets[1] = -5;
    checkRefused(bad, "row offsets fall");
    bad = good, bad.rowOffsets[4] += 1;
    checkRefused(bad, "do not end at");
    bad = good, bad.rowOffsets[1] = bad.rowOffsets[2] = bad.rowOffsets[3] = bad.rowOffsets[4] = 46;
    checkRefused(bad, "keeps more weights than it has");
    bad = good, bad.keptValues.pop_back();
    checkRefused(bad, "differ in number");
    bad = good, bad.keptColumns[1] = bad.keptColumns[0];
    checkRefused(bad, "do not ascend");
    bad = good, bad.keptColumns[static_cast<std::size_t>(bad.rowOffsets[1]) - 1] = 45;
    checkRefused(bad, "outside the row");
    bad = good, bad.keptValues[0] = 0.1f;
    checkRefused(bad, "a kept value is not");
    bad = good, bad.keptValues[0] = std::numeric_limits<float>::quiet_NaN();
    checkRefused(bad, "a kept value is not");
    bad = good, bad.codes[bad.keptColumns[0] * 3 / 32] ^= 1u << bad.keptColumns[0] * 3 % 32;
    checkRefused(bad, "is not the zero point");
    bad = good, bad.rows = 0;
    checkRefused(bad, "no elements");
    bad = good, bad.grid.bits = 1;
    checkRefused(bad, "bits must be 2 to 8");
}

// Which blocks hold which codes, and that they hold them exactly.
#include <doctest/doctest.h>

#include "../checkpoint/random_packed.h"
#include "checkpoint/gguf/dequantize.h"
#include "formats/gguf/block_types.h"
#include "formats/gguf/code_blocks.h"

using namespace tacq;

namespace {

PackedLinear linearOn(const GridOptions& grid, std::int64_t columns, unsigned seed) {
    std::mt19937 random(seed);
    PackedLinear linear = test::randomPacked("m", 5, columns, {grid, ValueType::F16, 0.0}, random);
    if (grid.symmetry == Symmetry::Symmetric) std::fill(linear.zeros.begin(), linear.zeros.end(), static_cast<std::uint8_t>(1 << (grid.bits - 1)));
    return linear;
}

/// Encodes every row and reads it back.
void checkExact(TensorType type, const PackedLinear& linear) {
    CAPTURE(tensorTypeName(type));
    const BlockLayout layout = blockLayout(type);
    const auto columns = static_cast<std::size_t>(linear.columns);
    std::vector<std::byte> blocks(columns / layout.elements * layout.bytes);
    std::vector<float> expected(columns), found(columns);
    for (std::int64_t row = 0; row < linear.rows; ++row) {
        REQUIRE(codeBlocks(type, linear, row, blocks).ok());
        dequantizeRows(linear, row, row + 1, expected);
        dequantizeBlocks(type, blocks, found);
        REQUIRE(found == expected);
    }
}

std::string holding(int bits, std::int64_t group, Symmetry symmetry, std::int64_t columns) {
    const auto type = ggufTypeHolding({bits, group, symmetry, ScaleType::F16}, columns);
    return type ? std::string(tensorTypeName(*type)) : "none";
}

}  // namespace

TEST_CASE("every grid that a type is said to hold is held to the bit") {
    unsigned seed = 0;
    int held = 0;
    for (int bits = 2; bits <= 8; ++bits)
        for (const std::int64_t group : {-1, 8, 32, 64, 256, 512})
            for (const Symmetry symmetry : {Symmetry::Symmetric, Symmetry::Asymmetric})
                for (const std::int64_t columns : {32, 64, 192, 256, 512, 768}) {
                    const GridOptions grid{bits, group, symmetry, ScaleType::F16};
                    const auto type = ggufTypeHolding(grid, columns);
                    if (!type) continue;
                    CAPTURE(gridText(grid));
                    CAPTURE(columns);
                    checkExact(*type, linearOn(grid, columns, ++seed));
                    ++held;
                }
    CHECK(held > 200);
}

TEST_CASE("the smallest type that fits is taken") {
    constexpr Symmetry kSym = Symmetry::Symmetric, kAny = Symmetry::Asymmetric;
    CHECK(holding(2, 64, kSym, 576) == "Q2_0");
    CHECK(holding(2, -1, kSym, 96) == "Q4_0");
    CHECK(holding(2, -1, kAny, 512) == "Q2_K");
    CHECK(holding(2, 128, kAny, 512) == "Q4_0");
    CHECK(holding(3, 256, kSym, 512) == "Q3_K");
    CHECK(holding(3, -1, kSym, 576) == "Q4_0");
    CHECK(holding(3, -1, kAny, 512) == "Q4_0");
    CHECK(holding(4, 32, kSym, 576) == "Q4_0");
    CHECK(holding(4, 32, kAny, 576) == "Q5_0");
    CHECK(holding(5, -1, kSym, 64) == "Q5_0");
    CHECK(holding(6, -1, kSym, 512) == "Q6_K");
    CHECK(holding(6, 32, kSym, 512) == "Q8_0");
    CHECK(holding(7, -1, kAny, 64) == "Q8_0");
    CHECK(holding(8, 32, kSym, 64) == "Q8_0");
    CHECK(holding(8, 32, kAny, 64) == "none");
    CHECK(holding(4, 8, kSym, 64) == "none");
    CHECK(holding(4, -1, kSym, 172) == "none");
    CHECK_FALSE(ggufTypeHolding({4, 32, kSym, ScaleType::F32}, 64).has_value());
}

TEST_CASE("where nothing fits, the grid nearest to it does, or the rows fit no block") {
    for (int bits = 2; bits <= 8; ++bits)
        for (const std::int64_t columns : {32, 64, 96, 256, 576}) {
            const auto near = ggufGridNear({bits, 128, Symmetry::Asymmetric, ScaleType::F32}, columns);
            REQUIRE(near.has_value());
            CHECK(validate(*near).ok());
            CHECK(near->bits >= bits);
            CHECK(ggufTypeHolding(*near, columns).has_value());
        }
    CHECK_FALSE(ggufGridNear({4, 32, Symmetry::Symmetric, ScaleType::F16}, 172).has_value());
}

TEST_CASE("a fit says exact, another grid, blocks of its own or wide, and why") {
    PackedShape shape{"m", 8, 576, {4, 32, Symmetry::Symmetric, ScaleType::F16}};
    ExportOptions options;
    using How = LinearFit::How;
    CHECK(ggufFit(shape, options).how == How::Exact);
    shape.kept = 1;
    CHECK(ggufFit(shape, options).how == How::OtherGrid);
    CHECK(ggufFit(shape, options).grid == shape.grid);
    options.grid = "gguf:q4_k";
    CHECK(ggufFit(shape, options).how == How::Encoded);
    CHECK(ggufFit(shape, options).why == "rounded to blocks of Q5_0, since its rows of 576 do not fit Q4_K");
    shape.kept = 0;
    options.grid = "gguf:q4_0";
    CHECK(ggufFit(shape, options).how == How::Exact);
    shape.columns = 172;
    CHECK(ggufFit(shape, options).how == How::Dense);
    options.grid.clear();
    CHECK(ggufFit(shape, options).how == How::Dense);
}

TEST_CASE("llama-quantize's fallbacks, and names of types") {
    CHECK(ggufTypeFor(TensorType::Q4_K, 512) == TensorType::Q4_K);
    CHECK(ggufTypeFor(TensorType::Q2_0, 96) == TensorType::Q4_0);
    CHECK(ggufTypeFor(TensorType::Q3_K, 576) == TensorType::Q4_0);
    CHECK(ggufTypeFor(TensorType::Q5_K, 576) == TensorType::Q5_1);
    CHECK(ggufTypeFor(TensorType::Q6_K, 576) == TensorType::Q8_0);
    CHECK(ggufTypeFor(TensorType::Q8_0, 172) == TensorType::F16);
    CHECK(ggufTypeAsked("gguf:q4_k").value() == TensorType::Q4_K);
    CHECK(ggufTypeAsked("GGUF:Q2_0").error().code == ErrorCode::InvalidArgument);
    CHECK(ggufTypeAsked("Q2_0").value() == TensorType::Q2_0);
    CHECK_FALSE(ggufTypeAsked("").value().has_value());
    CHECK(ggufTypeAsked("gguf:iq2_xxs").error().hint.find("q4_k") != std::string::npos);
}

TEST_CASE("codes that leave the grid's range are refused, not wrapped") {
    PackedLinear linear = linearOn({4, 32, Symmetry::Symmetric, ScaleType::F16}, 64, 1);
    linear.zeros.assign(linear.zeros.size(), 0);
    std::vector<std::byte> blocks(36);
    std::vector<std::uint8_t> codes(64, 15);
    codes[3] = 0;
    packRow(codes, 4, std::span(linear.codes).first(static_cast<std::size_t>(linear.wordsPerRow())));
    CHECK(codeBlocks(TensorType::Q4_0, linear, 0, blocks).error().code == ErrorCode::InvalidFile);
}

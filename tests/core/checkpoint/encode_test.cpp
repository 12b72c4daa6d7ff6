#include <doctest/doctest.h>

#include <cmath>
#include <filesystem>
#include <random>

#include "checkpoint/gguf/dequantize.h"
#include "checkpoint/gguf/encode.h"
#include "tacq/base/half.h"
#include "tacq/base/parallel.h"
#include "tacq/checkpoint/safetensors.h"
#include "test_paths.h"

using namespace tacq;

namespace {

constexpr TensorType kBlocks[] = {TensorType::Q4_0, TensorType::Q4_1, TensorType::Q5_0, TensorType::Q5_1, TensorType::Q8_0, TensorType::Q2_0,
                                  TensorType::Q2_K, TensorType::Q3_K, TensorType::Q4_K, TensorType::Q5_K, TensorType::Q6_K};

SafetensorsFile golden() { return SafetensorsFile::open(std::filesystem::path(tacq::paths::testData()) / "checkpoint" / "ggml_encoded.safetensors").value(); }

std::vector<std::byte> encoded(TensorType type, std::span<const float> values, std::int64_t columns, std::span<const float> importance = {}) {
    const BlockLayout layout = blockLayout(type);
    std::vector<std::byte> out(values.size() / layout.elements * layout.bytes);
    encodeRows(type, values, columns, importance, out);
    return out;
}

std::vector<float> decoded(TensorType type, std::span<const std::byte> blocks, std::size_t count) {
    std::vector<float> values(count);
    dequantizeBlocks(type, blocks, values);
    return values;
}

std::vector<float> normal(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<float> draw(0, 0.05f);
    std::vector<float> values(count);
    for (float& value : values) value = draw(random);
    return values;
}

double squaredError(std::span<const float> a, std::span<const float> b, std::span<const float> weights = {}) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += std::pow(static_cast<double>(a[i]) - static_cast<double>(b[i]), 2) * (weights.empty() ? 1.0 : static_cast<double>(weights[i % weights.size()]));
    return sum;
}

}  // namespace

TEST_CASE("blocks are those of llama.cpp's own encoder to the bit, with and without importance") {
    const SafetensorsFile file = golden();
    const auto values = file.typed<float>("values", "F32"), importance = file.typed<float>("importance", "F32");
    REQUIRE(values.ok());
    REQUIRE(importance.ok());
    for (const TensorType type : kBlocks) {
        if (type == TensorType::Q2_0) continue;
        const std::string name(tensorTypeName(type));
        CAPTURE(name);
        for (const bool weighted : {false, true}) {
            CAPTURE(weighted);
            const auto expected = file.typed<std::uint8_t>(name + (weighted ? ".weighted" : ".plain"), "U8");
            REQUIRE(expected.ok());
            const auto blocks = encoded(type, values.value(), 512, weighted ? importance.value() : std::span<const float>());
            REQUIRE(blocks.size() == expected.value().size());
            std::size_t different = 0;
            for (std::size_t i = 0; i < blocks.size(); ++i) different += blocks[i] != std::as_bytes(expected.value())[i];
            CHECK(different == 0);
        }
    }
}

TEST_CASE("Q2_0 blocks read as libggml reads them") {
    const SafetensorsFile file = golden();
    const auto blocks = file.typed<std::uint8_t>("Q2_0.blocks", "U8");
    const auto expected = file.typed<float>("Q2_0.values", "F32");
    REQUIRE(blocks.ok());
    REQUIRE(expected.ok());
    CHECK(decoded(TensorType::Q2_0, std::as_bytes(blocks.value()), expected.value().size()) == std::vector<float>(expected.value().begin(), expected.value().end()));
}

TEST_CASE("what a block decodes to is encoded as the same values again") {
    // A grid's own points are its best fit. Q2_K … Q6_K search scales anew and need not find the same; they must not get far.
    for (const TensorType type : kBlocks) {
        CAPTURE(tensorTypeName(type));
        const auto values = normal(4 * 512, 3);
        const auto once = decoded(type, encoded(type, values, 512), values.size());
        const auto twice = decoded(type, encoded(type, once, 512), values.size());
        const bool super = blockLayout(type).elements == 256;
        CHECK(squaredError(once, twice) <= (super ? 0.1 : 1e-6) * squaredError(once, values));
    }
}

TEST_CASE("errors fall with bits, and importance moves them to where they do not count") {
    const auto values = normal(8 * 512, 5);
    std::vector<float> importance(512, 1.0f);
    for (std::size_t i = 0; i < importance.size(); i += 4) importance[i] = 40.0f;
    double last = 1e9;
    for (const TensorType type : {TensorType::Q2_K, TensorType::Q3_K, TensorType::Q4_K, TensorType::Q5_K, TensorType::Q6_K, TensorType::Q8_0}) {
        const double error = squaredError(values, decoded(type, encoded(type, values, 512), values.size()));
        CHECK(error < last);
        last = error;
    }
    for (const TensorType type : kBlocks) {
        if (type == TensorType::Q8_0) continue;
        CAPTURE(tensorTypeName(type));
        const auto plain = decoded(type, encoded(type, values, 512), values.size()), weighed = decoded(type, encoded(type, values, 512, importance), values.size());
        CHECK(squaredError(values, weighed, importance) < squaredError(values, plain, importance));
    }
}

TEST_CASE("values that sit on Q2_0's grid come back exactly, whichever end the largest is on") {
    for (const float scale : {0.25f, -0.25f}) {
        std::vector<float> values(128);
        for (std::size_t i = 0; i < values.size(); ++i) values[i] = scale * static_cast<float>(static_cast<int>(i * 7 % 4) - 1);
        CHECK(decoded(TensorType::Q2_0, encoded(TensorType::Q2_0, values, 128), values.size()) == values);
    }
}

TEST_CASE("empty, tiny and one-sided rows give finite values") {
    std::vector<std::vector<float>> rows{std::vector<float>(256, 0.0f), std::vector<float>(256, 1e-30f), std::vector<float>(256, -3.0f), std::vector<float>(256, 65504.0f)};
    rows.push_back(normal(256, 9));
    rows.back()[17] = 1e-40f;
    const std::vector<float> none(256, 0.0f);
    std::vector<float> single = none;
    single[7] = 1;
    for (const TensorType type : kBlocks)
        for (const auto& row : rows)
            for (const auto& importance : {std::vector<float>(), none, single}) {
                CAPTURE(tensorTypeName(type));
                const auto back = decoded(type, encoded(type, row, 256, importance), row.size());
                for (const float value : back) REQUIRE(std::isfinite(value));
                if (row.front() == 0) CHECK(back == none);
                if (importance.empty()) CHECK(squaredError(row, back) <= 0.2 * squaredError(row, none) + 1e-12);
            }
}

TEST_CASE("bytes do not depend on the number of threads") {
    const auto values = normal(200 * 256, 11);
    for (const TensorType type : kBlocks) {
        setThreadCount(1);
        const auto one = encoded(type, values, 256);
        setThreadCount(3);
        CHECK(encoded(type, values, 256) == one);
    }
    setThreadCount(0);
}

TEST_CASE("plain types are stored as such") {
    const auto values = normal(64, 13);
    CHECK(decoded(TensorType::F32, encoded(TensorType::F32, values, 64), 64) == values);
    for (std::size_t i = 0; i < values.size(); ++i) {
        CHECK(decoded(TensorType::F16, encoded(TensorType::F16, values, 64), 64)[i] == halfToFloat(floatToHalf(values[i])));
        CHECK(decoded(TensorType::BF16, encoded(TensorType::BF16, values, 64), 64)[i] == bfloatToFloat(floatToBfloat(values[i])));
    }
    CHECK_FALSE(canEncode(TensorType::F64));
    CHECK_FALSE(canEncode(TensorType::I32));
    CHECK(canEncode(TensorType::Q2_0));
}

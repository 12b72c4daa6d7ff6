#include <doctest/doctest.h>

#include <bit>
#include <filesystem>

#include "checkpoint/gguf/dequantize.h"
#include "tacq/checkpoint/safetensors.h"
#include "test_paths.h"

using namespace tacq;

TEST_CASE("every block type gives the reference implementation's values to the bit") {
    const auto file = SafetensorsFile::open(std::filesystem::path(tacq::paths::testData()) / "checkpoint" / "ggml_blocks.safetensors");
    REQUIRE(file.ok());
    for (const TensorType type : {TensorType::Q4_0, TensorType::Q4_1, TensorType::Q5_0, TensorType::Q5_1, TensorType::Q8_0, TensorType::Q2_K, TensorType::Q3_K, TensorType::Q4_K,
                                  TensorType::Q5_K, TensorType::Q6_K, TensorType::IQ2_XXS, TensorType::IQ2_XS, TensorType::IQ2_S, TensorType::IQ3_XXS, TensorType::IQ3_S,
                                  TensorType::IQ4_NL, TensorType::IQ4_XS, TensorType::TQ1_0, TensorType::TQ2_0, TensorType::MXFP4}) {
        const std::string name(tensorTypeName(type));
        CAPTURE(name);
        const auto blocks = file.value().typed<std::uint8_t>(name + ".blocks", "U8");
        const auto expected = file.value().typed<float>(name + ".values", "F32");
        REQUIRE(blocks.ok());
        REQUIRE(expected.ok());
        std::vector<float> values(expected.value().size());
        dequantizeBlocks(type, std::as_bytes(blocks.value()), values);
        std::size_t different = 0;
        for (std::size_t i = 0; i < values.size(); ++i) different += std::bit_cast<std::uint32_t>(values[i]) != std::bit_cast<std::uint32_t>(expected.value()[i]);
        CHECK(different == 0);
    }
}

TEST_CASE("types without values have no layout") {
    CHECK(blockLayout(TensorType::I32).elements == 0);
    CHECK(blockLayout(TensorType::Packed).elements == 0);
    CHECK(blockLayout(TensorType::Q6_K).bytes == 210);
}

#include <doctest/doctest.h>

#include <filesystem>

#include "checkpoint/config/family.h"
#include "checkpoint/gguf/gguf_config.h"
#include "checkpoint/gguf/gguf_writer.h"
#include "checkpoint/gguf/head_rows.h"
#include "test_files.h"
#include "tiny_model.h"

using namespace tacq;
namespace fs = std::filesystem;

namespace {

GgufMetadata someMetadata() {
    GgufMetadata metadata;
    metadata.text("general.architecture", "test");
    metadata.whole("u", 7);
    metadata.whole("wide", std::int64_t{1} << 40);
    metadata.whole16("w16", 3);
    metadata.signed32("s", -4);
    metadata.real("r", 0.5);
    metadata.flag("f", true);
    metadata.texts("texts", std::vector<std::string>{"a", "", "\xE2\x82\xAC"});
    metadata.wholes("wholes", std::vector<std::int64_t>{1, -2});
    metadata.reals("reals", std::vector<double>{0.25});
    return metadata;
}

std::vector<std::byte> zeros(std::size_t count) { return std::vector<std::byte>(count); }

ErrorCode createError(const fs::path& path, std::vector<GgufDeclaration> tensors) {
    const auto writer = GgufWriter::create(path, someMetadata(), std::move(tensors));
    REQUIRE_FALSE(writer.ok());
    CHECK_FALSE(fs::exists(path));
    return writer.error().code;
}

}  // namespace

TEST_CASE("values and tensors that are written are read, each at a multiple of 32") {
    const ::test::TemporaryFolder folder;
    const fs::path path = folder / "m.gguf";
    const std::vector<GgufDeclaration> tensors{{"a", TensorType::F32, {3}}, {"b", TensorType::Q4_0, {2, 64}}, {"c", TensorType::F16, {5, 1, 1}}};
    {
        auto writer = GgufWriter::create(path, someMetadata(), tensors);
        REQUIRE(writer.ok());
        REQUIRE(writer.value().append(zeros(12)).ok());
        REQUIRE(writer.value().append(zeros(30)).ok());
        REQUIRE(writer.value().append(zeros(42)).ok());
        REQUIRE(writer.value().append(zeros(10)).ok());
        CHECK_FALSE(fs::exists(path));
        REQUIRE(writer.value().finish().ok());
    }
    CHECK(fs::file_size(path) == GgufWriter::fileBytes(someMetadata(), tensors));
    const auto file = GgufFile::open(path);
    if (!file.ok()) FAIL(formatError(file.error()));
    CHECK(*file.value().get<std::int64_t>("u") == 7);
    CHECK(*file.value().get<std::int64_t>("wide") == std::int64_t{1} << 40);
    CHECK(*file.value().get<std::int64_t>("w16") == 3);
    CHECK(*file.value().get<std::int64_t>("s") == -4);
    CHECK(*file.value().get<double>("r") == 0.5);
    CHECK(*file.value().get<bool>("f"));
    CHECK(file.value().get<std::vector<std::string>>("texts")->at(2) == "\xE2\x82\xAC");
    CHECK(*file.value().get<std::vector<std::int64_t>>("wholes") == std::vector<std::int64_t>{1, -2});
    CHECK(*file.value().get<std::vector<double>>("reals") == std::vector<double>{0.25});
    REQUIRE(file.value().tensors().size() == 3);
    CHECK(file.value().tensors()[1].sizes == std::vector<std::int64_t>{64, 2});
    CHECK(file.value().tensors()[1].type == 2);
    CHECK(file.value().tensors()[2].sizes == std::vector<std::int64_t>{1, 1, 5});
    for (const GgufTensor& tensor : file.value().tensors()) CHECK(tensor.offset % 32 == 0);
}

TEST_CASE("a file with missing bytes never appears, and too many are refused") {
    const ::test::TemporaryFolder folder;
    const fs::path path = folder / "m.gguf";
    {
        auto writer = GgufWriter::create(path, {}, {{"a", TensorType::F32, {4}}});
        REQUIRE(writer.ok());
        CHECK(writer.value().append(zeros(17)).error().code == ErrorCode::Internal);
        REQUIRE(writer.value().append(zeros(12)).ok());
        CHECK(writer.value().finish().error().code == ErrorCode::Internal);
    }
    CHECK(fs::is_empty(folder.path()));
    auto writer = GgufWriter::create(path, {}, {{"a", TensorType::F32, {4}}});
    REQUIRE(writer.value().append(zeros(16)).ok());
    CHECK(writer.value().append(zeros(1)).error().code == ErrorCode::Internal);
}

TEST_CASE("what no GGUF reader takes is refused before a file is made") {
    const ::test::TemporaryFolder folder;
    const fs::path path = folder / "m.gguf";
    CHECK(createError(path, {{"", TensorType::F32, {1}}}) == ErrorCode::Internal);
    CHECK(createError(path, {{std::string(64, 'n'), TensorType::F32, {1}}}) == ErrorCode::Internal);
    CHECK(createError(path, {{"a", TensorType::F32, {1}}, {"a", TensorType::F32, {1}}}) == ErrorCode::Internal);
    CHECK(createError(path, {{"a", TensorType::Packed, {1}}}) == ErrorCode::Internal);
    CHECK(createError(path, {{"a", TensorType::Q4_K, {2, 128}}}) == ErrorCode::Internal);
    CHECK(createError(path, {{"a", TensorType::F32, {}}}) == ErrorCode::Internal);
    CHECK(createError(path, {{"a", TensorType::F32, {1, 1, 1, 1, 1}}}) == ErrorCode::Internal);
    CHECK(GgufWriter::create(folder / "none" / "m.gguf", {}, {}).error().code == ErrorCode::NotFound);
}

TEST_CASE("every tensor of every family that GGUF has goes by a name that leads back to it") {
    for (const FamilySpec* family : families()) {
        if (ggufFamily(*family) == nullptr) continue;
        CAPTURE(family->architectureName);
        ModelConfig config = parseModelConfig(::test::tinyConfig(), "test").value();
        applyFamily(*family, config);
        config.layers = 12;
        for (const ModelTensor& tensor : modelTensors(config)) {
            const std::string name = ggufTensorName(tensor.name, *family);
            CAPTURE(tensor.name);
            CHECK_FALSE(name.empty());
            CHECK(huggingFaceName(name, *family) == tensor.name);
        }
    }
    CHECK(ggufTensorName("model.layers.3.self_attn.rotary.weight", kLlama).empty());
    CHECK(ggufTensorName("model.layers.", kLlama).empty());
    CHECK(ggufTensorName("lm_head.weight", kLlama) == "output.weight");
}

TEST_CASE("rows of a head change places and come back") {
    for (std::int64_t row = 0; row < 96; ++row) CHECK(rowInterleavedAt(interleavedRow(row, 24), 24) == row);
    CHECK(interleavedRow(1, 8) == 2);
    CHECK(interleavedRow(4, 8) == 1);
    CHECK(rowInterleavedAt(9, 8) == 12);
}

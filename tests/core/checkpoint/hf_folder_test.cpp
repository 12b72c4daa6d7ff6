#include <doctest/doctest.h>

#include "base/json.h"
#include "gguf_builder.h"
#include "tacq/checkpoint/hf_folder.h"

using namespace tacq;
namespace fs = std::filesystem;

namespace {

Checkpoint open(const fs::path& path) {
    auto model = Checkpoint::open(path);
    if (!model.ok()) FAIL(formatError(model.error()));
    return std::move(model).value();
}

void write(const fs::path& folder, const Checkpoint& source, const HuggingFaceOptions& options) {
    const auto written = writeHuggingFaceFolder(folder, source, options, {});
    if (!written.ok()) FAIL(formatError(written.error()));
}

}  // namespace

TEST_CASE("a folder written from a model holds the same model, in any dtype, sharded or not") {
    const test::TemporaryFolder folder;
    const auto tensors = test::randomTensors(test::tinyConfig(), "BF16");
    test::writeModel(folder / "base", test::tinyConfig(), tensors);
    test::writeFile(folder / "base/tokenizer.json", "{}");
    const Checkpoint source = open(folder / "base");
    for (const std::string dtype : {"source", "bf16", "f32"}) {
        HuggingFaceOptions options;
        options.dtype = dtype;
        options.shardBytes = dtype == "f32" ? 2000 : 5'000'000'000ull;
        options.card = "# Card\n";
        options.metadata = {{"origin", "test"}};
        write(folder / dtype, source, options);
        const Checkpoint copy = open(folder / dtype);
        for (const auto& [name, tensor] : tensors) CHECK(copy.readAll(name).value() == tensor.values);
        CHECK(copy.metadata().at("format") == "pt");
        CHECK(copy.metadata().at("origin") == "test");
        CHECK(copy.config().torchDtype == (dtype == "f32" ? "float32" : "bfloat16"));
        CHECK(fs::exists(folder / dtype / "model.safetensors.index.json") == (dtype == "f32"));
        CHECK(test::readFile(folder / dtype / "tokenizer.json") == "{}");
        CHECK(test::readFile(folder / dtype / "README.md") == "# Card\n");
        std::uint64_t bytes = 0;
        for (const auto& entry : fs::directory_iterator(folder / dtype))
            if (entry.path().extension() == ".safetensors") bytes += entry.file_size();
        const auto files = huggingFaceFiles(source, options);
        REQUIRE(files.ok());
        std::uint64_t said = 0;
        for (const PackedFileSize& file : files.value()) said += file.bytes;
        CHECK(said == bytes);
    }
    const Json index = parseJson(test::readFile(folder / "f32/model.safetensors.index.json"), "").value();
    CHECK(index["metadata"]["total_size"] == 4 * source.parameters());
    CHECK(index["weight_map"].size() == tensors.size());
}

TEST_CASE("a value beyond F16's range is refused, naming the tensor and the way out, and nothing is left") {
    const test::TemporaryFolder folder;
    auto tensors = test::randomTensors(test::tinyConfig());
    tensors.at("model.layers.1.mlp.up_proj.weight").values[9] = 70000;
    test::writeModel(folder / "base", test::tinyConfig(), tensors);
    HuggingFaceOptions options;
    options.dtype = "f16";
    const auto result = writeHuggingFaceFolder(folder / "out", open(folder / "base"), options, {});
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().code == ErrorCode::InvalidArgument);
    CHECK(formatError(result.error()).find("layers.1.mlp.up_proj") != std::string::npos);
    CHECK(formatError(result.error()).find("bf16") != std::string::npos);
    CHECK_FALSE(fs::exists(folder / "out"));
}

TEST_CASE("values may come from elsewhere, row by row") {
    const test::TemporaryFolder folder;
    test::writeModel(folder / "base", test::tinyConfig(), test::randomTensors(test::tinyConfig()));
    HuggingFaceOptions options;
    options.values = [](const std::string&, std::int64_t begin, std::int64_t, std::span<float> out) {
        std::fill(out.begin(), out.end(), static_cast<float>(begin) + 0.5f);
        return Result<void>();
    };
    write(folder / "out", open(folder / "base"), options);
    CHECK(open(folder / "out").readAll("model.norm.weight").value() == std::vector<float>(16, 0.5f));
    options.values = [](const std::string&, std::int64_t, std::int64_t, std::span<float>) { return Result<void>(Error{ErrorCode::NonFinite, "bad", "", ""}); };
    CHECK(writeHuggingFaceFolder(folder / "bad", open(folder / "base"), options, {}).error().code == ErrorCode::NonFinite);
}

TEST_CASE("a GGUF becomes a folder with a config and the same values") {
    const test::TemporaryFolder folder;
    const auto tensors = test::randomTensors(test::tinyConfig());
    test::GgufBuilder gguf;
    test::llamaValues(gguf);
    test::addTensors(gguf, tensors, 4);
    test::writeFile(folder / "m.gguf", gguf.bytes());
    write(folder / "out", open(folder / "m.gguf"), {});
    const Checkpoint copy = open(folder / "out");
    for (const auto& [name, tensor] : tensors) CHECK(copy.readAll(name).value() == tensor.values);
    CHECK(copy.config().torchDtype == "float32");
}

TEST_CASE("existing folders, unknown dtypes and unwritable places are refused") {
    const test::TemporaryFolder folder;
    test::writeModel(folder / "base", test::tinyConfig(), test::randomTensors(test::tinyConfig()));
    const Checkpoint source = open(folder / "base");
    CHECK(writeHuggingFaceFolder(folder / "base", source, {}, {}).error().code == ErrorCode::AlreadyExists);
    HuggingFaceOptions options;
    options.dtype = "int4";
    CHECK(writeHuggingFaceFolder(folder / "x", source, options, {}).error().code == ErrorCode::InvalidArgument);
    test::writeFile(folder / "file", "x");
    CHECK_FALSE(writeHuggingFaceFolder(folder / "file/x", source, {}, {}).ok());
}

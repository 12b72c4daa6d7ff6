#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "sample_checkpoint.h"
#include "scratch.h"
#include "tacq/formats/exporter.h"
#include "test_paths.h"

using namespace tacq;
using namespace tacq::test;
namespace fs = std::filesystem;

TEST_CASE("everyFormatIsWhole") {
    std::set<std::string> names;
    REQUIRE(exporters().size() >= 2);
    for (const Exporter* exporter : exporters()) {
        CAPTURE(exporter->name);
        CHECK(names.insert(exporter->name).second);
        CHECK(findExporter(exporter->name) == exporter);
        CHECK_FALSE(std::string(exporter->title).empty());
        CHECK_FALSE(std::string(exporter->description).empty());
        CHECK(std::string(exporter->loading).starts_with("## "));
        CHECK((exporter->weightFiles != nullptr));
        CHECK_FALSE(std::string(exporter->runsIn).empty());
        CHECK((exporter->write != nullptr));
    }
}

TEST_CASE("everyFileOfAFormatHasItsLine") {
    std::size_t files = 0;
    for (const auto& entry : fs::directory_iterator(fs::path(tacq::paths::resources()).parent_path() / "core/src/formats/exporters"))
        files += entry.path().extension() == ".cpp";
    CHECK(files == exporters().size());
}

TEST_CASE("namesLaterFormatsAsLaterAndOthersAsUnknown") {
    CHECK(exporterNamed("hf").value()->library == std::string("transformers"));
    CHECK(exporterNamed("tacq").value()->lowBit);
    CHECK(exporterNamed("mlx").error().code == ErrorCode::UnsupportedFormat);
    CHECK(exporterNamed("zip").error().code == ErrorCode::InvalidArgument);
    CHECK(exporterNamed("zip").error().hint.starts_with("use hf, tacq"));
}

TEST_CASE("aHuggingFaceFolderIsAsLargeAsItWasSaidToBe") {
    const Scratch scratch("formats");
    const auto model = sampleCheckpoint();
    const RunContext context;
    for (const char* dtype : {"source", "f16", "bf16", "f32"}) {
        CAPTURE(dtype);
        const ExportOptions options{dtype, {{"run_key", std::string(64, 'a')}}};
        const auto said = findExporter("hf")->weightBytes({*model, false, nullptr}, options);
        REQUIRE(said.ok());
        const auto written = findExporter("hf")->write({scratch.folder / dtype, model, {}, *model, "", context}, options);
        REQUIRE(written.ok());
        CHECK(fs::file_size(written.value() / "model.safetensors") == said.value());
    }
}

TEST_CASE("onlyAQuantizedModelHasAPackedForm") {
    const auto model = sampleCheckpoint();
    CHECK(findExporter("tacq")->weightBytes({*model, false, nullptr}, {}).error().code == ErrorCode::InvalidArgument);
}

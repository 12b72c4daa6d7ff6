// A saliency whose description or sketch someone else wrote: numbers that index something are checked where they come in.
#include "saliency_fixture.h"
#include "sparse_safetensors.h"

using namespace tacq;
using namespace tacq::test;
namespace fs = std::filesystem;

namespace {

/// The description of a fixture, with one thing in it replaced.
std::string with(const std::string& text, const std::string& what, const std::string& by) {
    const std::size_t at = text.find(what);
    REQUIRE_MESSAGE(at != std::string::npos, what);
    std::string other = text;
    return other.replace(at, what.size(), by);
}

}  // namespace

TEST_CASE("aDescriptionWithNumbersOutOfRangeIsRefused") {
    const SaliencyFixture f("hostile-meta");
    const std::string text = saliencyMetaToJson(f.meta);
    REQUIRE(saliencyMetaFromJson(text, "meta.json").ok());
    const std::string layer = "\"layer\": 0", rows = "\"rows\": " + std::to_string(f.meta.linears[0].rows), columns = "\"columns\": " + std::to_string(f.meta.linears[0].columns);
    for (const auto& [what, key] : {std::pair{layer, "layer"}, std::pair{rows, "rows"}, std::pair{columns, "columns"}})
        for (const char* value : {"4294967296", "4294967297", "2147483648", "-1", "9223372036854775807", "18446744073709551615", "1e3", "0.5", "\"1\"", "null", "100000000"}) {
            const auto read = saliencyMetaFromJson(with(text, what, "\"" + std::string(key) + "\": " + value), "meta.json");
            REQUIRE_MESSAGE(!read.ok(), key << " " << value);
            CHECK(read.error().code == ErrorCode::InvalidFile);
        }
    CHECK_FALSE(saliencyMetaFromJson(with(text, layer, "\"layer\": 4096"), "").ok());
    CHECK_FALSE(saliencyMetaFromJson(with(with(text, rows, "\"rows\": 16777216"), columns, "\"columns\": 16777216"), "").ok());
    for (const auto& [what, by] : {std::pair{"\"sketchVersion\": 2", "\"sketchVersion\": 4294967298"}, std::pair{"\"samples\": 4", "\"samples\": -1"}, std::pair{"\"tokens\": 512", "\"tokens\": 1e300"},
                                   std::pair{"\"seed\": 18446744073709551615", "\"seed\": -1"}, std::pair{"\"bits\": 3", "\"bits\": 4294967299"}, std::pair{"\"groupSize\": -1", "\"groupSize\": 9223372036854775800"},
                                   std::pair{"\"bytes\": ", "\"bytes\": -"}, std::pair{"\"bytes\": ", "\"bytes\": 99999999999999"}})
        CHECK_FALSE_MESSAGE(saliencyMetaFromJson(with(text, what, by), "").ok(), by);
    const std::size_t shape = text.find("\"shape\": [");
    REQUIRE(shape != std::string::npos);
    for (const char* sizes : {"-1", "9223372036854775807, 2", "2, 9223372036854775807", "1, 1, 1, 1, 1, 1, 1, 1, 1", "1.5", "\"2\""}) {
        std::string other = text;
        const std::size_t end = other.find(']', shape);
        other.replace(shape, end + 1 - shape, "\"shape\": [" + std::string(sizes) + "]");
        CHECK_FALSE_MESSAGE(saliencyMetaFromJson(other, "").ok(), sizes);
    }
}

TEST_CASE("keysInADescriptionLeadNowhereElse") {
    SaliencyFixture f("hostile-keys");
    fs::create_directories(f.scratch.path / "outside");
    fs::copy(f.artifacts / "gradient", f.scratch.path / "outside" / "gradient");
    f.meta.gradientKey = "../outside/gradient";
    f.meta.simulationKey = (f.artifacts / "simulation").string();
    f.write();
    const SaliencyArtifact opened = valueOf(SaliencyArtifact::open(f.folder));
    std::vector<float> row(static_cast<std::size_t>(f.meta.linears[0].columns));
    CHECK(opened.readRows(0, MatrixLayer::Gradient, 0, 1, row).error().code == ErrorCode::NotFound);
}

TEST_CASE("positionsOfABigTailAreCheckedAsThoseOfASmallOne") {
    // One matrix of 17 million weights, all of them in the tail, every entry a hole: a file of a few kilobytes that names weight 0 again and again.
    const Scratch scratch("sparse-tail");
    const std::int64_t rows = 4096, columns = 4160, elements = rows * columns;
    SaliencyMeta meta;
    meta.modelIdentity = std::string(64, 'e');
    meta.linears = {{"model.layers.0.self_attn.q_proj.weight", 0, LinearKind::Query, rows, columns}};
    meta.figures.resize(1);
    require(writeTextAtomic(scratch.path / "meta.json", saliencyMetaToJson(meta)));
    const std::map<std::string, std::string> header{{"format", "tacq-sketch"}, {"version", "2"}, {"matrices", "1"}, {"floor_bin", "0"}};
    {
        const auto file = valueOf(SparseSafetensors::create(scratch.path / "histograms.safetensors", {{"counts", "U64", {1, 2048}}, {"sums", "F64", {1, 2048}}, {"mass", "F64", {1, 2048}}}, header));
        const auto all = static_cast<std::uint64_t>(elements);
        require(file.write("counts", 0, std::as_bytes(std::span(&all, 1))));
    }
    std::int64_t cells = 0;
    for (std::int64_t r = (rows + 7) / 8, c = (columns + 7) / 8;; r = (r + 1) / 2, c = (c + 1) / 2) {
        cells += r * c;
        if (r <= 1 && c <= 1) break;
    }
    std::vector<SparseSafetensors::Tensor> parts;
    for (const char* layer : {"gradient", "delta", "weight", "score"})
        for (const char* part : {".max", ".mean"}) parts.push_back({std::string(layer) + part, "F32", {cells}});
    for (const char* layer : {"gradient", "score"})
        for (const char* part : {".row_sum", ".row_max", ".column_sum", ".column_max"}) parts.push_back({std::string(layer) + part, "F32", {part[1] == 'r' ? rows : columns}});
    REQUIRE(SparseSafetensors::create(scratch.path / SaliencyArtifact::matrixFile(0), parts, header).ok());
    {
        const auto file = valueOf(SparseSafetensors::create(scratch.path / SaliencyArtifact::tailFile(0),
                                                            {{"position", "U32", {elements}}, {"score", "F32", {elements}}, {"bin_start", "U32", {2049}}}, header));
        const auto all = static_cast<std::uint32_t>(elements);
        require(file.write("bin_start", 2048 * sizeof(std::uint32_t), std::as_bytes(std::span(&all, 1))));
    }
    const auto opened = SaliencyArtifact::open(scratch.path);
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().code == ErrorCode::InvalidFile);
    CHECK(opened.error().message.find("tail") != std::string::npos);
    CHECK(opened.error().context.find("tail-0000") != std::string::npos);
}

TEST_CASE("rowsOfAFileThatShrankAreAnErrorNotZeros") {
    SaliencyFixture f("hostile-shrunk");
    f.write();
    SaliencyArtifact opened = valueOf(SaliencyArtifact::open(f.folder));
    require(opened.attachModel());
    std::vector<float> row(static_cast<std::size_t>(f.meta.linears[0].columns));
    require(opened.readRows(0, MatrixLayer::Delta, 0, 1, row));
    for (const auto& [layer, file] : {std::pair{MatrixLayer::Gradient, f.artifacts / "gradient" / "gradient.safetensors"}, std::pair{MatrixLayer::Delta, f.artifacts / "simulation" / "layer-000.safetensors"}}) {
        fs::resize_file(file, fs::file_size(file) / 2);
        const auto read = opened.readRows(0, layer, 0, 1, row);
        REQUIRE_FALSE(read.ok());
        CHECK(read.error().code == ErrorCode::NotFound);
        CHECK(read.error().context == file.string());
        CHECK_FALSE(mappedFilesWhole().ok());
    }
}

#include <doctest/doctest.h>

#include <filesystem>
#include <memory>

#include "sample_checkpoint.h"
#include "scratch.h"
#include "tacq/exporting/export.h"
#include "test_paths.h"

using namespace tacq;
using namespace tacq::test;
namespace fs = std::filesystem;

namespace {

const TokenRows kProbe{{1, 403, 407, 261, 378, 300, 400, 5, 17, 99}};

bool writeAs(const std::filesystem::path& folder, const std::shared_ptr<const Checkpoint>& model, const std::string& dtype) {
    const RunContext context;
    return findExporter("hf")->write({folder, model, {}, *model, "card", context}, {dtype, {}}).ok();
}

}  // namespace

TEST_CASE("anF32CopyReadsBackWithoutAnyDifference") {
    const Scratch scratch("export");
    const auto model = sampleCheckpoint();
    REQUIRE(writeAs(scratch.folder / "f32", model, "f32"));
    const auto compute = resolveCompute({"cpu", "f32", 1});
    REQUIRE(compute.ok());
    const auto readback = readBack(scratch.folder / "f32", model, kProbe, compute.value(), {});
    REQUIRE(readback.ok());
    CHECK(readback.value().maxAbsDiff == 0);
    CHECK(readback.value().klMean == 0);
}

TEST_CASE("a16BitCopyDiffersByItsRoundingOnly") {
    const Scratch scratch("export");
    const auto model = sampleCheckpoint();
    const auto compute = resolveCompute({"cpu", "f32", 1});
    REQUIRE(compute.ok());
    for (const char* dtype : {"f16", "bf16"}) {
        CAPTURE(dtype);
        REQUIRE(writeAs(scratch.folder / dtype, model, dtype));
        const auto readback = readBack(scratch.folder / dtype, model, kProbe, compute.value(), {});
        REQUIRE(readback.ok());
        CHECK(readback.value().maxAbsDiff > 0);
        CHECK(readback.value().maxAbsDiff < 0.05);  // bf16 rounds to 2^-9 of the largest weight
        CHECK(readback.value().klMean > 0);
        CHECK(readback.value().klMean < 1e-2);
    }
}

TEST_CASE("listsEveryFileWithItsHash") {
    const Scratch scratch("export");
    const auto model = sampleCheckpoint();
    REQUIRE(writeAs(scratch.folder / "f16", model, "f16"));
    const auto files = listFiles(scratch.folder / "f16", {});
    REQUIRE(files.ok());
    bool config = false, card = false;
    for (const ExportedFile& file : files.value()) {
        config |= file.path == "config.json";
        card |= file.path == "README.md";
        CHECK(file.sha256.size() == 64);
    }
    CHECK(config);
    CHECK(card);
}

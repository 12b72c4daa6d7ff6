// A part of packed linears is one table entry: one that exists only here is in layout, ledger, sizes, writer, reader, JSON and every export without any other edit.
#include <algorithm>
#include <cstring>

#include "pipeline/requests/packed_plan.h"
#include "pipeline_support.h"
#include "tacq/base/file_io.h"
#include "tacq/base/hash.h"
#include "tacq/checkpoint/packed_layer.h"
#include "tacq/checkpoint/quantized_folder.h"
#include "tacq/checkpoint/safetensors.h"
#include "tacq/store/workspace.h"
#include "test_part.h"

using namespace tacq;
using namespace tacq::test;

namespace {

const bool kPartAdded = addPackedPart(kRowGain).ok();

std::string formatOf(const std::filesystem::path& file) {
    const auto opened = SafetensorsFile::open(file);
    REQUIRE(opened.ok());
    const auto& metadata = opened.value().metadata();
    return metadata.at("format") + (metadata.contains("parts") ? " " + metadata.at("parts") : "");
}

/// The run again with an artifact whose first linear has the part.
std::string runWithPart(const CommandRunner& tacq, const Json& made, std::filesystem::path& folder) {
    const Workspace workspace = Workspace::open(tacq.environment.workspace).value();
    const auto before = workspace.find(made.at("artifact").get<std::string>()).value();
    REQUIRE(before);
    const Checkpoint model = Checkpoint::open(kSample).value();
    const std::string key = hashOfParts({"with part", before->key});
    const KeyLock lock = workspace.lock(key, {}).value();
    QuantizedChange change;
    change.linear = [](std::size_t i, PackedLinear& linear) -> Result<bool> {
        if (i != 0) return false;
        giveRowGains(linear);
        return true;
    };
    const auto done = rewriteQuantized(before->folder, workspace.partialFolder(key).value(), model, change, {});
    REQUIRE_MESSAGE(done.ok(), formatError(done.error()));
    folder = workspace.publish(key, "quantized", before->metaJson).value().folder;
    return runWithArtifact(workspace, made, key);
}

}  // namespace

TEST_CASE("aPartOfTheTestIsInTheLedgerAndInEverySize") {
    REQUIRE(kPartAdded);
    CHECK(addPackedPart(kRowGain).error().code == ErrorCode::AlreadyExists);
    const Checkpoint model = Checkpoint::open(kSample).value();
    PackedPlan plan = makePlan(model, {.bits = 3}, {}, std::string(64, 'a'), std::string(64, 'b'));
    const Ledger before = makeLedger(plan).value();
    CHECK(before["rowGains"].bytes == 0);
    CHECK_FALSE(ledgerJson(before).contains("rowGains"));   // the JSON of a model without it stays as it is
    PackedShape& linear = plan.linears.front();
    linear.extra.push_back({&kRowGain, PartType::F16, {linear.rows}});
    const Ledger after = makeLedger(plan).value();
    CHECK(after["rowGains"].bytes == static_cast<std::uint64_t>(linear.rows) * 2);
    CHECK(after.quantizedBytes() == before.quantizedBytes() + static_cast<std::uint64_t>(linear.rows) * 2);
    CHECK(after.totalBits > before.totalBits);
    CHECK(ledgerForCounts(plan, after.headerBytes).modelBytes == after.modelBytes);
    const Json json = ledgerJson(after);
    CHECK(json.at("rowGains") == after["rowGains"].bits);
    CHECK(json.at("bytes").at("rowGains") == after["rowGains"].bytes);
    // One that cannot be is refused before anything is written.
    linear.extra.front().shape = {linear.rows + 1};
    CHECK_FALSE(makeLedger(plan).ok());
}

TEST_CASE("aPartOfTheTestIsWrittenReadAndExported") {
    REQUIRE(kPartAdded);
    const CommandRunner tacq("part");
    const Json made = tacq.run("quantize", tacq.calibrated({{"out", tacq.path("plain")}, {"format", "tacq"}}));
    CHECK(formatOf(tacq.path("plain") + "/model.safetensors") == "tacq-1");
    std::filesystem::path folder;
    const std::string run = runWithPart(tacq, made, folder);

    // The artifact: the block that has it says so, the others are as they were.
    CHECK(formatOf(layerFile(folder, 0)) == "tacq-2 row_gain");
    CHECK(formatOf(layerFile(folder, 1)) == "tacq-1");
    const PackedLinear with = readPackedLayer(layerFile(folder, 0)).value().front();
    PackedLinear without = with;
    without.extra.clear();
    REQUIRE(with.extra.size() == 1);
    std::vector<float> expected(static_cast<std::size_t>(with.rows * with.columns)), values(expected.size());
    dequantizeRows(without, 0, with.rows, expected);
    dequantizeRows(with, 0, with.rows, values);
    for (std::size_t i = 0; i < values.size(); ++i) REQUIRE(values[i] == expected[i] * (1.0f + 0.125f * static_cast<float>(i / static_cast<std::size_t>(with.columns) % 64)));
    // Some rows of it.
    const PackedLayerFile file = PackedLayerFile::open(layerFile(folder, 0)).value();
    const PackedLinear some = file.readRows(0, 3, 5).value();
    std::vector<float> two(static_cast<std::size_t>(2 * with.columns));
    dequantizeRows(some, 0, 2, two);
    CHECK(std::equal(two.begin(), two.end(), values.begin() + static_cast<std::ptrdiff_t>(3 * with.columns)));
    CHECK(file.shape(0).extra == with.shape().extra);

    // Packed and Hugging Face folders, read back by the command itself (sizes to the byte, values equal).
    for (const std::string format : {"tacq", "hf"}) {
        CAPTURE(format);
        const Json exported = tacq.run("export", {{"source", run}, {"out", tacq.path(format)}, {"format", format}});
        CHECK(exported.at("readback").at("maxAbsDiff") == 0.0);
        CHECK(Checkpoint::open(tacq.path(format)).value().readAll(with.name).value() == values);
    }
    CHECK(formatOf(tacq.path("tacq") + "/model.safetensors") == "tacq-2 row_gain");
    const Checkpoint packed = Checkpoint::open(tacq.path("tacq")).value();
    CHECK(packed.readPacked(with.name).value().extra == with.extra);
    CHECK(packed.identity().value() != Checkpoint::open(tacq.path("plain")).value().identity().value());

    // A program that does not know the part refuses the file by its name instead of reading another model.
    std::string bytes = readText(tacq.path("tacq") + "/model.safetensors").value();
    const std::size_t at = bytes.find("\"row_gain\"");
    REQUIRE(at != std::string::npos);
    bytes.replace(at, 10, "\"row_pain\"");
    REQUIRE(writeTextAtomic(tacq.path("tacq") + "/model.safetensors", bytes).ok());
    const Error refused = Checkpoint::open(tacq.path("tacq")).error();
    CHECK(refused.code == ErrorCode::UnsupportedFormat);
    CHECK(refused.message.find("row_pain") != std::string::npos);
}

TEST_CASE("contentThatThePartRefusesIsADamagedFile") {
    REQUIRE(kPartAdded);
    PackedLinear linear;
    linear.name = "w.weight";
    linear.rows = 2, linear.columns = 8;
    linear.grid = {.bits = 4};
    linear.codes = {0, 0}, linear.scales = {1, 1}, linear.zeros = {0, 0}, linear.rowOffsets = {0, 0, 0};
    giveRowGains(linear);
    CHECK(validate(linear).ok());
    PackedLinear bad = linear;
    bad.extra[0].content[3] = std::byte{0x7c};   // infinite
    CHECK(validate(bad).error().message == "a row's gain cannot be");
    bad = linear, bad.extra[0].content.pop_back();
    CHECK_FALSE(validate(bad).ok());
    bad = linear, bad.extra[0].shape = {3};
    CHECK_FALSE(validate(bad).ok());
    bad = linear, bad.extra[0].type = PartType::BF16;
    CHECK_FALSE(validate(bad).ok());
    bad = linear, bad.extra.push_back(bad.extra[0]);
    CHECK_FALSE(validate(bad).ok());
}

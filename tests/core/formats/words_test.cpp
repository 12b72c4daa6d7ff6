// GPTQ, AutoRound and compressed-tensors: what is written holds the very values of the packed truth, under the words that other programs expect.
#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <random>
#include <regex>

#include "../checkpoint/random_packed.h"
#include "base/json.h"
#include "sample_checkpoint.h"
#include "scratch.h"
#include "tacq/base/file_io.h"
#include "tacq/checkpoint/safetensors.h"
#include "tacq/formats/exporter.h"
#include "test_families.h"
#include "test_paths.h"

using namespace tacq;
using namespace tacq::test;
namespace fs = std::filesystem;

namespace {

/// The sample with random codes, as a packed folder, opened.
struct Truth {
    std::shared_ptr<const Checkpoint> base = sampleCheckpoint();
    std::vector<PackedLinear> linears;
    PackedPlan plan;
    std::shared_ptr<const Checkpoint> packed;

    Truth(const fs::path& folder, const std::function<GridOptions(const LinearInfo&)>& gridOf, double keptShare = 0, unsigned leastZero = 1) {
        std::mt19937 random(11);
        plan = uniformPlan(base->linears(), denseTensors(base->linears(), base->tensors()), {}, EmbeddingBits::Source16, "source", std::string(64, 'a'), std::string(64, 'b'));
        for (const LinearInfo& info : base->linears()) {
            PackedLinear linear = ::test::randomPacked(info.name, info.rows, info.columns, {gridOf(info), ValueType::F16, keptShare}, random);
            for (std::uint8_t& zero : linear.zeros)   // a code at a kept place is the zero point: there they stay
                zero = keptShare > 0 ? zero : linear.grid.symmetry == Symmetry::Symmetric ? static_cast<std::uint8_t>(1 << (linear.grid.bits - 1)) : std::max<std::uint8_t>(zero, static_cast<std::uint8_t>(leastZero));
            plan.linears[linears.size()] = linear.shape();
            linears.push_back(std::move(linear));
        }
        const auto give = [this](std::size_t i) -> Result<PackedLinear> { return linears[i]; };
        const RunContext context;
        const auto written = writePackedFolder(folder, plan, *base, give, "", context);
        REQUIRE_MESSAGE(written.ok(), formatError(written.error()));
        auto opened = Checkpoint::open(folder);
        REQUIRE(opened.ok());
        packed = std::make_shared<Checkpoint>(std::move(opened).value());
    }
    /// Writes, checks the sizes told before, and opens.
    Result<Checkpoint> write(const char* format, const fs::path& folder) const {
        const RunContext context;
        const Exporter& exporter = *findExporter(format);
        ExportOptions options;
        options.metadata = {{"run_key", std::string(64, 'b')}};
        options.tool = "TaCQ Workbench:1";
        TACQ_TRY(const auto files, exporter.weightFiles({*base, true, &plan}, options));
        TACQ_TRY(const fs::path there, exporter.write({folder, packed, {}, *base, "card", context, plan.linears}, options));
        for (const PackedFileSize& file : files) CHECK(fs::file_size(there / file.path) == file.bytes);
        return Checkpoint::open(there);
    }
};

GridOptions grid(int bits, std::int64_t group, Symmetry symmetry) { return {bits, group, symmetry, ScaleType::F16}; }

Json configOf(const fs::path& folder) { return parseJson(readText(folder / "config.json").value(), "config.json").value().at("quantization_config"); }

std::vector<std::uint32_t> wordsOf(const fs::path& folder, const std::string& tensor) {
    const auto file = SafetensorsFile::open(folder / "model.safetensors");
    REQUIRE(file.ok());
    const auto words = file.value().typed<std::uint32_t>(tensor, "I32");
    REQUIRE(words.ok());
    return {words.value().begin(), words.value().end()};
}

}  // namespace

TEST_CASE("everyWidthAndGridThatFitsReadsBackToTheBit") {
    const Scratch scratch("words");
    int number = 0;
    for (const char* format : {"gptq", "autoround", "compressed-tensors"})
        for (const int bits : {2, 3, 4, 5, 6, 7, 8})
            for (const std::int64_t group : {std::int64_t{-1}, std::int64_t{32}, std::int64_t{48}})
                for (const Symmetry symmetry : {Symmetry::Symmetric, Symmetry::Asymmetric}) {
                    if (std::string(format) != "compressed-tensors" && bits > 4 && bits < 8) continue;
                    CAPTURE(format);
                    CAPTURE(bits);
                    CAPTURE(group);
                    const std::string name = std::to_string(++number);
                    const Truth truth(scratch.folder / (name + "-packed"), [&](const LinearInfo&) { return grid(bits, group, symmetry); });
                    const auto written = truth.write(format, scratch.folder / name);
                    REQUIRE_MESSAGE(written.ok(), formatError(written.error()));
                    int narrow = 0;
                    for (const PackedLinear& linear : truth.linears) {
                        std::vector<float> expected(static_cast<std::size_t>(linear.rows * linear.columns));
                        dequantizeRows(linear, 0, linear.rows, expected);
                        CHECK(written.value().readAll(linear.name).value() == expected);   // the sample is F32, so wide ones are exact too
                        narrow += written.value().find(linear.name)->type == TensorType::Words;
                    }
                    // Of the sample's matrices those with a side of 172 have no place in GPTQ's words.
                    CHECK(narrow == (std::string(format) == "compressed-tensors" ? 35 : 20));
                    fs::remove_all(scratch.folder / name);
                    fs::remove_all(scratch.folder / (name + "-packed"));
                }
}

TEST_CASE("symmetricZeroPointsAreTheWordsThatOthersKnow") {
    const Scratch scratch("zeros");
    const std::map<int, std::vector<std::uint32_t>> known{{2, {0x55555555}}, {3, {0xDB6DB6DB, 0xB6DB6DB6, 0x6DB6DB6D}}, {4, {0x77777777}}, {8, {0x7F7F7F7F}}};
    for (const auto& [bits, pattern] : known) {
        CAPTURE(bits);
        const std::string name = std::to_string(bits);
        const Truth truth(scratch.folder / (name + "-packed"), [bits = bits](const LinearInfo&) { return grid(bits, 32, Symmetry::Symmetric); });
        REQUIRE(truth.write("gptq", scratch.folder / name).ok());
        const auto words = wordsOf(scratch.folder / name, "model.layers.0.self_attn.q_proj.qzeros");
        for (std::size_t i = 0; i < words.size(); ++i) CHECK(words[i] == pattern[i % pattern.size()]);
        const Json config = configOf(scratch.folder / name);
        CHECK(config.at("checkpoint_format") == "gptq");
        CHECK(config == parseJson(readText(scratch.folder / name / "quantize_config.json").value(), "").value());
    }
}

TEST_CASE("aZeroPointOfZeroAsksForGptqsSecondVersionWhichAutoRoundHasNot") {
    const Scratch scratch("v2");
    const Truth truth(scratch.folder / "packed", [](const LinearInfo&) { return grid(4, 32, Symmetry::Asymmetric); }, 0, 0);
    const auto written = truth.write("gptq", scratch.folder / "gptq");
    REQUIRE(written.ok());
    CHECK(configOf(scratch.folder / "gptq").at("checkpoint_format") == "gptq_v2");
    std::vector<float> expected(64 * 64);
    dequantizeRows(truth.linears[0], 0, 64, expected);
    CHECK(written.value().readAll(truth.linears[0].name).value() == expected);
    CHECK(truth.write("autoround", scratch.folder / "ar").error().code == ErrorCode::InvalidArgument);
    CHECK_FALSE(fs::exists(scratch.folder / "ar"));
}

TEST_CASE("whatIsHeldOtherwiseIsNamedFusedAndUnfused") {
    const Scratch scratch("dynamic");
    const auto gridOf = [](const LinearInfo& linear) {
        const bool first = linear.layer == 0 && (linear.kind == LinearKind::Query || linear.kind == LinearKind::Key || linear.kind == LinearKind::Value);
        const bool alone = linear.layer == 1 && linear.kind == LinearKind::Query;
        return grid(first || alone ? 8 : 4, 32, Symmetry::Symmetric);
    };
    const Truth truth(scratch.folder / "packed", gridOf);
    REQUIRE(truth.write("gptq", scratch.folder / "gptq").ok());
    const Json dynamic = configOf(scratch.folder / "gptq").at("dynamic");
    // The first pattern that matches from the beginning decides, as in Python's re.match.
    const auto ruleOf = [&](const std::string& module) -> std::string {
        for (const auto& [pattern, rule] : dynamic.items())
            if (std::regex_search(module, std::regex(pattern.substr(2)))) return pattern.substr(0, 2) + (rule.contains("bits") ? std::to_string(rule.at("bits").get<int>()) : "");
        return "";
    };
    for (const char* leaf : {"q_proj", "k_proj", "v_proj", "qkv_proj"}) CHECK(ruleOf(std::string("model.layers.0.self_attn.") + leaf) == "+:8");
    CHECK(ruleOf("model.layers.0.self_attn.o_proj") == "");
    CHECK(ruleOf("model.layers.1.self_attn.q_proj") == "+:8");
    CHECK(ruleOf("model.layers.1.self_attn.qkv_proj") == "");   // its parts differ: nothing true can be said of the whole
    CHECK(ruleOf("model.layers.10.self_attn.q_proj") == "");
    for (const char* leaf : {"gate_proj", "up_proj", "gate_up_proj", "down_proj"}) CHECK(ruleOf(std::string("model.layers.3.mlp.") + leaf) == "-:");

    // transformers reads no `dynamic`; its own list says which modules of a block are codes.
    CHECK(configOf(scratch.folder / "gptq").at("modules_in_block_to_quantize") == Json::parse(R"([["self_attn.q_proj","self_attn.k_proj","self_attn.v_proj","self_attn.o_proj"]])"));

    REQUIRE(truth.write("autoround", scratch.folder / "ar").ok());
    const Json autoround = configOf(scratch.folder / "ar");
    CHECK(autoround.at("packing_format") == "auto_round:auto_gptq");
    CHECK(autoround.at("bits") == 4);
    CHECK(autoround.at("extra_config").at("model.layers.0.self_attn.q_proj").at("bits") == 8);
    CHECK(autoround.at("extra_config").at("model.layers.3.mlp.gate_proj").at("bits") == 16);

    REQUIRE(truth.write("compressed-tensors", scratch.folder / "ct").ok());
    const Json groups = configOf(scratch.folder / "ct").at("config_groups");
    std::map<std::string, int> bits;
    for (const auto& [name, group] : groups.items())
        for (const Json& target : group.at("targets")) CHECK(bits.emplace(target.get<std::string>(), group.at("weights").at("num_bits").get<int>()).second);
    CHECK(bits.size() == 35);   // every module by its name, none twice
    CHECK(bits.at("model.layers.1.self_attn.q_proj") == 8);
    CHECK(bits.at("model.layers.1.self_attn.k_proj") == 4);
}

TEST_CASE("fitsAreToldBeforeAndWhatDoesNotFitIsNotWritten") {
    const ExportOptions options;
    const auto fitOf = [&](const char* format, std::int64_t rows, std::int64_t columns, GridOptions grid, std::int64_t kept) { return findExporter(format)->fit({"m", rows, columns, grid, kept, ValueType::F16}, options); };
    const GridOptions four = grid(4, 128, Symmetry::Symmetric);
    CHECK(fitOf("gptq", 64, 64, four, 0).how == LinearFit::How::Exact);
    CHECK(fitOf("gptq", 64, 40, four, 0).how == LinearFit::How::Dense);
    CHECK(fitOf("gptq", 40, 64, four, 0).how == LinearFit::How::Dense);
    for (const char* format : {"gptq", "autoround", "compressed-tensors"}) {
        const LinearFit masked = fitOf(format, 64, 64, four, 3);
        CHECK(masked.how == LinearFit::How::OtherGrid);
        CHECK(masked.grid == four);   // the same pass, without the mask
        CHECK_FALSE(masked.why.empty());
    }
    const LinearFit five = fitOf("gptq", 64, 64, grid(5, -1, Symmetry::Symmetric), 0);
    CHECK(five.how == LinearFit::How::OtherGrid);
    CHECK(five.grid.bits == 8);
    CHECK(fitOf("gptq", 64, 64, grid(4, 24, Symmetry::Symmetric), 0).grid.groupSize == 16);
    CHECK(fitOf("gptq", 64, 64, grid(4, 8, Symmetry::Symmetric), 0).grid.groupSize == 16);
    GridOptions wide = four;
    wide.scaleType = ScaleType::F32;
    CHECK(fitOf("gptq", 64, 64, wide, 0).grid.scaleType == ScaleType::F16);
    CHECK(fitOf("compressed-tensors", 64, 64, wide, 0).how == LinearFit::How::Exact);

    const Scratch scratch("unfit");
    const Truth masked(scratch.folder / "packed", [&](const LinearInfo&) { return four; }, 0.05);
    CHECK(masked.write("gptq", scratch.folder / "out").error().code == ErrorCode::InvalidArgument);
    CHECK_FALSE(fs::exists(scratch.folder / "out"));
}

TEST_CASE("aSizeForFilesGivesShardsWithAnIndex") {
    const Scratch scratch("shards");
    const Truth truth(scratch.folder / "packed", [](const LinearInfo&) { return grid(4, 32, Symmetry::Symmetric); });
    const RunContext context;
    ExportOptions options;
    options.shardBytes = 200'000;
    for (const char* format : {"hf", "gptq"}) {
        CAPTURE(format);
        const auto files = findExporter(format)->weightFiles({*truth.base, true, &truth.plan}, options);
        REQUIRE(files.ok());
        CHECK(files.value().size() > 1);
        const auto there = findExporter(format)->write({scratch.folder / format, truth.packed, {}, *truth.base, "", context, truth.plan.linears}, options);
        REQUIRE(there.ok());
        for (const PackedFileSize& file : files.value()) CHECK(fs::file_size(there.value() / file.path) == file.bytes);
        CHECK(fs::exists(there.value() / "model.safetensors.index.json"));
        CHECK(Checkpoint::open(there.value()).ok());
    }
}

TEST_CASE("aModelWhoseFilesKeepMatricesTogetherIsRefusedByName") {
    addTestFamilies();
    const auto model = Checkpoint::open(fs::path(tacq::paths::testData()) / "family" / "fused");
    REQUIRE(model.ok());
    const PackedPlan plan = uniformPlan(model.value().linears(), denseTensors(model.value().linears(), model.value().tensors()), {}, EmbeddingBits::Source16, "source", "", "");
    for (const char* format : {"gptq", "autoround", "compressed-tensors"}) {
        const auto files = findExporter(format)->weightFiles({model.value(), true, &plan}, {});
        REQUIRE_FALSE(files.ok());
        CHECK(files.error().code == ErrorCode::UnsupportedModel);
        CHECK(files.error().message.find("Phi3ForCausalLM") != std::string::npos);
    }
}

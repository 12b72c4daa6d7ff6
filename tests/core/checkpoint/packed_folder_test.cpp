#include <doctest/doctest.h>

#include "base/json.h"
#include "gguf_builder.h"
#include "random_packed.h"
#include "tacq/checkpoint/packed_folder.h"
#include "tacq/checkpoint/packed_layer.h"

using namespace tacq;
namespace fs = std::filesystem;

namespace {

std::uint64_t safetensorsBytes(const fs::path& folder) {
    std::uint64_t sum = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".safetensors") sum += entry.file_size();
    return sum;
}

std::uint64_t sum(const std::vector<PackedFileSize>& sizes) {
    std::uint64_t total = 0;
    for (const auto& size : sizes) total += size.bytes;
    return total;
}

PackedPlan planFor(const Checkpoint& source, const std::vector<PackedLinear>& linears) {
    PackedPlan plan;
    for (const TensorInfo& tensor : source.tensors()) {
        bool linear = false;
        for (const auto& info : source.linears()) linear = linear || info.name == tensor.name;
        if (!linear) plan.dense.push_back(tensor);
    }
    for (const auto& linear : linears) {
        plan.linears.push_back(linear.shape());
        plan.linears.back().valueType = ValueType::F16;  // not known when a plan is made
    }
    plan.metadata = {{"base_sha256", std::string(64, 'a')}, {"run", std::string(16, 'b')}};
    return plan;
}

std::vector<float> dequantized(const PackedLinear& linear) {
    std::vector<float> values(static_cast<std::size_t>(linear.rows * linear.columns));
    dequantizeRows(linear, 0, linear.rows, values);
    return values;
}

struct Written {
    test::TemporaryFolder folder;
    test::Tensors tensors;
    std::vector<PackedLinear> linears;
    PackedPlan plan;
    fs::path path() const { return folder / "packed"; }
};

/// A tiny random model and its packed folder. `change` may alter the plan beforehand.
std::unique_ptr<Written> writePacked(unsigned seed, const std::function<void(PackedPlan&)>& change = {}, bool mixed = true) {
    auto written = std::make_unique<Written>();
    std::mt19937 random(seed);
    written->tensors = test::randomTensors(test::tinyConfig(), seed % 2 ? "F32" : "BF16", seed);
    test::writeModel(written->folder / "base", test::tinyConfig(), written->tensors);
    test::writeFile(written->folder / "base/tokenizer.json", "{ \"bytes\": 1 }\r\n");
    const auto source = Checkpoint::open(written->folder / "base");
    REQUIRE(source.ok());
    test::PackedChoice common = test::randomChoice(random);
    for (const auto& info : source.value().linears()) written->linears.push_back(test::randomPacked(info.name, info.rows, info.columns, mixed ? test::randomChoice(random) : common, random));
    written->plan = planFor(source.value(), written->linears);
    if (change) change(written->plan);
    const auto done = writePackedFolder(written->path(), written->plan, source.value(), [&](std::size_t i) { return Result<PackedLinear>(written->linears[i]); }, "# Card\n", {});
    if (!done.ok()) FAIL(formatError(done.error()));
    return written;
}

}  // namespace

TEST_CASE("a packed folder reads back to the same linears, dense tensors and side files") {
    for (unsigned seed = 1; seed <= 8; ++seed) {
        CAPTURE(seed);
        const auto written = writePacked(seed);
        const auto model = Checkpoint::open(written->path());
        if (!model.ok()) FAIL(formatError(model.error()));
        CHECK(model.value().kind() == CheckpointKind::Packed);
        CHECK(model.value().metadata().at("format") == "tacq-1");
        CHECK(model.value().metadata().at("run") == std::string(16, 'b'));
        for (const PackedLinear& linear : written->linears) {
            CAPTURE(linear.name);
            const auto back = model.value().readPacked(linear.name);
            if (!back.ok()) FAIL(formatError(back.error()));
            CHECK(back.value().codes == linear.codes);
            CHECK(back.value().scales == linear.scales);
            CHECK(back.value().zeros == linear.zeros);
            CHECK(back.value().rowOffsets == linear.rowOffsets);
            CHECK(back.value().keptColumns == linear.keptColumns);
            CHECK(back.value().keptValues == linear.keptValues);
            CHECK(back.value().grid.groupSize == linear.grid.groupSize);
            CHECK(back.value().grid.symmetry == linear.grid.symmetry);
            CHECK(model.value().readAll(linear.name).value() == dequantized(linear));
            CHECK(model.value().find(linear.name)->type == TensorType::Packed);
            std::vector<float> rows(static_cast<std::size_t>(3 * linear.columns));
            REQUIRE(model.value().readRows(linear.name, 2, 5, rows).ok());
            CHECK(std::equal(rows.begin(), rows.end(), dequantized(linear).begin() + 2 * linear.columns));
        }
        for (const TensorInfo& tensor : written->plan.dense) CHECK(model.value().readAll(tensor.name).value() == written->tensors.at(tensor.name).values);
        CHECK(test::readFile(written->path() / "tokenizer.json") == "{ \"bytes\": 1 }\r\n");
        CHECK(test::readFile(written->path() / "README.md") == "# Card\n");
        CHECK(model.value().identity().ok());
    }
}

TEST_CASE("the files have the sizes that were foretold, sharded or not, whatever the value types") {
    for (unsigned seed = 10; seed < 40; ++seed) {
        CAPTURE(seed);
        const std::uint64_t shardBytes = seed % 3 == 0 ? 700 : seed % 3 == 1 ? 3000 : 5'000'000'000ull;
        const auto written = writePacked(seed, [&](PackedPlan& plan) {
            plan.shardBytes = shardBytes;
            plan.embeddingBits = seed % 2 ? EmbeddingBits::Eight : EmbeddingBits::Source16;
            plan.tensorDtype = seed % 4 == 0 ? "f16" : seed % 4 == 1 ? "source" : seed % 4 == 2 ? "bf16" : "f32";
        });
        const auto sizes = packedFileSizes(written->plan);
        REQUIRE(sizes.ok());
        for (const auto& size : sizes.value()) CHECK(fs::file_size(written->path() / size.path) == size.bytes);
        CHECK(sum(sizes.value()) == safetensorsBytes(written->path()));
        CHECK((sizes.value().size() > 2) == (shardBytes < 5000));
        const auto model = Checkpoint::open(written->path());
        if (!model.ok()) FAIL(formatError(model.error()));
        for (const auto& linear : written->linears) CHECK(model.value().readAll(linear.name).value() == dequantized(linear));
    }
}

TEST_CASE("a plan's size depends on how many weights are kept, not on where they lie") {
    const auto written = writePacked(77);
    PackedPlan plan = written->plan;
    std::int64_t all = 0;
    for (PackedShape& linear : plan.linears) {
        linear.kept = 0;
        all += linear.rows * linear.columns;
    }
    const std::uint64_t none = sum(packedFileSizes(plan).value());
    std::mt19937 random(77);
    for (const std::int64_t kept : {std::int64_t{0}, std::int64_t{1}, std::int64_t{9}, std::int64_t{10}, std::int64_t{101}, all / 3, all}) {
        for (int round = 0; round < 4; ++round) {
            for (PackedShape& linear : plan.linears) linear.kept = 0;
            for (std::int64_t left = kept; left > 0;) {
                PackedShape& linear = plan.linears[random() % plan.linears.size()];
                const std::int64_t some = std::min<std::int64_t>({left, linear.rows * linear.columns - linear.kept, static_cast<std::int64_t>(random() % 50 + 1)});
                linear.kept += some;
                left -= some;
            }
            CHECK(sum(packedFileSizes(plan).value()) == none + 4 * static_cast<std::uint64_t>(kept));
        }
    }
}

TEST_CASE("config.json carries the common grid and the exceptions, and keeps the base's fields") {
    const auto uniform = writePacked(50, {}, false);
    const Json config = parseJson(test::readFile(uniform->path() / "config.json"), "").value();
    const Json& quantization = config["quantization_config"];
    CHECK(quantization["quant_method"] == "tacq");
    CHECK(quantization["version"] == 2);
    // Other programs must not take it for a plain Llama.
    CHECK(config["model_type"] == "tacq");
    CHECK(config["architectures"] == Json::array({"TacqForCausalLM"}));
    CHECK(quantization["bits"] == uniform->linears.front().grid.bits);
    CHECK(quantization["overrides"].empty());
    CHECK(config["base_config"]["vocab_size"] == 24);
    CHECK(config["base_config"]["model_type"] == "llama");
    CHECK_FALSE(config["base_config"].contains("quantization_config"));
    const auto mixed = writePacked(51);
    CHECK_FALSE(parseJson(test::readFile(mixed->path() / "config.json"), "").value()["quantization_config"]["overrides"].empty());
}

TEST_CASE("8-bit embeddings hold Q8_0's values, short last blocks included") {
    std::mt19937 random(7);
    std::normal_distribution<float> normal(0, 1);
    for (const std::int64_t columns : {std::int64_t{32}, std::int64_t{16}, std::int64_t{70}}) {
        std::vector<float> values(static_cast<std::size_t>(5 * columns));
        for (float& value : values) value = normal(random);
        for (std::int64_t i = 0; i < columns; ++i) values[static_cast<std::size_t>(columns + i)] = 0;
        auto once = values;
        roundTripCodes8(once, columns);
        auto twice = once;
        roundTripCodes8(twice, columns);
        CHECK(once == twice);  // what is on the grid stays there
        float worst = 0;
        for (std::size_t i = 0; i < values.size(); ++i) worst = std::max(worst, std::abs(values[i] - once[i]));
        CHECK(worst <= 4.0f / 127 / 2 * 1.01f);
    }
    const auto written = writePacked(60, [](PackedPlan& plan) { plan.embeddingBits = EmbeddingBits::Eight; });
    const auto model = Checkpoint::open(written->path());
    REQUIRE(model.ok());
    for (const char* name : {"model.embed_tokens.weight", "lm_head.weight"}) {
        auto expected = written->tensors.at(name).values;
        roundTripCodes8(expected, 16);
        CHECK(model.value().readAll(name).value() == expected);
        CHECK(model.value().find(name)->bytes == 24 * 16 + 24 * 2);
    }
    CHECK(model.value().readAll("model.norm.weight").value() == written->tensors.at("model.norm.weight").values);
}

TEST_CASE("8-bit codes are those of the reference block arithmetic") {
    // Hand-worked: the largest value of the block is 127, so the scale is 1; halves are rounded away from zero.
    std::vector<float> values(32, 0.0f);
    values[0] = 127;
    values[1] = 2.5f;
    values[2] = -2.5f;
    values[3] = 0.49f;
    std::vector<std::int8_t> codes(32);
    std::vector<std::uint16_t> scales(1);
    quantizeCodes8(values, 32, codes, scales);
    CHECK(scales[0] == 0x3c00);
    CHECK(static_cast<int>(codes[0]) == 127);
    CHECK(static_cast<int>(codes[1]) == 3);
    CHECK(static_cast<int>(codes[2]) == -3);
    CHECK(static_cast<int>(codes[3]) == 0);
}

TEST_CASE("a folder of version 1 opens as the same model") {
    const auto written = writePacked(52);
    const auto now = Checkpoint::open(written->path());
    REQUIRE(now.ok());
    Json config = parseJson(test::readFile(written->path() / "config.json"), "").value();
    Json earlier = config["base_config"];
    earlier["quantization_config"] = config["quantization_config"];
    earlier["quantization_config"]["version"] = 1;
    test::writeFile(written->path() / "config.json", dumpJson(earlier, 2));
    const auto then = Checkpoint::open(written->path());
    REQUIRE(then.ok());
    CHECK(then.value().kind() == CheckpointKind::Packed);
    CHECK(then.value().identity().value() == now.value().identity().value());
    CHECK(then.value().readAll(written->linears.front().name).value() == now.value().readAll(written->linears.front().name).value());
    // A wrapper without its inside is damaged.
    config.erase("base_config");
    test::writeFile(written->path() / "config.json", dumpJson(config, 2));
    CHECK(Checkpoint::open(written->path()).error().code == ErrorCode::InvalidFile);
}

TEST_CASE("unknown versions and formats of packed folders are refused") {
    const auto written = writePacked(70);
    const std::string config = test::readFile(written->path() / "config.json");
    std::string newer = config;
    newer.replace(newer.find("\"version\": 2"), 12, "\"version\": 3");
    test::writeFile(written->path() / "config.json", newer);
    CHECK(Checkpoint::open(written->path()).error().code == ErrorCode::UnsupportedFormat);
    test::writeFile(written->path() / "config.json", config);
    REQUIRE(Checkpoint::open(written->path()).ok());
    std::string weights = test::readFile(written->path() / "model.safetensors");
    weights.replace(weights.find("tacq-1"), 6, "tacq-2");
    test::writeFile(written->path() / "model.safetensors", weights);
    CHECK(Checkpoint::open(written->path()).error().code == ErrorCode::UnsupportedFormat);
    fs::remove(written->path() / "tacq/outliers.safetensors");
    CHECK(Checkpoint::open(written->path()).error().code == ErrorCode::NotFound);
}

TEST_CASE("sizes, offsets and columns that break the format are refused") {
    const auto written = writePacked(80, {}, false);
    const fs::path outliers = written->path() / "tacq/outliers.safetensors", weights = written->path() / "model.safetensors";
    const std::string good = test::readFile(outliers), goodWeights = test::readFile(weights);
    std::size_t which = 0;
    while (written->linears[which].kept() < 4 || written->linears[which].rowOffsets[1] < 2) ++which;
    const PackedLinear& linear = written->linears[which];
    const std::string prefix = linear.name.substr(0, linear.name.size() - 7);
    const auto damaged = [&](const std::string& part, std::size_t at, const std::string& bytes) {
        const auto file = SafetensorsFile::open(outliers);
        std::string text = good;
        text.replace(file.value().find(prefix + part)->offset + at, bytes.size(), bytes);
        test::writeFile(outliers, text);
        const auto result = Checkpoint::open(written->path());
        test::writeFile(outliers, good);
        REQUIRE_FALSE(result.ok());
        CHECK(result.error().code == ErrorCode::InvalidFile);
        return result.error().message;
    };
    const auto little = [](auto value) { std::string bytes; test::put(bytes, value); return bytes; };
    CHECK(damaged(".row_offsets", 0, little(std::int32_t{1})) == "row offsets do not begin at 0");
    CHECK(damaged(".row_offsets", 4, little(std::int32_t{-1})) == "row offsets fall");
    CHECK(damaged(".row_offsets", 4, little(std::int32_t{1 << 30})) == "row offsets leave the kept weights");
    CHECK(damaged(".row_offsets", static_cast<std::size_t>(linear.rows) * 4, little(static_cast<std::int32_t>(linear.kept() - 1))).starts_with("row offsets"));
    CHECK(damaged(".columns", 0, little(std::uint16_t{60000})) == "a kept column lies outside the row");
    CHECK(damaged(".columns", 2, little(static_cast<std::uint16_t>(linear.keptColumns[0]))) == "kept columns of a row do not ascend");
    std::string wrongBits = test::readFile(written->path() / "config.json");
    const std::string from = "\"bits\": " + std::to_string(linear.grid.bits), to = "\"bits\": " + std::to_string(linear.grid.bits == 8 ? 2 : linear.grid.bits + 1);
    wrongBits.replace(wrongBits.find(from), from.size(), to);
    test::writeFile(written->path() / "config.json", wrongBits);
    const auto result = Checkpoint::open(written->path());
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().message.find("disagrees") != std::string::npos);
}

TEST_CASE("a plan that does not fit, a failing source or a taken name leave nothing behind") {
    const test::TemporaryFolder folder;
    test::writeModel(folder / "base", test::tinyConfig(), test::randomTensors(test::tinyConfig()));
    const auto source = Checkpoint::open(folder / "base");
    REQUIRE(source.ok());
    std::mt19937 random(1);
    std::vector<PackedLinear> linears;
    for (const auto& info : source.value().linears()) linears.push_back(test::randomPacked(info.name, info.rows, info.columns, test::randomChoice(random), random));
    PackedPlan plan = planFor(source.value(), linears);
    const auto write = [&](const PackedPlan& p, const std::function<Result<PackedLinear>(std::size_t)>& linear, const RunContext& context = {}) {
        return writePackedFolder(folder / "out", p, source.value(), linear, "", context).error().code;
    };
    const auto failing = [](std::size_t) { return Result<PackedLinear>(Error{ErrorCode::Cancelled, "stop", "", ""}); };
    CHECK(write(plan, failing) == ErrorCode::Cancelled);
    CHECK_FALSE(fs::exists(folder / "out"));
    PackedPlan other = plan;
    other.linears[3].kept += 1;
    CHECK(write(other, [&](std::size_t i) { return Result<PackedLinear>(linears[i]); }) == ErrorCode::Internal);
    CHECK_FALSE(fs::exists(folder / "out"));
    std::stop_source stop;
    stop.request_stop();
    RunContext stopped;
    stopped.stop = stop.get_token();
    CHECK(write(plan, [&](std::size_t i) { return Result<PackedLinear>(linears[i]); }, stopped) == ErrorCode::Cancelled);
    fs::create_directory(folder / "out");
    CHECK(write(plan, failing) == ErrorCode::AlreadyExists);
    plan.tensorDtype = "f8";
    CHECK(packedFileSizes(plan).error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("a layer file reads back to the same linears in the same order") {
    const test::TemporaryFolder folder;
    std::mt19937 random(3);
    std::vector<PackedLinear> linears;
    for (const char* name : {"z.weight", "a.weight", "m.weight"}) linears.push_back(test::randomPacked(name, 7, 72, test::randomChoice(random), random));
    REQUIRE(writePackedLayer(folder / "layer.safetensors", linears, {{"key", "value"}}).ok());
    const auto back = readPackedLayer(folder / "layer.safetensors");
    if (!back.ok()) FAIL(formatError(back.error()));
    REQUIRE(back.value().size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(back.value()[i].name == linears[i].name);
        CHECK(back.value()[i].codes == linears[i].codes);
        CHECK(back.value()[i].keptValues == linears[i].keptValues);
        CHECK(dequantized(back.value()[i]) == dequantized(linears[i]));
    }
    const auto mapped = PackedLayerFile::open(folder / "layer.safetensors");
    REQUIRE(mapped.ok());
    CHECK(mapped.value().find("absent") == -1);
    REQUIRE(mapped.value().find("a.weight") == 1);
    CHECK(mapped.value().rows(1) == 7);
    CHECK(mapped.value().columns(1) == 72);
    for (std::size_t i = 0; i < 3; ++i) {
        const PackedShape said = mapped.value().shape(i), is = linears[i].shape();
        CHECK((said.name == is.name && said.rows == is.rows && said.columns == is.columns && said.grid == is.grid && said.kept == is.kept && said.valueType == is.valueType));
    }
    const std::vector<float> whole = dequantized(linears[1]);
    for (std::int64_t begin = 0; begin < 7; ++begin)
        for (std::int64_t end = begin + 1; end <= 7; ++end) {
            const auto part = mapped.value().readRows(1, begin, end);
            REQUIRE(part.ok());
            CHECK(dequantized(part.value()) == std::vector<float>(whole.begin() + begin * 72, whole.begin() + end * 72));
            mapped.value().release(1);
        }
    CHECK(SafetensorsFile::open(folder / "layer.safetensors").value().metadata().at("key") == "value");
    test::writeTensors(folder / "other.safetensors", {{"a", {"F32", {1}, {1}}}});
    CHECK(readPackedLayer(folder / "other.safetensors").error().code == ErrorCode::UnsupportedFormat);
    CHECK(readPackedLayer(folder / "absent.safetensors").error().code == ErrorCode::NotFound);
}

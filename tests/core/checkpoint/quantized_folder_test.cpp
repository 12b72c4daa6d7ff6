// A quantized artifact: packed linears and the dense tensors that changed with them.
#include <doctest/doctest.h>

#include <sys/stat.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>

#include "base/json.h"
#include "random_packed.h"
#include "tacq/base/half.h"
#include "tacq/checkpoint/packed_folder.h"
#include "tacq/checkpoint/packed_layer.h"
#include "tacq/checkpoint/packed_shapes.h"
#include "tacq/checkpoint/quantized_folder.h"
#include "tacq/numerics/stored_values.h"
#include "tiny_model.h"

using namespace tacq;
namespace fs = std::filesystem;

namespace {

constexpr const char* kGain = "model.layers.1.input_layernorm.weight";
constexpr const char* kEmbedding = "model.embed_tokens.weight";
constexpr const char* kBias = "model.layers.0.mlp.up_proj.bias";

/// A tiny model and an artifact of it without changes.
struct Fixture {
    test::TemporaryFolder folder;
    test::Tensors tensors;
    std::shared_ptr<const Checkpoint> base;
    std::vector<PackedLinear> linears;
    fs::path before;

    explicit Fixture(const std::string& dtype = "BF16") : tensors(test::randomTensors(test::tinyConfig(), dtype)), before(folder / "before") {
        test::writeModel(folder / "base", test::tinyConfig(), tensors);
        test::writeFile(folder / "base/tokenizer.json", "{ }");
        base = std::make_shared<Checkpoint>(Checkpoint::open(folder / "base").value());
        std::mt19937 random(3);
        fs::create_directory(before);
        for (const LinearInfo& info : base->linears())
            linears.push_back(test::randomPacked(info.name, info.rows, info.columns, {.grid = {.bits = 3, .groupSize = 8}, .keptShare = 0.1}, random));
        const std::size_t half = linears.size() / 2;
        for (std::size_t layer = 0; layer < 2; ++layer) {
            const std::vector<PackedLinear> block(linears.begin() + static_cast<std::ptrdiff_t>(layer * half), linears.begin() + static_cast<std::ptrdiff_t>((layer + 1) * half));
            REQUIRE(writePackedLayer(layerFile(before, static_cast<std::int64_t>(layer)), block, {{kSquaredErrorsKey, squaredErrorsText(std::vector<double>(half, 0.1))}}).ok());
        }
    }

    fs::path make(const std::string& name) const {
        fs::create_directory(folder / name);
        return folder / name;
    }
    /// An artifact with these dense tensors and the linears as they are.
    fs::path changed(const std::string& name, const DenseOverrides& dense) const {
        const fs::path to = make(name);
        QuantizedChange change;
        change.dense = dense;
        const auto done = rewriteQuantized(before, to, *base, change, {});
        REQUIRE_MESSAGE(done.ok(), formatError(done.error()));
        return to;
    }
    std::vector<float> read(const Checkpoint& model, const std::string& name) const { return model.readAll(name).value(); }
};

DenseTensor counted(const std::string& name, TensorType type, std::vector<std::int64_t> shape, float first = 0.5f) {
    DenseTensor tensor{name, type, std::move(shape), {}};
    std::int64_t count = 1;
    for (const auto size : tensor.shape) count *= size;
    for (std::int64_t i = 0; i < count; ++i) tensor.values.push_back(first + 0x1p-7f * static_cast<float>(i));
    return tensor;
}

/// Biases of every MLP linear, which the base does not have.
std::vector<DenseTensor> biases(const Checkpoint& base) {
    std::vector<DenseTensor> tensors;
    for (const LinearInfo& linear : base.linears())
        if (linear.kind == LinearKind::Gate || linear.kind == LinearKind::Up || linear.kind == LinearKind::Down)
            tensors.push_back(counted(linear.name.substr(0, linear.name.size() - 6) + "bias", TensorType::F32, {linear.rows}, static_cast<float>(tensors.size())));
    return tensors;
}

PackedPlan planOf(const Checkpoint& base, const std::vector<PackedLinear>& linears, EmbeddingBits embedding = EmbeddingBits::Source16) {
    PackedPlan plan;
    plan.dense = denseTensors(base.linears(), base.tensors());
    for (const PackedLinear& linear : linears) plan.linears.push_back(linear.shape());
    plan.embeddingBits = embedding;
    return plan;
}

std::string configOf(const fs::path& folder) { return test::readFile(folder / "config.json"); }

ino_t inode(const fs::path& file) {
    struct stat status {};
    REQUIRE(::stat(file.c_str(), &status) == 0);
    return status.st_ino;
}

}  // namespace

TEST_CASE("an artifact without changes leaves the base itself") {
    const Fixture fixture;
    const auto same = withOverrides(fixture.base, fixture.before);
    REQUIRE(same.ok());
    CHECK(same.value() == fixture.base);
    CHECK(same.value()->changed().empty());
    // Rewritten without a change, every file is the same byte for byte, and there is no further one.
    const fs::path to = fixture.make("same");
    QuantizedChange change;
    change.linear = [](std::size_t, PackedLinear&) -> Result<bool> { return false; };
    REQUIRE(rewriteQuantized(fixture.before, to, *fixture.base, change, {}).ok());
    for (const std::int64_t layer : {0, 1}) CHECK(test::readFile(layerFile(to, layer)) == test::readFile(layerFile(fixture.before, layer)));
    CHECK(std::distance(fs::directory_iterator(to), fs::directory_iterator()) == 2);
}

TEST_CASE("changed dense tensors take the place of the base's, in the type they were given") {
    const Fixture fixture;
    const DenseTensor gain = counted(kGain, TensorType::BF16, {16}), embedding = counted(kEmbedding, TensorType::Q8_0, {24, 16});
    const DenseTensor norm = counted("model.norm.weight", TensorType::F32, {16}, 0.1f);
    const fs::path folder = fixture.changed("after", DenseOverrides::fromValues({gain, embedding, norm}));
    const auto view = withOverrides(fixture.base, folder);
    REQUIRE_MESSAGE(view.ok(), formatError(view.error()));
    const Checkpoint& model = *view.value();

    // Names in model order.
    const std::vector<std::string> names(model.changed().begin(), model.changed().end());
    CHECK(names == std::vector<std::string>{kEmbedding, kGain, "model.norm.weight"});
    CHECK(model.find(kGain)->type == TensorType::BF16);
    CHECK(model.find(kEmbedding)->type == TensorType::Q8_0);
    CHECK(model.find("model.norm.weight")->type == TensorType::F32);
    for (const DenseTensor* tensor : {&gain, &embedding, &norm}) {
        std::vector<float> stored = tensor->values;
        roundToStored(tensor->type, tensor->shape.back(), stored);
        CHECK(fixture.read(model, tensor->name) == stored);
    }
    // All else is the base's: values, order, linears, side files.
    REQUIRE(model.tensors().size() == fixture.base->tensors().size());
    for (std::size_t i = 0; i < model.tensors().size(); ++i) {
        const std::string& name = model.tensors()[i].name;
        CHECK(name == fixture.base->tensors()[i].name);
        if (std::find(names.begin(), names.end(), name) == names.end()) CHECK(fixture.read(model, name) == fixture.read(*fixture.base, name));
    }
    CHECK(model.sideFiles() == fixture.base->sideFiles());
    CHECK(model.sideFile("config.json").value() == fixture.base->sideFile("config.json").value());
    CHECK(model.identity().value() != fixture.base->identity().value());
    // Equal changes make an equal model.
    const fs::path again = fixture.changed("again", DenseOverrides::fromValues({norm, embedding, gain}));
    CHECK(withOverrides(fixture.base, again).value()->identity().value() == model.identity().value());
    CHECK(test::readFile(denseFile(again)) == test::readFile(denseFile(folder)));
    fs::path other = fixture.changed("other", DenseOverrides::fromValues({counted(kGain, TensorType::BF16, {16}, 0.75f), embedding, norm}));
    CHECK(withOverrides(fixture.base, other).value()->identity().value() != model.identity().value());
}

TEST_CASE("the artifact opens as the model that it is") {
    const Fixture fixture;
    const DenseTensor gain = counted(kGain, TensorType::F16, {16});
    const fs::path folder = fixture.changed("after", DenseOverrides::fromValues({gain}));
    const auto opened = openQuantized(fixture.base, folder);
    REQUIRE_MESSAGE(opened.ok(), formatError(opened.error()));
    const Checkpoint& model = *opened.value();
    CHECK(model.kind() == CheckpointKind::Packed);
    CHECK(fixture.read(model, kGain) == gain.values);
    for (const PackedLinear& linear : fixture.linears) {
        std::vector<float> expected(static_cast<std::size_t>(linear.rows * linear.columns));
        dequantizeRows(linear, 0, linear.rows, expected);
        CHECK(fixture.read(model, linear.name) == expected);
        CHECK(model.readPacked(linear.name).value().keptValues == linear.keptValues);
    }
    // A packed folder made of it is the same model, and so says its identity but for the types of what stands dense.
    const auto dense = withOverrides(fixture.base, folder);
    QuantizedFolder blocks(folder, fixture.base->linears());
    REQUIRE(writePackedFolder(fixture.folder / "packed", planOf(*dense.value(), fixture.linears), *dense.value(), [&](std::size_t i) { return blocks.read(i); }, "", {}).ok());
    const auto packed = Checkpoint::open(fixture.folder / "packed");
    REQUIRE(packed.ok());
    for (const TensorInfo& tensor : model.tensors()) CHECK(fixture.read(packed.value(), tensor.name) == fixture.read(model, tensor.name));
    CHECK(packed.value().identity().value() == model.identity().value());
    // What its linears are like is told by the headers: of weights that cannot be, too.
    const std::vector<PackedShape> shapes = packedShapes(packed.value()).value();
    REQUIRE(shapes.size() == fixture.linears.size());
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const PackedShape expected = fixture.linears[i].shape();
        CHECK((shapes[i].name == expected.name && shapes[i].rows == expected.rows && shapes[i].columns == expected.columns && shapes[i].grid == expected.grid));
        CHECK((shapes[i].kept == expected.kept && shapes[i].valueType == expected.valueType && shapes[i].extra.empty()));
    }
    CHECK(packedShapes(model).value().size() == shapes.size());
    CHECK(packedShapes(*fixture.base).error().code == ErrorCode::UnsupportedFormat);
    std::string bytes = test::readFile(fixture.folder / "packed/model.safetensors");
    std::uint64_t header = 0;
    std::memcpy(&header, bytes.data(), sizeof header);
    std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(8 + header), bytes.end(), '\xff');
    test::writeFile(fixture.folder / "packed/model.safetensors", bytes);
    const auto damaged = Checkpoint::open(fixture.folder / "packed");
    REQUIRE(damaged.ok());
    CHECK_FALSE(damaged.value().readPacked(shapes.front().name).ok());
    CHECK(packedShapes(damaged.value()).value().size() == shapes.size());
}

TEST_CASE("packed and Hugging Face folders hold what changed, and say so") {
    const Fixture fixture;
    const DenseTensor gain = counted(kGain, TensorType::F32, {16}, 0.1f), embedding = counted(kEmbedding, TensorType::Q8_0, {24, 16});
    const fs::path folder = fixture.changed("after", DenseOverrides::fromValues({gain, embedding}));
    const auto dense = withOverrides(fixture.base, folder).value();
    std::vector<float> stored = embedding.values;
    roundToStored(TensorType::Q8_0, 16, stored);
    for (const EmbeddingBits bits : {EmbeddingBits::Source16, EmbeddingBits::Eight}) {
        const fs::path out = fixture.folder / (bits == EmbeddingBits::Eight ? "packed8" : "packed16");
        const PackedPlan plan = planOf(*dense, fixture.linears, bits);
        REQUIRE(writePackedFolder(out, plan, *dense, [&](std::size_t i) { return Result<PackedLinear>(fixture.linears[i]); }, "", {}).ok());
        const std::vector<PackedFileSize> sizes = packedFileSizes(plan).value();
        for (const PackedFileSize& file : sizes) CHECK(fs::file_size(out / file.path) == file.bytes);
        CHECK(parseJson(configOf(out), "config").value().at("changed") == Json{kEmbedding, kGain});
        const auto packed = Checkpoint::open(out);
        REQUIRE(packed.ok());
        CHECK(packed.value().changed().size() == 2);
        CHECK(fixture.read(packed.value(), kGain) == gain.values);
        // Scales and codes are found again by the arithmetic that made them: 8 bits keep the trained scales, 16 what they say.
        auto expected = stored;
        if (bits == EmbeddingBits::Source16) roundToStored(TensorType::F16, 16, expected);
        CHECK(fixture.read(packed.value(), kEmbedding) == expected);
        // A packed folder that is written again still names them.
        const fs::path copy = fixture.folder / (out.filename().string() + "-copy");
        REQUIRE(writePackedFolder(copy, planOf(packed.value(), fixture.linears, bits), packed.value(), [&](std::size_t i) { return Result<PackedLinear>(fixture.linears[i]); }, "", {}).ok());
        CHECK(configOf(copy) == configOf(out));
    }
    HuggingFaceOptions options;
    options.dtype = "bf16";
    options.dtypes[kGain] = "F32";
    REQUIRE(writeHuggingFaceFolder(fixture.folder / "hf", *dense, options, {}).ok());
    const auto hf = Checkpoint::open(fixture.folder / "hf");
    REQUIRE(hf.ok());
    CHECK(fixture.read(hf.value(), kGain) == gain.values);
    CHECK(hf.value().find(kEmbedding)->type == TensorType::BF16);
    const std::vector<PackedFileSize> sizes = huggingFaceFiles(*dense, options).value();
    for (const PackedFileSize& file : sizes) CHECK(fs::file_size(fixture.folder / "hf" / file.path) == file.bytes);
}

TEST_CASE("a tensor that the base does not have comes with what config.json must say of it") {
    const Fixture fixture("F32");
    const auto added = biases(*fixture.base);
    const fs::path folder = fixture.changed("after", DenseOverrides::fromValues(added, R"({"mlp_bias":true})"));
    const auto view = withOverrides(fixture.base, folder);
    REQUIRE_MESSAGE(view.ok(), formatError(view.error()));
    CHECK(view.value()->config().mlpBias);
    CHECK(view.value()->tensors().size() == fixture.base->tensors().size() + added.size());
    REQUIRE(view.value()->find(kBias));
    CHECK(fixture.read(*view.value(), kBias) == added[1].values);
    // Written out, it is a model of its own.
    REQUIRE(writeHuggingFaceFolder(fixture.folder / "hf", *view.value(), {}, {}).ok());
    const auto hf = Checkpoint::open(fixture.folder / "hf");
    REQUIRE_MESSAGE(hf.ok(), formatError(hf.error()));
    CHECK(hf.value().config().mlpBias);
    CHECK(fixture.read(hf.value(), kBias) == added[1].values);
    REQUIRE(writePackedFolder(fixture.folder / "packed", planOf(*view.value(), fixture.linears), *view.value(), [&](std::size_t i) { return Result<PackedLinear>(fixture.linears[i]); }, "", {}).ok());
    const auto packed = Checkpoint::open(fixture.folder / "packed");
    REQUIRE_MESSAGE(packed.ok(), formatError(packed.error()));
    CHECK(packed.value().changed().size() == added.size());
    CHECK(fixture.read(packed.value(), kBias) == added[1].values);
    // A later step keeps both the tensors and the setting.
    const fs::path later = fixture.make("later");
    QuantizedChange change;
    change.dense = DenseOverrides::fromValues({counted(kGain, TensorType::F32, {16})});
    REQUIRE(rewriteQuantized(folder, later, *fixture.base, change, {}).ok());
    const auto both = withOverrides(fixture.base, later);
    REQUIRE_MESSAGE(both.ok(), formatError(both.error()));
    CHECK(both.value()->changed().size() == added.size() + 1);
    CHECK(fixture.read(*both.value(), kBias) == added[1].values);
    CHECK(fixture.read(*both.value(), kGain) == counted(kGain, TensorType::F32, {16}).values);
}

TEST_CASE("a step changes scales and kept values, and a killed one goes on to the same bytes") {
    const Fixture fixture;
    int asked = 0;
    QuantizedChange change;
    change.dense = DenseOverrides::fromValues({counted(kGain, TensorType::BF16, {16})});
    change.linear = [&](std::size_t index, PackedLinear& linear) -> Result<bool> {
        ++asked;
        CHECK(linear.name == fixture.base->linears()[index].name);
        if (index % 2 == 1) return false;
        std::vector<float> scales = linear.scales, kept = linear.keptValues;
        for (float& scale : scales) scale *= 1.25f;
        for (float& value : kept) value += 0.125f;
        TACQ_CHECK(storeScales(linear, scales));
        TACQ_CHECK(storeKeptValues(linear, kept));
        return true;
    };
    const fs::path whole = fixture.make("whole");
    REQUIRE(rewriteQuantized(fixture.before, whole, *fixture.base, change, {}).ok());
    CHECK(asked == 14);
    std::vector<PackedLinear> after;
    for (const std::int64_t layer : {0, 1})
        for (auto block = readPackedLayer(layerFile(whole, layer)).value(); auto& linear : block) after.push_back(std::move(linear));
    const std::vector<double> errors = squaredErrors(whole, *fixture.base).value();
    for (std::size_t i = 0; i < after.size(); ++i) {
        CAPTURE(i);
        const PackedLinear& old = fixture.linears[i];
        CHECK(after[i].codes == old.codes);
        CHECK(after[i].zeros == old.zeros);
        CHECK(after[i].keptColumns == old.keptColumns);
        CHECK((after[i].scales == old.scales) == (i % 2 == 1));
        CHECK((after[i].keptValues == old.keptValues) == (i % 2 == 1 || old.kept() == 0));
        double expected = 0.1;
        if (i % 2 == 0) {
            std::vector<float> values(static_cast<std::size_t>(old.rows * old.columns));
            dequantizeRows(after[i], 0, old.rows, values);
            const auto original = fixture.read(*fixture.base, old.name);
            expected = 0;
            for (std::size_t j = 0; j < values.size(); ++j) expected += std::pow(static_cast<double>(original[j]) - static_cast<double>(values[j]), 2);
        }
        CHECK(errors[i] == doctest::Approx(expected).epsilon(1e-12));
    }
    // The files are as long as they were: no byte is added.
    for (const std::int64_t layer : {0, 1}) {
        const auto size = [&](const fs::path& folder) {
            std::uint64_t sum = 0;
            for (const auto block = readPackedLayer(layerFile(folder, layer)).value(); const auto& linear : block) sum += linear.codes.size() * 4 + linear.scales.size() * 2 + linear.zeros.size() + linear.keptValues.size() * 2;
            return sum;
        };
        CHECK(size(whole) == size(fixture.before));
    }

    // Killed in the second block: the first stays as it lies there, and the end is the same.
    const fs::path killed = fixture.make("killed");
    QuantizedChange dies = change;
    dies.linear = [&](std::size_t index, PackedLinear& linear) -> Result<bool> {
        if (index >= 9) return Error{ErrorCode::Cancelled, "killed", "", ""};
        return change.linear(index, linear);
    };
    CHECK(rewriteQuantized(fixture.before, killed, *fixture.base, dies, {}).error().code == ErrorCode::Cancelled);
    const ino_t first = inode(layerFile(killed, 0));
    CHECK_FALSE(fs::exists(layerFile(killed, 1)));
    asked = 0;
    REQUIRE(rewriteQuantized(fixture.before, killed, *fixture.base, change, {}).ok());
    CHECK(asked == 7);
    CHECK(inode(layerFile(killed, 0)) == first);
    for (const fs::path& file : {layerFile("", 0), layerFile("", 1), denseFile("")}) CHECK(test::readFile(killed / file) == test::readFile(whole / file));
    // A damaged block is made again.
    test::writeFile(layerFile(killed, 0), "no block");
    REQUIRE(rewriteQuantized(fixture.before, killed, *fixture.base, change, {}).ok());
    CHECK(test::readFile(layerFile(killed, 0)) == test::readFile(layerFile(whole, 0)));
}

TEST_CASE("what does not fit the model is refused") {
    const Fixture fixture;
    const auto openError = [&](const std::string& name, std::vector<DenseTensor> tensors, const std::string& config = {}) {
        const fs::path folder = fixture.make(name);
        REQUIRE(writeDenseOverrides(denseFile(folder), DenseOverrides::fromValues(std::move(tensors), config), {}).ok());
        const auto view = withOverrides(fixture.base, folder);
        REQUIRE_FALSE(view.ok());
        return view.error();
    };
    CHECK(openError("unknown", {counted("model.layers.7.bias", TensorType::F32, {16})}).code == ErrorCode::InvalidFile);
    CHECK(openError("shape", {counted(kGain, TensorType::F32, {17})}).code == ErrorCode::InvalidFile);
    CHECK(openError("linear", {counted(fixture.base->linears()[0].name, TensorType::F32, {16, 16})}).code == ErrorCode::InvalidFile);
    CHECK(openError("config", {counted(kGain, TensorType::F32, {16})}, R"({"intermediate_size":48})").message == "the changed configuration asks for other linears");
    CHECK(openError("half", {counted(kBias, TensorType::F32, {40})}, R"({"mlp_bias":true})").message.find("which neither the model nor its changes have") != std::string::npos);
    CHECK(openError("json", {counted(kGain, TensorType::F32, {16})}, "[1]").code == ErrorCode::InvalidFile);

    const auto writeError = [&](DenseTensor tensor) { return writeDenseOverrides(fixture.folder / "no", DenseOverrides::fromValues({std::move(tensor)}), {}).error(); };
    CHECK(writeError(counted(kGain, TensorType::Q8_0, {16})).code == ErrorCode::InvalidArgument);
    CHECK(writeError(counted(kGain, TensorType::Q4_0, {16})).code == ErrorCode::InvalidArgument);
    CHECK(writeError(counted(kGain, TensorType::F16, {16}, 1e6f)).code == ErrorCode::InvalidArgument);
    DenseTensor lacking = counted(kGain, TensorType::F16, {16});
    lacking.values.pop_back();
    CHECK(writeError(std::move(lacking)).code == ErrorCode::Internal);
    CHECK_FALSE(fs::exists(fixture.folder / "no"));

    const fs::path foreign = fixture.make("foreign");
    test::writeTensors(denseFile(foreign), {{kGain, {"F32", {16}, std::vector<float>(16)}}});
    CHECK(withOverrides(fixture.base, foreign).error().code == ErrorCode::UnsupportedFormat);
}

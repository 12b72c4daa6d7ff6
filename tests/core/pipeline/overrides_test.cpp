// What a run changed besides its linears goes into every format that the run is exported to, and is read back.
#include <algorithm>

#include "pipeline_support.h"
#include "tacq/base/hash.h"
#include "tacq/base/file_io.h"
#include "tacq/checkpoint/quantized_folder.h"
#include "tacq/store/workspace.h"

using namespace tacq;
using namespace tacq::test;

namespace {

constexpr const char* kGain = "model.layers.2.post_attention_layernorm.weight";

/// The run again with an artifact whose gain of one norm is another, as a step after the pass would leave it. Its number.
std::string changedRun(const CommandRunner& tacq, const Json& made, TensorType type, std::vector<float>& gain) {
    const Workspace workspace = Workspace::open(tacq.environment.workspace).value();
    const auto before = workspace.find(made.at("artifact").get<std::string>()).value();
    REQUIRE(before);
    const auto model = std::make_shared<const Checkpoint>(Checkpoint::open(kSample).value());
    gain = model->readAll(kGain).value();
    for (float& value : gain) value = value * 1.5f + 0.001f;
    roundToStored(type, static_cast<std::int64_t>(gain.size()), gain);

    const std::string key = hashOfParts({"changed", before->key, std::string(tensorTypeName(type))});
    const KeyLock lock = workspace.lock(key, {}).value();
    QuantizedChange change;
    change.dense = DenseOverrides::fromValues({{kGain, type, {static_cast<std::int64_t>(gain.size())}, gain}});
    REQUIRE(rewriteQuantized(before->folder, workspace.partialFolder(key).value(), *model, change, {}).ok());
    REQUIRE(workspace.publish(key, "quantized", before->metaJson).ok());
    return runWithArtifact(workspace, made, key);
}

double meanNll(const CommandRunner& tacq, const std::string& model) {
    return tacq.run("perplexity", {{"model", model}, {"textFile", kStories}, {"window", 64}, {"maxWindows", 2}}).at("meanNll").get<double>();
}

}  // namespace

TEST_CASE("whatARunChangedBesidesItsLinearsIsInEveryExport") {
    const CommandRunner tacq("overrides");
    const Json made = tacq.run("quantize", tacq.calibrated({{"out", tacq.path("plain")}, {"format", "tacq"}}));
    const double plain = meanNll(tacq, tacq.path("plain"));
    for (const TensorType type : {TensorType::F32, TensorType::BF16}) {
        CAPTURE(tensorTypeName(type));
        std::vector<float> gain;
        const std::string run = changedRun(tacq, made, type, gain), tag(tensorTypeName(type));
        double first = 0;
        for (const std::string format : {"tacq", "hf"}) {
            CAPTURE(format);
            const std::string out = tacq.path(tag + format);
            const Json exported = tacq.run("export", {{"source", run}, {"out", out}, {"format", format}});
            CHECK(exported.at("readback").at("maxAbsDiff") == 0.0);
            const Checkpoint written = Checkpoint::open(out).value();
            CHECK(written.readAll(kGain).value() == gain);
            CHECK(written.find(kGain)->type == type);
            // The model is another one, and every format of it is the same.
            const double measured = meanNll(tacq, out);
            CHECK(measured != plain);
            if (first != 0) CHECK(measured == doctest::Approx(first).epsilon(1e-9));
            first = measured;
        }
        const std::string packed = tacq.path(tag + "tacq");
        CHECK(parseJson(readText(packed + "/config.json").value(), "config").value().at("changed") == Json{kGain});
        // Plain and changed are told apart by their identities, and differ in nothing else.
        const Checkpoint before = Checkpoint::open(tacq.path("plain")).value(), after = Checkpoint::open(packed).value();
        CHECK(before.identity().value() != after.identity().value());
        for (const TensorInfo& tensor : before.tensors())
            if (tensor.name != kGain) CHECK(after.readAll(tensor.name).value() == before.readAll(tensor.name).value());
        // From the packed folder, no run at hand.
        const Json again = tacq.run("export", {{"source", packed}, {"out", tacq.path(tag + "again")}, {"format", "hf"}});
        CHECK(again.at("readback").at("maxAbsDiff") == 0.0);
        CHECK(Checkpoint::open(tacq.path(tag + "again")).value().readAll(kGain).value() == gain);
    }
    // The size of the base's own type: not a byte is added to the packed files.
    const auto bytes = [&](const std::string& name) {
        std::uint64_t sum = 0;
        for (const auto& file : std::filesystem::recursive_directory_iterator(tacq.path(name)))
            if (file.path().extension() == ".safetensors") sum += file.file_size();
        return sum;
    };
    CHECK(bytes("F32tacq") == bytes("plain"));
}

TEST_CASE("aPackedFolderThatNamesNoTensorOfItsOwnIsRefused") {
    const CommandRunner tacq("overrides-named");
    tacq.run("quantize", tacq.calibrated({{"out", tacq.path("plain")}, {"format", "tacq"}}));
    const std::string file = tacq.path("plain") + "/config.json";
    const Json config = parseJson(readText(file).value(), "config").value();
    CHECK(config.at("changed") == Json::array());
    for (const Json& bad : {Json::array({"nonsense"}), Json::array({"model.layers.0.mlp.up_proj.weight"}), Json::array({1}), Json("model.norm.weight")}) {
        CAPTURE(bad);
        Json damaged = config;
        damaged["changed"] = bad;
        REQUIRE(writeTextAtomic(file, dumpJson(damaged)).ok());
        CHECK(Checkpoint::open(tacq.path("plain")).error().code == ErrorCode::InvalidFile);
    }
}

// Exports and conversions on the bundled sample: what fits is copied, what does not is quantized anew or rounded, and the answer says which.
#include <algorithm>
#include <filesystem>

#include "pipeline_support.h"
#include "tacq/base/file_io.h"
#include "tacq/checkpoint/checkpoint.h"

using namespace tacq;
using namespace tacq::test;
namespace fs = std::filesystem;

namespace {

const std::string kQuery = "model.layers.0.self_attn.q_proj.weight", kGate = "model.layers.0.mlp.gate_proj.weight";

Json exported(const std::string& source, const std::string& out, const std::string& format, const Json& more = Json::object()) {
    Json params{{"source", source}, {"out", out}, {"format", format}};
    params.update(more);
    return params;
}

std::string runOf(const Json& answer) { return std::to_string(answer.at("run").get<int>()); }
bool lists(const Json& names, const std::string& name) { return std::find(names.begin(), names.end(), name) != names.end(); }

std::vector<float> weights(const std::string& folder, const std::string& tensor) {
    const auto model = Checkpoint::open(folder);
    REQUIRE_MESSAGE(model.ok(), formatError(model.error()));
    return model.value().readAll(tensor).value();
}

std::string card(const std::string& folder) { return readText(fs::path(folder) / "README.md").value(); }

std::uint64_t weightBytes(const std::string& folder) {
    std::uint64_t bytes = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".safetensors") bytes += entry.file_size();
    return bytes;
}

std::uint64_t told(const Json& dryRun) {
    std::uint64_t bytes = 0;
    for (const Json& file : dryRun.at("files")) bytes += file.at("bytes").get<std::uint64_t>();
    return bytes;
}

}  // namespace

TEST_CASE("codesThatFitAreCopiedAndTheAnswerSaysExact") {
    const CommandRunner tacq("export-exact");
    const Json made = tacq.run("quantize", tacq.calibrated({{"out", tacq.path("small")}, {"format", "tacq"}, {"method", "rtn"}, {"bits", 4}, {"groupSize", 32}, {"symmetric", true}}));
    CHECK(made.at("exact") == true);
    for (const char* format : {"gptq", "autoround", "compressed-tensors"}) {
        CAPTURE(format);
        const std::string out = tacq.path(format);
        const Json dry = tacq.run("export", exported(runOf(made), out, format, {{"dryRun", true}}));
        CHECK(dry.at("exact") == true);
        CHECK(dry.at("lost").empty());
        CHECK_FALSE(fs::exists(out));
        const Json answer = tacq.run("export", exported(runOf(made), out, format));
        CHECK(answer.at("exact") == true);
        CHECK(answer.at("readback").at("maxAbsDiff") == 0);
        CHECK(answer.at("readback").at("top1") == 1);
        CHECK_FALSE(answer.contains("source"));
        CHECK(weightBytes(out) == told(dry));
        CHECK(weights(out, kQuery) == weights(tacq.path("small"), kQuery));
        // A matrix whose sides the format cannot hold stays wide, and is named.
        const bool wide = std::string(format) != "compressed-tensors";
        CHECK(lists(answer.at("denseTensors"), kGate) == wide);
        CHECK_FALSE(lists(answer.at("denseTensors"), kQuery));
        CHECK((card(out).find("model.layers.0.mlp.gate\\_proj") != std::string::npos || card(out).find(kGate) != std::string::npos) == wide);
        CHECK(card(out).find("Who can load it") != std::string::npos);
        CHECK(card(out).find(std::to_string(told(dry)) + " bytes") != std::string::npos);
        // Asked again, the finished one says the same.
        const Json again = tacq.run("export", exported(runOf(made), out, format));
        CHECK(again.at("reused") == true);
        CHECK(again.at("exact") == true);
        CHECK(again.at("readback") == answer.at("readback"));
    }
}

TEST_CASE("aMaskedRunIsQuantizedAnewForFormatsThatKeepNoSingleWeights") {
    const CommandRunner tacq("export-masked");
    const Json made = tacq.run("quantize", tacq.calibrated({{"out", tacq.path("small")}, {"format", "tacq"}, {"outliers", 0.01}}));
    REQUIRE(made.at("kept").get<int>() > 0);
    const Json answer = tacq.run("export", exported(runOf(made), tacq.path("gptq"), "gptq"));
    CHECK(answer.at("exact") == false);
    REQUIRE(answer.at("lost").size() == 1);
    CHECK(answer.at("lost")[0].at("what") == "kept-weights");
    CHECK(answer.at("lost")[0].at("weights").get<int>() > 0);
    // Those of matrices that stay wide are still there.
    CHECK(answer.at("lost")[0].at("weights").get<int>() < made.at("kept").get<int>());
    CHECK(weights(tacq.path("gptq"), kGate) == weights(tacq.path("small"), kGate));
    // The file is what was to be written, and as far from its source as it says.
    CHECK(answer.at("readback").at("maxAbsDiff") == 0);
    CHECK(answer.at("source").at("maxAbsDiff").get<double>() > 0);
    CHECK(answer.at("source").at("klMean").get<double>() > 0);
    CHECK(card(tacq.path("gptq")).find("What this file does not hold") != std::string::npos);
    // The pass on the run's own grid without its mask is the one that the saliency compared with: it is there already.
    const Json plain = tacq.run("quantize", tacq.calibrated({{"out", tacq.path("plain")}, {"format", "tacq"}, {"method", "gptq"}}));
    CHECK(weights(tacq.path("gptq"), kQuery) == weights(tacq.path("plain"), kQuery));
    // And the figures of this very file are with its run.
    const Json run = tacq.run("runs-show", {{"run", runOf(answer)}}).at("runs")[0];
    CHECK(run.at("metrics").at("fileBytes").get<std::uint64_t>() == weightBytes(tacq.path("gptq")));
    CHECK(run.at("metrics").at("fileKlMean") == answer.at("source").at("klMean"));

    // The packed folder stands for its run.
    const Json fromFolder = tacq.run("export", exported(tacq.path("small"), tacq.path("from-folder"), "gptq"));
    CHECK(weights(tacq.path("from-folder"), kQuery) == weights(tacq.path("gptq"), kQuery));
    // So does `quantize --format`.
    tacq.run("quantize", tacq.calibrated({{"out", tacq.path("direct")}, {"format", "gptq"}, {"outliers", 0.01}}));
    CHECK(weights(tacq.path("direct"), kQuery) == weights(tacq.path("gptq"), kQuery));

    // Where base and task are not known the error names them, with exit code 3.
    const CommandRunner elsewhere("export-elsewhere");
    const auto refused = elsewhere.tryRun("export", exported(tacq.path("small"), elsewhere.path("out"), "gptq"));
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::NotFound);
    CHECK(refused.error().message.find("stories260K") != std::string::npos);
    CHECK(refused.error().message.find("tinystories") != std::string::npos);
    CHECK(refused.error().hint.find("--lossy") != std::string::npos);
    CHECK_FALSE(fs::exists(elsewhere.path("out")));
}

TEST_CASE("aTaskOfOnesOwnThatIsGoneIsNamed") {
    const CommandRunner tacq("export-task-gone");
    const std::string task = tacq.path("mine.txt");
    fs::copy_file(kStories, task);
    const Json made = tacq.run("quantize", tacq.calibrated({{"out", tacq.path("small")}, {"format", "tacq"}, {"task", task}}));
    fs::remove(task);
    const auto refused = tacq.tryRun("export", exported(runOf(made), tacq.path("out"), "gptq"));
    REQUIRE_FALSE(refused.ok());
    CHECK(exitCode(refused.error().code) == 3);
    CHECK((refused.error().message + refused.error().context).find("mine.txt") != std::string::npos);
    CHECK_FALSE(fs::exists(tacq.path("out")));
}

TEST_CASE("convertCopiesWhatFitsAndRoundsOnlyWhereAsked") {
    const CommandRunner tacq("convert");
    const Json made = tacq.run("quantize", tacq.calibrated({{"out", tacq.path("small")}, {"format", "tacq"}, {"outliers", 0.01}}));
    const auto refused = tacq.tryRun("convert", exported(tacq.path("small"), tacq.path("no"), "gptq"));
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::InvalidArgument);
    CHECK(refused.error().hint.find("--lossy") != std::string::npos);
    CHECK_FALSE(fs::exists(tacq.path("no")));
    const Json lossy = tacq.run("convert", exported(tacq.path("small"), tacq.path("lossy"), "gptq", {{"lossy", true}, {"tensorDtype", "f32"}}));
    CHECK(lossy.at("exact") == false);
    CHECK(lossy.at("readback").at("maxAbsDiff") == 0);
    CHECK(lossy.at("source").at("maxAbsDiff").get<double>() > 0);
    // Only the kept weights moved: each to the nearest code of its row.
    const auto before = weights(tacq.path("small"), kQuery), after = weights(tacq.path("lossy"), kQuery);
    const auto moved = std::count_if(before.begin(), before.end(), [&, i = std::size_t{0}](float value) mutable { return value != after[i++]; });
    int kept = 0;
    for (const Json& tensor : made.at("perTensor"))
        if (tensor.at("name") == kQuery) kept = tensor.at("kept").get<int>();
    CHECK(moved > 0);
    CHECK(moved <= kept);

    // F32 as it is; in 16 bits only if asked for.
    CHECK(tacq.run("convert", exported(kSample, tacq.path("f32"), "hf")).at("exact") == true);
    CHECK(tacq.tryRun("convert", exported(kSample, tacq.path("f16"), "hf", {{"tensorDtype", "f16"}})).error().code == ErrorCode::InvalidArgument);
    const Json rounded = tacq.run("convert", exported(kSample, tacq.path("f16"), "hf", {{"tensorDtype", "f16"}, {"lossy", true}}));
    CHECK(rounded.at("lost")[0].at("what") == "rounding");
    CHECK(rounded.at("readback").at("maxAbsDiff").get<double>() > 0);
    // A packed model is exact in F32.
    CHECK(tacq.run("convert", exported(tacq.path("small"), tacq.path("wide"), "hf", {{"tensorDtype", "f32"}})).at("exact") == true);
    CHECK(tacq.tryRun("convert", exported(kSample, tacq.path("none"), "gptq")).error().code == ErrorCode::InvalidArgument);
    CHECK(tacq.run("runs-show", {{"run", runOf(rounded)}}).at("runs")[0].at("command") == "convert");
}

TEST_CASE("whatOtherProgramsQuantizedIsAModelToWorkOn") {
    const CommandRunner tacq("import");
    tacq.run("quantize", tacq.calibrated({{"out", tacq.path("gptq")}, {"format", "gptq"}, {"method", "rtn"}, {"bits", 8}}));
    const Json again = tacq.run("quantize", tacq.calibrated({{"model", tacq.path("gptq")}, {"out", tacq.path("again")}, {"format", "compressed-tensors"}, {"method", "gptq"}}));
    CHECK(again.at("readback").at("maxAbsDiff").get<double>() < 1e-3);
    const Json compared = tacq.run("compare", {{"modelA", kSample}, {"modelB", tacq.path("gptq")}, {"textFile", kStories}, {"window", 64}, {"maxWindows", 2}});
    CHECK(compared.at("klMean").get<double>() < 0.01);
}

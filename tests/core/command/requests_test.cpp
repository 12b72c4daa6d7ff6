#include <doctest/doctest.h>

#include "made_request.h"
#include "scratch.h"
#include "tacq/base/file_io.h"
#include "tacq/command/command_line.h"
#include "tacq/command/requests.h"

using namespace tacq;

namespace {

Json jsonOf(const std::string& text) { return parseJson(text, "request").value(); }

/// There and back again, and every option of the table but those named can be said by the request.
template <typename Request>
void keeps(const char* method, const Request& request, std::initializer_list<const char*> unsaid = {}) {
    CAPTURE(method);
    const std::string json = request.toJson();
    CAPTURE(json);
    CHECK(checkRequest(method, json).ok());
    const auto back = Request::fromJson(json);
    if (!back.ok()) FAIL(formatError(back.error()));
    CHECK(back.value().toJson() == json);
    for (const OptionSpec& option : findCommand(method)->options) {
        CAPTURE(option.key);
        const bool said = std::find(unsaid.begin(), unsaid.end(), option.key) == unsaid.end();
        if (!option.later) CHECK(jsonOf(json).contains(option.key) == said);
    }
}

CalibrationRequest calibration() {
    CalibrationRequest all{"gsm8k:0.7,tinystories:0.3", {}};
    all.sampling.samples = 7;
    all.sampling.tokens = 9;
    all.sampling.seed = 11;
    all.sampling.packing = Packing::Items;
    all.sampling.answerOnly = true;
    return all;
}

const GridOptions kGrid{4, 64, Symmetry::Symmetric, ScaleType::F32};
const DenseOptions kDense{EmbeddingBits::Eight, "bf16"};

Recipe recipe() {
    Recipe made;
    made.tensors["model.layers.0.mlp.up_proj.weight"] = {2, 32, true};
    return made;
}

}  // namespace

TEST_CASE("everyFieldOfARequestSurvivesItsJson") {
    keeps("saliency", SaliencyRequest{"m", calibration(), kGrid});
    keeps("quantize", QuantizeRequest{"m", "o", calibration(), kGrid, {0.01, 0, 0}, Method::Qal, kDense, "tacq", recipe(), false, true, "circuit-tuning"}, {"targetBits", "targetSize"});
    keeps("quantize", QuantizeRequest{"m", "o", calibration(), kGrid, {0.01, 3.25, 0}, Method::Qal, kDense, "tacq", recipe(), false, true, "circuit-tuning"}, {"outliers", "targetSize"});
    TuneRequest tune{"1", "o", {}, "scales", "tacq", false, true};
    tune.tuning.epochs = 3, tune.tuning.scaleRate = 0.5, tune.tuning.keptRate = 0, tune.tuning.gainRate = 1, tune.tuning.holdOut = 0.5, tune.tuning.batch = 2, tune.tuning.patience = 1;
    keeps("tune", tune);
    keeps("budget", SizesRequest{"a", {0.0035, 0, 123456789012345}, 4, 64, true, ScaleType::F32, kDense, recipe(), true, {2, 3}, true, true, "r.json"}, {"outliers", "targetBits"});
    keeps("export", ExportRequest{"s", "o", "hf", kDense, false, true, 1'000'000, "gguf:q4_k", true});
    keeps("convert", ConvertRequest{{"s", "o", "tacq", kDense, false, true, 1'000'000, "gguf:q4_k", true}, true});
    keeps("perplexity", PerplexityRequest{"m", {"t.txt", "", 128, 5, true}}, {"tokensFile"});
    keeps("compare", CompareRequest{"a", "b", {"", "t.safetensors", 0, 5, false}}, {"textFile", "window", "addBos"});
    keeps("evaluate", EvaluateRequest{"m", "kl", "b", {"t.txt", "", 128, 5, true}}, {"tokensFile"});
    keeps("generate", GenerateRequest{"m", "", "b", 7, 0.7, true});
    TaskShowRequest shown;
    shown.model = "m";
    shown.calibration = calibration();
    shown.calibration.sampling.split = "evaluation";
    shown.show = 3;
    keeps("task-show", shown);
    keeps("circuit-score", ScoreRequest{"s", Method::Random});
    keeps("circuit-compare", OverlapRequest{"a", "b", 0.5});
    keeps("report", ReportRequest{"1", "o.html", true});
    keeps("runs-rerun", RerunRequest{"1", "o", true});
    keeps("probe", ProbeRequest{1.5});
}

TEST_CASE("whatNobodySaidIsTheDefault") {
    const auto request = QuantizeRequest::fromJson(R"({"model":"m","out":"o","task":"t"})");
    REQUIRE(request.ok());
    CHECK(request.value().calibration.sampling.samples == 128);
    CHECK(request.value().calibration.sampling.tokens == 2048);
    CHECK(request.value().grid.bits == 3);
    CHECK(request.value().budget.outlierFraction == 0.0035);
    QuantizeRequest same;
    same.model = "m", same.out = "o", same.calibration.task = "t";
    CHECK(request.value().toJson() == same.toJson());
    CHECK(TaskShowRequest::fromJson(R"({"model":"m","task":"t"})").value().calibration.sampling.samples == 4);
}

TEST_CASE("theWindowSaysWhatItAlwaysSaid") {
    // Folders of results are named after a hash of this.
    QuantizeRequest request;
    request.model = "m", request.calibration.task = "tinystories", request.format = "tacq";
    request.calibration.sampling.samples = 128;
    const Json usual{{"model", "m"}, {"task", "tinystories"}, {"samples", 128}, {"tokens", 2048}, {"bits", 3}, {"outliers", 0.0035}, {"format", "tacq"}};
    CHECK(jsonOf(request.toJson()) == usual);
}

TEST_CASE("requestsAreReadAsStrictlyAsTheCommandLine") {
    const auto refused = [](const std::string& more, const char* about) {
        const auto request = QuantizeRequest::fromJson(R"({"model":"m","out":"o","task":"t",)" + more + "}");
        CAPTURE(more);
        REQUIRE_FALSE(request.ok());
        CHECK(request.error().code == ErrorCode::InvalidArgument);
        CHECK(formatError(request.error()).find(about) != std::string::npos);
    };
    refused(R"("sampels":3)", "--sampels");
    refused(R"("bits":9)", "--bits");
    refused(R"("groupSize":16777224)", "--group-size");
    refused(R"("groupSize":9223372036854775800)", "--group-size");
    refused(R"("groupSize":12)", "multiple of 8");
    refused(R"("outliers":0.1,"targetBits":3)", "only one of");
    refused(R"("scaleDtype":"f64")", "f16, f32");
    refused(R"("grid":"gguf:q4_k")", "not in this version");
    refused(R"("embeddingBits":12)", "16 or 8");
    refused(R"("method":"magic")", "magic");
    refused(R"("recipe":{"tensors":{"a":99}})", "--recipe");
    CHECK_FALSE(QuantizeRequest::fromJson(R"({"model":"m","out":"o"})").ok());
    CHECK_FALSE(SizesRequest::fromJson(R"({"artifact":"1","widths":[2]})").ok());
    CHECK_FALSE(SizesRequest::fromJson(R"({"artifact":"1","mixed":true,"outliers":0.1})").ok());
    CHECK_FALSE(PerplexityRequest::fromJson(R"({"model":"m"})").ok());
    CHECK_FALSE(PerplexityRequest::fromJson(R"({"model":"m","textFile":"t"})").ok());
    CHECK_FALSE(ReportRequest::fromJson(R"({"run":["1","2"],"out":"o"})").ok());
}

TEST_CASE("aBudgetTakesTheSimulatedGridWhereNothingElseWasAsked") {
    const GridOptions simulated{4, 64, Symmetry::Asymmetric, ScaleType::F32};
    const GridOptions same = SizesRequest::fromJson(R"({"artifact":"1"})").value().gridOver(simulated);
    CHECK((same.bits == 4 && same.groupSize == 64 && same.scaleType == ScaleType::F32));
    const GridOptions other = SizesRequest::fromJson(R"({"artifact":"1","groupSize":-1,"bits":3,"symmetric":true})").value().gridOver(simulated);
    CHECK((other.bits == 3 && other.groupSize == -1 && other.symmetry == Symmetry::Symmetric && other.scaleType == ScaleType::F32));
}

TEST_CASE("aStoredRequestGivesItsCalibrationWhateverElseItHolds") {
    const CalibrationRequest read = storedCalibration("quantize", R"({"task":"t","samples":5,"ofALaterVersion":1,"bits":"three","loss":"answer","packing":"joined","seed":9})");
    CHECK(read.task == "t");
    CHECK(read.sampling.samples == 5);
    CHECK(read.sampling.tokens == 2048);
    CHECK(read.sampling.seed == 9);
    CHECK(read.sampling.answerOnly);
    CHECK(read.sampling.packing == Packing::Joined);
    for (const char* method : {"circuit-score", "nonsense"}) CHECK(storedCalibration(method, R"({"task":"t"})").task.empty());
    CHECK(storedCalibration("saliency", "[").sampling.samples == 128);
    for (const Packing packing : {Packing::Auto, Packing::Windows, Packing::Items, Packing::Joined}) CHECK(packingNamed(packingName(packing)) == packing);
}

TEST_CASE("whatTuneSaysIsWhatQuantizeReads") {
    TuneRequest tune;
    CHECK(tune.steps().value() == "circuit-tuning");
    tune.train = "kept,gains";
    tune.tuning.epochs = 4;
    const auto read = parseSteps(tune.steps().value()).value();
    CHECK(read->epochs == 4);
    CHECK_FALSE(read->scales);
    CHECK((read->kept && read->gains));
    tune.train = "kept,codes";
    const auto refused = tune.steps();
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().context == "--train");
}

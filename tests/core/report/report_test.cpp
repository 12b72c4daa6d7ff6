#include "tacq/report/report.h"

#include <algorithm>
#include <cmath>
#include <fstream>

#include "base/json.h"
#include "html_reader.h"
#include "scratch.h"
#include "tacq/base/file_io.h"
#include "tacq/checkpoint/checkpoint.h"
#include "tacq/store/saliency_artifact.h"
#include "test_paths.h"

using namespace tacq;
using namespace tacq::test;
namespace fs = std::filesystem;

namespace {

const std::string kHostile = "<img src=x onerror=alert(1)> \"quoted\" & 'single' \xff";
const std::string kSample = std::string(tacq::paths::resources()) + "/sample/stories260K";

template <typename T>
T valueOf(Result<T> result) {
    REQUIRE_MESSAGE(result.ok(), formatError(result.error()));
    return std::move(result).value();
}

std::string keyOf(char digit) { return std::string(64, digit); }

/// A workspace with one saliency of the sample's geometry and, by and by, runs.
struct Fixture {
    Scratch scratch{"report"};
    Workspace workspace = valueOf(Workspace::open(scratch.folder / "workspace"));
    Checkpoint model = valueOf(Checkpoint::open(kSample));
    SaliencyMeta meta;

    Fixture() {
        meta.modelIdentity = keyOf('e');
        meta.modelPath = kSample;
        meta.modelName = "stories260K";
        meta.taskName = "tinystories";
        meta.gradientKey = keyOf('a');
        meta.simulationKey = keyOf('b');
        meta.dtype = "f32";
        meta.linears.assign(model.linears().begin(), model.linears().end());
        for (std::size_t i = 0; i < meta.linears.size(); ++i) {
            const double at = static_cast<double>(i + 1);
            meta.figures.push_back({7.25 * at, 1.5e-5 * at, 3e-6 * at, 0.125 * at, 0});
        }
        const std::string key = keyOf('5');
        const KeyLock lock = valueOf(workspace.lock(key, {}));
        const fs::path folder = valueOf(workspace.partialFolder(key));
        std::ofstream(folder / "histograms.safetensors") << "x";
        (void)valueOf(workspace.publish(key, "saliency", saliencyMetaToJson(meta)));
    }

    RunInfo add(RunInfo run, const std::string& state = "done") {
        run.id = valueOf(workspace.beginRun(run));
        run.state = state;
        REQUIRE(workspace.finishRun(run).ok());
        return valueOf(workspace.run(run.id));
    }

    Json quantizeResult() const {
        Json tensors = Json::array();
        for (std::size_t i = 0; i < meta.linears.size(); ++i) tensors.push_back({{"name", meta.linears[i].name}, {"bits", 3}, {"kept", i * 3}, {"squaredError", 0.5 + static_cast<double>(i)}});
        return {{"method", "tacq"}, {"grid", {{"bits", 3}, {"groupSize", -1}, {"symmetric", false}, {"scaleDtype", "f16"}}},
                {"artifact", keyOf('7')}, {"saliencyArtifact", keyOf('5')}, {"gradientArtifact", keyOf('a')}, {"modelIdentity", keyOf('e')},
                {"samples", 32}, {"tokens", 4096}, {"kept", 777}, {"threshold", 1.25e-7}, {"modelBytes", 151234},
                {"ledger", {{"codes", 3.0}, {"scales", 0.5}, {"zeros", 0.25}, {"outlierValues", 0.0625}, {"outlierIndices", 0.03125}, {"total", 3.84375}, {"quantizableWeights", 222222},
                            {"bytes", {{"codes", 83333}, {"scales", 13888}, {"zeros", 6944}, {"outlierValues", 1736}, {"outlierIndices", 868}, {"embeddings", 40000}, {"head", 0},
                                       {"other", 1408}, {"headers", 3057}, {"total", 151234}}}}},
                {"perTensor", tensors}, {"arithmetic", "cpu, 2 threads, f32"}, {"notes", Json::array({"the context is 512: tokens lowered"})},
                {"files", Json::array({{{"path", "model.safetensors"}, {"bytes", 151000}, {"sha256", keyOf('9')}}})},
                {"stages", Json::array({{{"name", "gradient"}, {"seconds", 2.5}, {"reused", true}}, {{"name", "quantize"}, {"seconds", 9.125}, {"reused", false}}})},
                {"seconds", 12.5}, {"peakRssBytes", 345678901}, {"version", "0.1.0"}};
    }

    RunInfo quantizeRun(const std::string& out, const std::string& modelName = "stories260K", const std::string& path = kSample) const {
        RunInfo run;
        run.key = keyOf('1');
        run.command = "quantize";
        run.commandLine = "tacq quantize '" + modelName + "' out --bits 3";
        run.optionsJson = dumpJson({{"model", path}, {"out", out}, {"bits", 3}, {"task", "tinystories"}});
        run.resultJson = dumpJson(quantizeResult());
        run.modelName = modelName;
        run.taskName = "tinystories";
        run.metrics = {{"kept", 777}, {"bitsPerWeight", 3.84375}};
        return run;
    }

    RunInfo perplexityRun(const std::string& path, double nll, double error, const std::string& maker = {}) const {
        RunInfo run;
        run.key = keyOf('2');
        run.command = "perplexity";
        run.optionsJson = dumpJson({{"model", path}, {"textFile", "/texts/held out.txt"}, {"window", 128}});
        run.resultJson = "{}";
        const auto interval = meanInterval(nll, error);
        run.measurements = {{"meanNll", "Mean NLL", true, "held out.txt", path, maker, nll, interval, 1270, "tokens", 0},
                            {"perplexity", "Perplexity", true, "held out.txt", path, maker, std::exp(nll), expInterval(interval), 1270, "tokens", 0}};
        return run;
    }

    HtmlReader page(const RunInfo& run) const {
        const HtmlReader reader(valueOf(reportHtml(workspace, run)));
        CAPTURE(reader.problems.size());
        for (const std::string& problem : reader.problems) FAIL_CHECK(problem);
        return reader;
    }
};

std::string exact(double value) { return Json(value).dump(); }

bool holds(const std::set<std::string>& values, double wanted) {
    return std::any_of(values.begin(), values.end(), [&](const std::string& value) { return std::stod(value) == wanted; });
}

}  // namespace

TEST_CASE("theReportOfAQuantizeRunSaysWhatTheRunSays") {
    Fixture f;
    const RunInfo run = f.add(f.quantizeRun("/out/small"));
    const HtmlReader page = f.page(run);
    const Json result = f.quantizeResult();

    const auto summary = page.values("summary");
    for (const double value : {777.0, 222222.0, 151234.0, 12.5, 345678901.0, 3.84375}) {
        CAPTURE(value);
        CHECK(holds(summary, value));
    }
    CHECK(page.textOf("summary").find("stories260K was made smaller") != std::string::npos);
    CHECK(page.textOf("summary").find("stored in 3 bit") != std::string::npos);
    CHECK(page.textOf("summary").find("has not been measured") != std::string::npos);

    const auto ledger = page.values("ledger-table");
    for (const auto& item : result.at("ledger").at("bytes").items()) CHECK_MESSAGE(holds(ledger, item.value().get<double>()), item.key());
    for (const char* line : {"codes", "scales", "zeros", "outlierValues", "outlierIndices", "total"}) CHECK_MESSAGE(holds(ledger, result.at("ledger").at(line).get<double>()), line);

    const auto matrices = page.values("matrices-table");
    for (std::size_t i = 0; i < f.meta.linears.size(); ++i) {
        const auto n = static_cast<double>(f.meta.linears[i].elements());
        CHECK(holds(matrices, static_cast<double>(i * 3)));
        CHECK(holds(matrices, 0.5 + static_cast<double>(i)));
        CHECK(holds(matrices, f.meta.figures[i].gradientSum / n));
        CHECK(holds(matrices, std::sqrt(f.meta.figures[i].deltaSquared / n)));
        CHECK(holds(matrices, f.meta.figures[i].saliencySum / n));
        CHECK(holds(matrices, static_cast<double>(i * 3) / n));
    }
    CHECK(page.all("tr", "matrices-table").size() == f.meta.linears.size() + 1);
    for (const char* map : {"map-gradient", "map-delta", "map-score", "map-kept"}) {
        // One cell a matrix and the legend's bar; an axis of seven modules.
        CHECK(page.textOf(std::string(map) + "-title") != "");
    }
    CHECK(page.all("svg").size() == 4);
    CHECK(page.all("rect").size() == 4 * (f.meta.linears.size() + 1));
    CHECK(page.textOf("command") == run.commandLine);
    for (const char key : {'1', '7', '5', 'a', 'e', '9'}) CHECK(page.textOf("provenance").find(keyOf(key)) != std::string::npos);
    CHECK(page.textOf("provenance").find("TaCQ Workbench 0.1.0") != std::string::npos);
    CHECK(page.textOf("stages").find("was there already") != std::string::npos);
    CHECK(holds(page.values("stages-table"), 9.125));
    CHECK(page.textOf("card").find("tokens lowered") != std::string::npos);
    CHECK(holds(page.values("metrics-table"), 3.84375));
}

TEST_CASE("everyTextThatCameFromOutsideIsEscaped") {
    Fixture f;
    RunInfo run = f.quantizeRun("/out/" + kHostile, kHostile);
    run.taskName = kHostile;
    Json result = f.quantizeResult();
    result["arithmetic"] = kHostile;
    result["perTensor"][0]["name"] = kHostile;
    result["notes"] = Json::array({kHostile});
    result["stages"][0]["name"] = kHostile;
    result["files"][0]["path"] = kHostile;
    run.resultJson = dumpJson(result);
    run.error = kHostile;
    const RunInfo stored = f.add(run, "failed");
    const std::string page = valueOf(reportHtml(f.workspace, stored));
    CHECK(page.find("<img") == std::string::npos);
    const HtmlReader reader = f.page(stored);
    CHECK(reader.textOf("summary").find("<img src=x onerror=alert(1)> \"quoted\" & 'single'") != std::string::npos);
    CHECK(page.find("default-src 'none'") != std::string::npos);
    for (const char* outside : {"http://", "https://", "url(http", "@import", "<script"}) CHECK_MESSAGE(page.find(outside) == std::string::npos, outside);
}

TEST_CASE("measurementsBelongToTheRunThatMadeWhatWasMeasured") {
    Fixture f;
    const RunInfo run = f.add(f.quantizeRun("/out/small"));
    f.add(f.perplexityRun(kSample, 1.5, 0.01));
    f.add(f.perplexityRun("/out/small", 1.75, 0.02, run.key));
    f.add(f.perplexityRun("/elsewhere", 9.5, 0.02));
    HtmlReader page = f.page(run);
    const auto values = page.values("measures-table");
    for (const double value : {std::exp(1.75), std::exp(1.75 - 1.959963984540054 * 0.02), std::exp(1.75 + 1.959963984540054 * 0.02), std::exp(1.5)}) CHECK_MESSAGE(holds(values, value), exact(value));
    CHECK_FALSE(holds(values, std::exp(9.5)));
    CHECK(page.textOf("measures-table").find("held out.txt") != std::string::npos);
    CHECK(page.textOf("measures-table").find("1,270 tokens") != std::string::npos);
    CHECK(page.textOf("summary").find("perplexity 5.755") != std::string::npos);
    CHECK(page.textOf("summary").find("with 95 % confidence between") != std::string::npos);
    CHECK(page.textOf("summary").find("the original has 4.482") != std::string::npos);

    // Another run takes the folder: what is measured there from now on is not ours.
    RunInfo other = f.quantizeRun("/out/small");
    other.key = keyOf('3');
    const RunInfo later = f.add(other);
    f.add(f.perplexityRun("/out/small", 2.5, 0.02, other.key));
    CHECK_FALSE(holds(f.page(run).values("measures-table"), std::exp(2.5)));
    CHECK(holds(f.page(later).values("measures-table"), std::exp(2.5)));

    // Measured again, the newest stands.
    f.add(f.perplexityRun("/out/small", 1.8125, 0.02, run.key));
    CHECK(holds(f.page(run).values("measures-table"), std::exp(1.8125)));
    CHECK_FALSE(holds(f.page(run).values("measures-table"), std::exp(1.75)));
}

TEST_CASE("aMeasuringRunShowsItsOwnFigures") {
    Fixture f;
    CHECK(holds(f.page(f.add(f.perplexityRun(kSample, 1.5, 0.01))).values("measures-table"), std::exp(1.5 + 1.959963984540054 * 0.01)));
    RunInfo evaluation;
    evaluation.command = "evaluate";
    evaluation.optionsJson = dumpJson({{"model", kSample}, {"task", "mmlu"}});
    // Of a metric that the report knows nothing about: the measurement says it all.
    evaluation.measurements = {{"acc", "Accuracy", false, "mmlu", kSample, "", 0.5, Interval{0.375, 0.625}, 64, "questions", 0},
                               {"acc_norm", "Accuracy, by length", false, "mmlu", kSample, "", 0.25, Interval{0.125, 0.3125}, 64, "questions", 0}};
    const HtmlReader page = f.page(f.add(evaluation));
    for (const double value : {0.5, 0.375, 0.625, 0.25, 0.125, 0.3125}) CHECK(holds(page.values("measures-table"), value));
    CHECK(page.textOf("measures-table").find("Accuracy, by length") != std::string::npos);
    CHECK(page.textOf("measures-table").find("64 questions") != std::string::npos);
    CHECK(page.all("tr", "measures-table").size() == 3);
}

TEST_CASE("aPartWithoutDataSaysWhy") {
    Fixture f;
    RunInfo run = f.quantizeRun("/out/small", "stories260K", "/no/such/model");
    Json result = f.quantizeResult();
    result["saliencyArtifact"] = keyOf('6');
    run.resultJson = dumpJson(result);
    const HtmlReader gone = f.page(f.add(run));
    CHECK(gone.textOf("maps").find("no longer in the workspace") != std::string::npos);
    CHECK(gone.all("tr", "matrices-table").size() == f.meta.linears.size() + 1);
    CHECK(gone.textOf("summary").find("the original takes") == std::string::npos);
    result["saliencyArtifact"] = nullptr;
    result["method"] = "rtn";
    run.resultJson = dumpJson(result);
    run.optionsJson = dumpJson({{"model", kSample}});
    const HtmlReader rtn = f.page(f.add(run));
    CHECK(rtn.textOf("maps").find("rtn uses no gradients") != std::string::npos);
    CHECK(rtn.all("svg").size() == 1);  // kept shares: the model's header has the shapes
    RunInfo empty;
    empty.command = "saliency";
    const HtmlReader interrupted = f.page(f.add(empty, "cancelled"));
    CHECK(interrupted.textOf("summary").find("cancelled") != std::string::npos);
    RunInfo damaged = f.quantizeRun("/out/small");
    damaged.resultJson = "{\"ledger\": [1, 2";
    damaged.optionsJson = "17";
    f.page(f.add(damaged));
}

TEST_CASE("theFileAppearsWholeAndReplacesOnlyWhenAsked") {
    Fixture f;
    const RunInfo run = f.add(f.quantizeRun("/out/small"));
    const fs::path out = f.scratch.folder / "report.html";
    const WrittenReport written = valueOf(writeReport(f.workspace, run, out, Replace::No));
    CHECK(written.path == out);
    CHECK(written.bytes == fs::file_size(out));
    CHECK(valueOf(readText(out)) == valueOf(reportHtml(f.workspace, run)));
    std::ofstream(out) << "mine";
    const auto refused = writeReport(f.workspace, run, out, Replace::No);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::AlreadyExists);
    CHECK(valueOf(readText(out)) == "mine");
    CHECK(writeReport(f.workspace, run, out, Replace::Yes).ok());
    CHECK(fs::file_size(out) == written.bytes);
    CHECK(writeReport(f.workspace, run, f.scratch.folder, Replace::Yes).error().code == ErrorCode::InvalidArgument);
    CHECK_FALSE(writeReport(f.workspace, run, f.scratch.folder / "none" / "report.html", Replace::No).ok());
    std::size_t files = 0;
    for (const auto& entry : fs::directory_iterator(f.scratch.folder)) files += entry.is_regular_file() ? 1 : 0;
    CHECK(files == 1);
}

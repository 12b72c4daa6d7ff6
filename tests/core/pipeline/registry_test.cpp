// A score and a metric are one table entry each: two that exist only here appear wherever one is named, without any other edit.
#include <algorithm>
#include <cmath>
#include <set>

#include "pipeline_support.h"
#include "protocol/hello.h"
#include "tacq/base/file_io.h"
#include "tacq/command/command_spec.h"
#include "tacq/evaluate/metric.h"
#include "tacq/formats/exporter.h"
#include "tacq/numerics/score.h"

using namespace tacq;
using namespace tacq::test;

namespace {

void gradientSquared(const ScoreData& data, std::span<float> out) {
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = data.gradient[i] * data.gradient[i] * std::fabs(data.weight[i]);
}
constexpr MethodSpec kScore{"test-fisher", "Fisher of the test", "|G · G · W|", {WeightPart::Gradient, WeightPart::Weight}, false, true, gradientSquared};

Result<Measured> longestWindow(const MetricInput& input, const RunContext&) {
    std::size_t longest = 0;
    for (const auto& row : input.rows) longest = std::max(longest, row.size());
    return Measured{static_cast<double>(longest), Interval{10, 20}, static_cast<std::int64_t>(input.rows.size()), "windows"};
}
const MetricSpec kMetric{.name = "test-longest", .title = "Longest window of the test", .description = "How long the longest window is", .lowerIsBetter = false, .run = longestWindow};

/// A format that lists the tensors' names.
Result<std::uint64_t> listBytes(const ExportShape& shape, const ExportOptions&) {
    std::uint64_t bytes = 0;
    for (const TensorInfo& tensor : shape.base.tensors()) bytes += tensor.name.size() + 1;
    return bytes;
}
Result<std::filesystem::path> writeList(const ExportJob& job, const ExportOptions&) {
    std::string text;
    for (const TensorInfo& tensor : job.truth->tensors()) text += tensor.name + "\n";
    std::filesystem::create_directories(job.folder);
    TACQ_CHECK(writeTextAtomic(job.folder / "names.txt", text));
    TACQ_CHECK(writeTextAtomic(job.folder / "README.md", job.card));
    return job.folder;
}
const Exporter kFormat{.name = "test-list", .title = "List of the test", .description = "The names of the tensors", .loading = "## Reading\n\nWith any editor.\n\n",
                       .weightBytes = listBytes, .write = writeList};

bool holds(const Json& list, const std::string& name) {
    return std::any_of(list.begin(), list.end(), [&](const Json& one) { return one.at("name") == name; });
}

// Before the table of commands is made, which takes its choices from the methods there are.
const bool kScoreAdded = addMethod(kScore).ok();
const bool kMetricAdded = addMetric(kMetric).ok();
const bool kFormatAdded = addExporter(kFormat).ok();

std::string reportOf(const CommandRunner& tacq, const Json& run) {
    const std::string file = tacq.path("report-" + std::to_string(run.get<int>()) + ".html");
    tacq.run("report", {{"run", std::to_string(run.get<int>())}, {"out", file}});
    return readText(file).value();
}

}  // namespace

TEST_CASE("aScoreOfTheTestAppearsEverywhereWithoutAnyOtherEdit") {
    REQUIRE(kScoreAdded);
    const CommandRunner tacq("registry-score");
    // Help and the refusal of an unknown name list it.
    CHECK(listNames(methods()).ends_with(", test-fisher"));
    CHECK(listNames(scoringMethods()).ends_with(", test-fisher"));
    for (const char* command : {"quantize", "circuit-score"}) CHECK(helpText(*findCommand(command)->find("method")).find("test-fisher") != std::string::npos);
    CHECK(tacq.tryRun("quantize", tacq.calibrated({{"out", tacq.path("no")}, {"method", "nonsense"}})).error().hint.find("test-fisher") != std::string::npos);

    // --method of quantize: JSON, checkpoint, report.
    const Json made = tacq.run("quantize", tacq.calibrated({{"out", tacq.path("small")}, {"format", "tacq"}, {"method", "test-fisher"}}));
    CHECK(made.at("method") == "test-fisher");
    CHECK(made.at("kept").get<int>() > 0);
    CHECK_FALSE(made.at("gradientArtifact").is_null());   // it says that it needs one
    CHECK(made.at("simulationArtifact").is_null());
    CHECK(readText(tacq.path("small") + "/README.md").value().find("test-fisher") != std::string::npos);
    CHECK(reportOf(tacq, made.at("run")).find("test-fisher") != std::string::npos);

    // circuit score: artifact, run, report with its formula, budgets and comparisons.
    const Json saliency = tacq.run("saliency", tacq.calibrated());
    const Json scored = tacq.run("circuit-score", {{"saliency", saliency.at("artifact")}, {"method", "test-fisher"}});
    CHECK(scored.at("method") == "test-fisher");
    CHECK(scored.at("artifact") != saliency.at("artifact"));
    const std::string page = reportOf(tacq, scored.at("run"));
    CHECK(page.find("|G · G · W|") != std::string::npos);
    const Json compared = tacq.run("circuit-compare", {{"a", saliency.at("artifact")}, {"b", scored.at("artifact")}});
    CHECK(compared.at("b").at("method") == "test-fisher");
    CHECK(tacq.run("budget", {{"artifact", scored.at("artifact")}, {"outliers", 0.01}}).at("method") == "test-fisher");
    // And the same circuit whether its score is sketched or computed weight by weight.
    const Json budget = tacq.run("budget", {{"artifact", scored.at("artifact")}});
    CHECK(budget.at("kept") == made.at("kept"));
    for (std::size_t i = 0; i < budget.at("perTensor").size(); ++i) CHECK(budget.at("perTensor")[i].at("kept") == made.at("perTensor")[i].at("kept"));
}

TEST_CASE("aMetricOfTheTestAppearsEverywhereWithoutAnyOtherEdit") {
    REQUIRE(kMetricAdded);
    CHECK(addMetric(kMetric).error().code == ErrorCode::AlreadyExists);
    const CommandRunner tacq("registry-metric");
    // The window asks for what the engine says it measures.
    CHECK(holds(helloJson(tacq.environment, tacq.environment.workspace, true).at("metrics"), "test-longest"));
    const Json asked{{"model", kSample}, {"textFile", kStories}, {"window", 32}, {"maxWindows", 3}};
    Json unknown = asked;
    unknown["metric"] = "nonsense";
    CHECK(tacq.tryRun("evaluate", unknown).error().hint.find("test-longest") != std::string::npos);

    Json wanted = asked;
    wanted["metric"] = "test-longest";
    const Json answer = tacq.run("evaluate", wanted);
    CHECK(answer.at("value") == 32);
    CHECK(answer.at("low") == 10);
    CHECK(answer.at("high") == 20);
    CHECK(answer.at("title") == "Longest window of the test");
    CHECK(answer.at("unit") == "windows");
    // The history keeps it whole.
    const Json run = tacq.run("runs-show", {{"run", std::to_string(answer.at("run").get<int>())}}).at("runs")[0];
    REQUIRE(run.at("measurements").size() == 1);
    const Json& kept = run.at("measurements")[0];
    CHECK(kept.at("metric") == "test-longest");
    CHECK(kept.at("lowerIsBetter") == false);
    CHECK(kept.at("text") == "tinystories.txt");
    CHECK(kept.at("level") == 0.95);
    CHECK(run.at("metrics").at("test-longest") == 32);
    CHECK(reportOf(tacq, answer.at("run")).find("Longest window of the test") != std::string::npos);

    // Of a model made here it is known to the run that made it, and stands in that run's report.
    const Json made = tacq.run("quantize", tacq.calibrated({{"out", tacq.path("small")}, {"format", "tacq"}, {"method", "rtn"}}));
    wanted["model"] = tacq.path("small");
    tacq.run("evaluate", wanted);
    const Json maker = tacq.run("runs-show", {{"run", std::to_string(made.at("run").get<int>())}}).at("runs")[0];
    CHECK(maker.at("metrics").at("test-longest:tinystories.txt") == 32);
    const std::string page = reportOf(tacq, made.at("run"));
    CHECK(page.find("Longest window of the test") != std::string::npos);
    CHECK(page.find("<data value=\"10\"") != std::string::npos);
}

TEST_CASE("everyMetricOfTheTableIsWholeAndHasItsFile") {
    std::set<std::string_view> names, titles;
    std::size_t own = 0;
    for (const MetricSpec* metric : metrics()) {
        if (metric == &kMetric) continue;
        ++own;
        CAPTURE(metric->name);
        CHECK(names.insert(metric->name).second);
        CHECK(titles.insert(metric->title).second);
        CHECK_FALSE(metric->description.empty());
        CHECK((metric->ofPerplexity != nullptr) + (metric->ofComparison != nullptr) + (metric->run != nullptr) == 1);
        if (metric->ofComparison) CHECK(metric->needsOriginal);
        CHECK(findMetric(metric->name).value() == metric);
    }
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(tacq::paths::resources()).parent_path() / "core/src/evaluate/metrics"))
        files += entry.path().extension() == ".cpp" ? 1 : 0;
    CHECK(files == own);
}

TEST_CASE("aFormatOfTheTestAppearsEverywhereWithoutAnyOtherEdit") {
    REQUIRE(kFormatAdded);
    CHECK(addExporter(kFormat).error().code == ErrorCode::AlreadyExists);
    const CommandRunner tacq("registry-format");
    for (const char* command : {"quantize", "export"}) CHECK(helpText(*findCommand(command)->find("format")).find("test-list (List of the test)") != std::string::npos);
    CHECK(tacq.tryRun("export", {{"source", kSample}, {"out", tacq.path("no")}, {"format", "zip"}}).error().hint == "use hf, tacq or test-list");
    // The window's list is what the engine says.
    CHECK(holds(helloJson(tacq.environment, tacq.environment.workspace, true).at("exportFormats"), "test-list"));

    // Of a model, and of a run, which is quantized straight into it.
    const Json exported = tacq.run("export", {{"source", kSample}, {"out", tacq.path("list")}, {"format", "test-list"}, {"noVerify", true}});
    CHECK(exported.at("format") == "test-list");
    CHECK(readText(tacq.path("list") + "/names.txt").value().starts_with("model.embed_tokens.weight\n"));
    CHECK(readText(tacq.path("list") + "/README.md").value().find("With any editor.") != std::string::npos);
    const Json made = tacq.run("quantize", tacq.calibrated({{"out", tacq.path("quantized")}, {"format", "test-list"}, {"method", "rtn"}, {"noVerify", true}}));
    CHECK(made.at("format") == "test-list");
    CHECK(reportOf(tacq, made.at("run")).find("test-list") != std::string::npos);
    const Json history = tacq.run("runs-show", {{"run", std::to_string(exported.at("run").get<int>())}}).at("runs")[0];
    CHECK(history.at("commandLine").get<std::string>().find("--format test-list") != std::string::npos);
}

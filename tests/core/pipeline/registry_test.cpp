// A score, a metric, an export format and a model family are one table entry each: four that exist only here appear wherever one is named, without any
// other edit.
#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

#include "pipeline_support.h"
#include "protocol/hello.h"
#include "tacq/base/file_io.h"
#include "tacq/checkpoint/safetensors.h"
#include "tacq/command/command_spec.h"
#include "tacq/evaluate/metric.h"
#include "tacq/formats/exporter.h"
#include "tacq/numerics/score.h"
#include "test_families.h"

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
Result<std::vector<PackedFileSize>> listFile(const ExportShape& shape, const ExportOptions&) {
    std::uint64_t bytes = 0;
    for (const TensorInfo& tensor : shape.base.tensors()) bytes += tensor.name.size() + 1;
    return std::vector<PackedFileSize>{{"names.txt", bytes}};
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
                       .weightFiles = listFile, .write = writeList};

bool holds(const Json& list, const std::string& name) {
    return std::any_of(list.begin(), list.end(), [&](const Json& one) { return one.at("name") == name; });
}

// Before the table of commands is made, which takes its choices from the methods there are.
const bool kScoreAdded = addMethod(kScore).ok();
const bool kMetricAdded = addMetric(kMetric).ok();
const bool kFormatAdded = addExporter(kFormat).ok();

/// The bundled sample as a model of a family that keeps q, k and v in one tensor, gate and up in another.
std::string fusedSample(const std::filesystem::path& folder) {
    namespace fs = std::filesystem;
    fs::create_directories(folder);
    for (const char* name : {"tokenizer.json", "tokenizer_config.json"}) fs::copy_file(fs::path(kSample) / name, folder / name);
    Json config = parseJson(readText(fs::path(kSample) / "config.json").value(), "config.json").value();
    config["architectures"] = {kFused.architectureName};
    config["model_type"] = kFused.modelType;
    REQUIRE(writeTextAtomic(folder / "config.json", dumpJson(config, 2)).ok());

    const SafetensorsFile source = SafetensorsFile::open(fs::path(kSample) / "model.safetensors").value();
    std::vector<SafetensorsWriter::Declaration> declared;
    std::vector<std::vector<const SafetensorsEntry*>> parts;
    for (const SafetensorsEntry& entry : source.entries()) {
        const auto sibling = [&](const char* from, const char* to) { return std::string(entry.name).replace(entry.name.find(from), std::string(from).size(), to); };
        const auto whole = [&](const std::string& name, const std::vector<const SafetensorsEntry*>& all) {
            std::int64_t rows = 0;
            for (const SafetensorsEntry* part : all) rows += part->shape[0];
            declared.push_back({name, entry.dtype, {rows, entry.shape[1]}});
            parts.push_back(all);
        };
        if (entry.name.find("q_proj") != std::string::npos) whole(sibling("q_proj", "qkv_proj"), {&entry, source.find(sibling("q_proj", "k_proj")), source.find(sibling("q_proj", "v_proj"))});
        else if (entry.name.find("gate_proj") != std::string::npos) whole(sibling("gate_proj", "gate_up_proj"), {&entry, source.find(sibling("gate_proj", "up_proj"))});
        else if (entry.name.find("k_proj") == std::string::npos && entry.name.find("v_proj") == std::string::npos && entry.name.find("up_proj") == std::string::npos) {
            declared.push_back({entry.name, entry.dtype, entry.shape});
            parts.push_back({&entry});
        }
    }
    auto writer = SafetensorsWriter::create(folder / "model.safetensors", declared, {{"format", "pt"}}).value();
    for (std::size_t i = 0; i < declared.size(); ++i)
        for (const SafetensorsEntry* part : parts[i]) REQUIRE(writer.appendTo(declared[i].name, source.bytes(*part)).ok());
    REQUIRE(writer.finish().ok());
    return folder.string();
}

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
    CHECK(tacq.tryRun("export", {{"source", kSample}, {"out", tacq.path("no")}, {"format", "zip"}}).error().hint.ends_with(" or test-list"));
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

TEST_CASE("aFamilyOfTheTestAppearsEverywhereWithoutAnyOtherEdit") {
    addTestFamilies();
    CHECK(addFamily(kFused).error().code == ErrorCode::AlreadyExists);
    const CommandRunner tacq("registry-family");
    const std::string model = fusedSample(tacq.path("fused-of-the-test"));
    const Json inspected = tacq.run("inspect", {{"model", model}}), plain = tacq.run("inspect", {{"model", kSample}});
    CHECK(inspected.at("architecture") == "Phi3ForCausalLM");
    CHECK(inspected.at("tensors") == plain.at("tensors"));   // the window's tree and lists are made from them
    // A refusal of another one lists it.
    std::filesystem::create_directories(tacq.path("other"));
    REQUIRE(writeTextAtomic(tacq.path("other") + "/config.json", R"({"architectures": ["OtherForCausalLM"]})").ok());
    CHECK(tacq.tryRun("inspect", {{"model", tacq.path("other")}}).error().hint.find("Phi-3 (tests)") != std::string::npos);

    // The same numbers in another layout: every figure is the plain twin's, to the bit.
    const auto loss = [&](const std::string& of) { return tacq.run("perplexity", {{"model", of}, {"textFile", kStories}, {"window", 64}, {"maxWindows", 3}}).at("meanNll"); };
    CHECK(loss(model) == loss(kSample));
    const Json made = tacq.run("quantize", tacq.calibrated({{"model", model}, {"out", tacq.path("small")}, {"format", "hf"}}));
    const Json twin = tacq.run("quantize", tacq.calibrated({{"out", tacq.path("twin")}, {"format", "hf"}}));
    CHECK(made.at("perTensor") == twin.at("perTensor"));
    CHECK(made.at("kept").get<int>() > 0);
    CHECK(loss(tacq.path("small")) == loss(tacq.path("twin")));
    // What transformers loads is fused again; what this program loads back is not.
    const SafetensorsFile written = SafetensorsFile::open(std::filesystem::path(tacq.path("small")) / "model.safetensors").value();
    CHECK(written.find("model.layers.0.self_attn.qkv_proj.weight") != nullptr);
    CHECK(written.find("model.layers.0.self_attn.q_proj.weight") == nullptr);
    tacq.run("export", {{"source", std::to_string(made.at("run").get<int>())}, {"out", tacq.path("packed")}, {"format", "tacq"}});
    CHECK(loss(tacq.path("packed")) == loss(tacq.path("twin")));
    CHECK(reportOf(tacq, made.at("run")).find("fused-of-the-test") != std::string::npos);
}

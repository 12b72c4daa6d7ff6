#include "store_support.h"
#include "tacq/store/measured_points.h"
#include "tacq/store/workspace.h"

using namespace tacq;
using namespace tacq::test;

namespace {

std::int64_t addRun(const Workspace& workspace, const std::string& command, const std::string& key, const std::string& task, const std::string& options, const std::string& result,
                    const std::map<std::string, double>& metrics) {
    RunInfo run;
    run.key = key;
    run.command = command;
    run.taskName = task;
    run.optionsJson = options;
    run.id = valueOf(workspace.beginRun(run));
    run.state = "done";
    run.resultJson = result;
    require(workspace.finishRun(run));
    for (const auto& [name, value] : metrics) require(workspace.addMetric(run.id, name, value));
    return run.id;
}

std::string result(const std::string& identity, double bits, const std::string& firstOrder) {
    return R"({"modelIdentity": ")" + identity + R"(", "modelBytes": 1000, "ledger": {"total": )" + std::to_string(bits) + "}, \"firstOrder\": " + firstOrder + "}";
}

}  // namespace

TEST_CASE("measuredRunsAreThoseOfThisModelAndTaskOnTheTextWithMost") {
    const Scratch scratch("measured");
    const Workspace workspace = valueOf(Workspace::open(scratch.path));
    const std::string options = R"({"model": "/m"})";
    addRun(workspace, "quantize", "a", "maths", options, result("id", 2.5, "0.5"), {{"meanNll:x", 1.9}, {"standardError:x", 0.02}, {"meanNll:y", 3}});
    const auto second = addRun(workspace, "quantize", "b", "maths", options, result("id", 3.5, "null"), {{"meanNll:x", 1.7}});
    addRun(workspace, "quantize", "c", "maths", options, result("other", 3.5, "0.1"), {{"meanNll:x", 1}});
    addRun(workspace, "quantize", "d", "stories", options, result("id", 3.5, "0.1"), {{"meanNll:x", 1}});
    addRun(workspace, "quantize", "e", "maths", options, "not json", {{"meanNll:x", 1}});
    addRun(workspace, "quantize", "f", "maths", options, result("id", 4, "0.1"), {});  // never measured
    addRun(workspace, "perplexity", "g", "x", options, "{}", {{"meanNll", 1.5}, {"standardError", 0.01}});
    addRun(workspace, "perplexity", "h", "x", R"({"model": "/elsewhere"})", "{}", {{"meanNll", 9}});
    addRun(workspace, "perplexity", "i", "x", R"({"model": 7})", "{}", {{"meanNll", 9}});
    addRun(workspace, "quantize", "j", "maths", R"({"model": 7})", result("id", 4, "0.1"), {});
    const MeasuredRuns found = measuredRuns(valueOf(workspace.runs()), "id", "maths");
    CHECK(found.text == "x");
    REQUIRE(found.runs.size() == 2);
    CHECK(found.runs[0].bits == doctest::Approx(2.5));
    CHECK(found.runs[0].bytes == 1000);
    CHECK(found.runs[0].loss == doctest::Approx(1.9));
    CHECK(found.runs[0].standardError == doctest::Approx(0.02));
    CHECK(found.runs[1].run == second);
    CHECK(!found.runs[1].firstOrder);
    REQUIRE(found.points().size() == 1);
    CHECK(found.points()[0].firstOrder == doctest::Approx(0.5));
    REQUIRE(found.original);
    CHECK(found.original->loss == doctest::Approx(1.5));
    CHECK(measuredRuns(valueOf(workspace.runs()), "id", "nothing").runs.empty());
}

TEST_CASE("aRunRepeatedIsOnePointTheNewest") {
    const Scratch scratch("measured-again");
    const Workspace workspace = valueOf(Workspace::open(scratch.path));
    addRun(workspace, "quantize", "a", "maths", "{}", result("id", 2.5, "0.5"), {{"meanNll:x", 1.9}});
    addRun(workspace, "quantize", "a", "maths", "{}", result("id", 2.5, "0.5"), {{"meanNll:x", 1.8}});
    const MeasuredRuns found = measuredRuns(valueOf(workspace.runs()), "id", "maths");
    REQUIRE(found.runs.size() == 1);
    CHECK(found.runs[0].loss == doctest::Approx(1.8));
}

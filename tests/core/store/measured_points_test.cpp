#include "store_support.h"
#include "tacq/store/measured_points.h"
#include "tacq/store/workspace.h"

using namespace tacq;
using namespace tacq::test;

namespace {

std::int64_t addRun(const Workspace& workspace, const std::string& command, const std::string& key, const std::string& task, const std::string& options, const std::string& result) {
    RunInfo run;
    run.key = key;
    run.command = command;
    run.taskName = task;
    run.optionsJson = options;
    run.id = valueOf(workspace.beginRun(run));
    run.state = "done";
    run.resultJson = result;
    require(workspace.finishRun(run));
    return run.id;
}

/// A mean loss on `text`, measured by a run of its own.
void addLoss(const Workspace& workspace, const std::string& text, const std::string& subject, const std::string& maker, double loss, double error = 0) {
    RunInfo run;
    run.command = "perplexity";
    run.key = "measuring";
    run.taskName = text;
    run.id = valueOf(workspace.beginRun(run));
    run.state = "done";
    run.measurements = {{"meanNll", "Mean NLL", true, text, subject, maker, loss, meanInterval(loss, error), 100, "tokens", 0}};
    require(workspace.finishRun(run));
}

std::string result(const std::string& identity, double bits, const std::string& firstOrder) {
    return R"({"modelIdentity": ")" + identity + R"(", "modelBytes": 1000, "ledger": {"total": )" + std::to_string(bits) + "}, \"firstOrder\": " + firstOrder + "}";
}

}  // namespace

TEST_CASE("measuredRunsAreThoseOfThisModelAndTaskOnTheTextWithMost") {
    const Scratch scratch("measured");
    const Workspace workspace = valueOf(Workspace::open(scratch.path));
    const std::string options = R"({"model": "/m"})";
    addRun(workspace, "quantize", "a", "maths", options, result("id", 2.5, "0.5"));
    const auto second = addRun(workspace, "quantize", "b", "maths", options, result("id", 3.5, "null"));
    addRun(workspace, "quantize", "c", "maths", options, result("other", 3.5, "0.1"));
    addRun(workspace, "quantize", "d", "stories", options, result("id", 3.5, "0.1"));
    addRun(workspace, "quantize", "e", "maths", options, "not json");
    addRun(workspace, "quantize", "f", "maths", options, result("id", 4, "0.1"));  // never measured
    addLoss(workspace, "x", "/out/a", "a", 1.9, 0.02);
    addLoss(workspace, "y", "/out/a", "a", 3);
    addLoss(workspace, "x", "/out/b", "b", 1.7);
    for (const char* maker : {"c", "d", "e"}) addLoss(workspace, "x", "/out", maker, 1);
    addLoss(workspace, "x", "/m", "", 1.5, 0.01);
    addLoss(workspace, "x", "/elsewhere", "", 9);
    addRun(workspace, "quantize", "j", "maths", R"({"model": 7})", result("id", 4, "0.1"));
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
    addRun(workspace, "quantize", "a", "maths", "{}", result("id", 2.5, "0.5"));
    addLoss(workspace, "x", "/out/a", "a", 1.9);
    const auto newest = addRun(workspace, "quantize", "a", "maths", "{}", result("id", 2.5, "0.5"));
    addLoss(workspace, "x", "/out/a", "a", 1.8);
    const MeasuredRuns found = measuredRuns(valueOf(workspace.runs()), "id", "maths");
    REQUIRE(found.runs.size() == 1);
    CHECK(found.runs[0].loss == doctest::Approx(1.8));
    CHECK(found.runs[0].run == newest);
}

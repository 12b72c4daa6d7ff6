// Workspaces of version 0.1.0 (schema 1) open, and every figure that they hold is there afterwards.
#include <sqlite3.h>

#include <algorithm>
#include <cmath>

#include "store_support.h"
#include "tacq/store/measured_points.h"
#include "tacq/store/workspace.h"
#include "test_paths.h"

using namespace tacq;
using namespace tacq::test;

namespace {

void execute(const std::filesystem::path& database, const std::string& sql) {
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(database.c_str(), &handle) == SQLITE_OK);
    char* message = nullptr;
    const int code = sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, &message);
    REQUIRE_MESSAGE(code == SQLITE_OK, (message ? message : ""));
    sqlite3_close(handle);
}

std::int64_t version(const std::filesystem::path& database) {
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(database.c_str(), &handle) == SQLITE_OK);
    sqlite3_stmt* statement = nullptr;
    REQUIRE(sqlite3_prepare_v2(handle, "PRAGMA user_version", -1, &statement, nullptr) == SQLITE_OK);
    REQUIRE(sqlite3_step(statement) == SQLITE_ROW);
    const std::int64_t value = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(handle);
    return value;
}

/// The recorded workspace; `change` is SQL run on it before it is opened.
struct Old {
    Scratch scratch;
    std::filesystem::path database = scratch.path / "workspace.sqlite";
    explicit Old(const std::string& name, const std::string& change = {}) : scratch(name) {
        execute(database, readText(std::filesystem::path(tacq::paths::testData()) / "store" / "workspace-1.sql").value() + change);
    }
};

const Measurement* find(const RunInfo& run, const std::string& metric, std::int64_t measuredBy) {
    const auto found = std::find_if(run.measurements.begin(), run.measurements.end(), [&](const Measurement& m) { return m.metric == metric && m.run == measuredBy; });
    return found == run.measurements.end() ? nullptr : &*found;
}

constexpr double kLoss = 2.81646420038155076426, kError = 0.338481473897763285307;

}  // namespace

TEST_CASE("figuresOfAWorkspaceOfSchema1BecomeMeasurements") {
    const Old old("schema-1");
    CHECK(version(old.database) == 1);
    const Workspace workspace = valueOf(Workspace::open(old.scratch.path));
    CHECK(version(old.database) == 2);
    const RunInfo made = valueOf(workspace.run(4)), original = valueOf(workspace.run(15)), compared = valueOf(workspace.run(17));

    // Measured on what run 4 wrote, by run 16; on its export, by run 19; compared by run 17.
    for (const std::int64_t by : {16, 19}) {
        CAPTURE(by);
        const Measurement* perplexity = find(made, "perplexity", by);
        REQUIRE(perplexity);
        CHECK(perplexity->value == doctest::Approx(std::exp(kLoss)).epsilon(1e-14));
        CHECK(perplexity->title == "Perplexity");
        CHECK(perplexity->text == "held-out.txt");
        CHECK(perplexity->subject == (by == 16 ? "/out/tacq" : "/out/hf"));
        CHECK(perplexity->maker == made.key);
        CHECK(perplexity->items == 504);
        REQUIRE(perplexity->interval);
        CHECK(perplexity->interval->level == 0.95);
        CHECK(perplexity->interval->low == doctest::Approx(std::exp(kLoss - 1.959963984540054 * kError)).epsilon(1e-14));
        const Measurement* loss = find(made, "meanNll", by);
        REQUIRE(loss);
        CHECK(loss->value == kLoss);
        CHECK(standardErrorOf(loss->interval) == doctest::Approx(kError).epsilon(1e-12));
    }
    for (const char* metric : {"kl", "klP99", "top1"}) {
        REQUIRE(find(made, metric, 17));
        REQUIRE(find(compared, metric, 17));
        CHECK_FALSE(find(made, metric, 17)->interval);
    }
    CHECK_FALSE(find(made, "top1", 17)->lowerIsBetter);
    REQUIRE(find(original, "meanNll", 15));
    CHECK(find(original, "meanNll", 15)->subject == "/models/stories260K");
    CHECK(find(original, "meanNll", 15)->maker.empty());

    // What was kept under a name with a text in it is a measurement now, and is still told under that name.
    CHECK(made.metrics == std::map<std::string, double>{{"bitsPerWeight", 3.89788135593220319563}, {"kept", 792}, {"modelBytes", 267252}});
    const auto figures = figuresByName(made);
    CHECK(figures.at("meanNll:held-out.txt") == kLoss);
    CHECK(figures.at("perplexity:held-out.txt") == doctest::Approx(std::exp(kLoss)));
    CHECK(figures.at("standardError:held-out.txt") == doctest::Approx(kError));
    CHECK(original.metrics.at("standardError") == 0.3564050969054939344);

    const MeasuredRuns measured = measuredRuns(valueOf(workspace.runs()), "b32ec7d4", "tinystories");
    CHECK(measured.runs.empty());  // another model's
}

TEST_CASE("aWorkspaceOfSchema1IsMigratedOnceAndItsRunsPredictAsBefore") {
    const Old old("schema-1-again");
    for (int time = 0; time < 2; ++time) {
        const Workspace workspace = valueOf(Workspace::open(old.scratch.path));
        const RunInfo made = valueOf(workspace.run(4));
        CHECK(made.measurements.size() == 2 + 2 + 3);
        const std::string identity = made.resultJson.substr(made.resultJson.find("\"modelIdentity\": \"") + 18, 64);
        const MeasuredRuns measured = measuredRuns(valueOf(workspace.runs()), identity, made.taskName);
        CHECK(measured.text == "held-out.txt");
        REQUIRE(measured.runs.size() == 1);
        CHECK(measured.runs[0].run == 4);
        CHECK(measured.runs[0].loss == kLoss);
        CHECK(measured.runs[0].standardError == doctest::Approx(kError));
        REQUIRE(measured.original);
        CHECK(measured.original->loss == 2.25929374048716136158);
    }
}

TEST_CASE("aFigureWhoseMeasuringRunIsGoneIsCarriedOver") {
    const Old old("schema-1-noted", "DELETE FROM metrics WHERE run IN (16, 17, 19); DELETE FROM runs WHERE id IN (16, 17, 19);");
    const Workspace workspace = valueOf(Workspace::open(old.scratch.path));
    const RunInfo made = valueOf(workspace.run(4));
    CHECK(made.measurements.size() == 2);
    const Measurement* loss = find(made, "meanNll", 4);
    REQUIRE(loss);
    CHECK(loss->value == kLoss);
    CHECK(loss->maker == made.key);
    CHECK(standardErrorOf(loss->interval) == doctest::Approx(kError));
    CHECK(figuresByName(made).at("perplexity:held-out.txt") == doctest::Approx(std::exp(kLoss)));
}

TEST_CASE("aMeasurementKeepsEveryFieldInTheTableAndInJson") {
    const Scratch scratch("measurement");
    const Workspace workspace = valueOf(Workspace::open(scratch.path));
    RunInfo run;
    run.command = "evaluate";
    run.id = valueOf(workspace.beginRun(run));
    run.state = "done";
    const Measurement whole{"acc", "Accuracy", false, "mmlu", "/out/small", "maker", 0.5, Interval{0.375, 0.625, 0.9}, 64, "questions", run.id};
    const Measurement bare{"kl", "KL divergence", true, "text", "/out/small", "", 0.25, std::nullopt, 0, "tokens", run.id};
    const Measurement undefined{"nothing", "Nothing", true, "text", "/out/small", "", std::nan(""), std::nullopt, 0, "tokens", run.id};
    run.measurements = {whole, bare, undefined};
    require(workspace.finishRun(run));
    CHECK(valueOf(workspace.run(run.id)).measurements == std::vector<Measurement>{whole, bare});
    for (const Measurement& one : {whole, bare}) CHECK(measurementFromJson(measurementToJson(one), "test").value() == one);
    for (const char* text : {"{}", "7", "{\"metric\": \"acc\"}", R"({"metric": "acc", "value": null})"}) CHECK_FALSE(measurementFromJson(text, "test").ok());
}

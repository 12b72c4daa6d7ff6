// Circuit tuning as a step of whole commands on the sample.
#include <filesystem>
#include <map>

#include "pipeline_support.h"
#include "tacq/base/file_io.h"
#include "tacq/checkpoint/checkpoint.h"

using namespace tacq;
using namespace tacq::test;
namespace fs = std::filesystem;

namespace {

/// Rates at which a few steps show.
const std::string kThree = "circuit-tuning:epochs=3:lr-scales=0.01:lr-kept=0.02:lr-gains=0.01";

/// Ten samples, two bits: enough to learn from in seconds.
Json asked(const CommandRunner& runner, const std::string& out, const std::string& steps, const Json& more = Json::object()) {
    Json params = runner.calibrated({{"samples", 10}, {"bits", 2}, {"outliers", 0.01}, {"format", "tacq"}, {"out", runner.path(out)}});
    if (!steps.empty()) params["steps"] = steps;
    params.update(more);
    return params;
}

/// Content of every file below a folder, by its path there.
std::map<std::string, std::string> contents(const fs::path& folder) {
    std::map<std::string, std::string> all;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) all[fs::relative(entry.path(), folder).string()] = readText(entry.path()).value();
    return all;
}

double klOf(const CommandRunner& runner, const std::string& model) {
    return runner.run("evaluate", {{"model", runner.path(model)}, {"metric", "kl"}, {"against", kSample}, {"textFile", kStories}, {"window", 128}, {"maxWindows", 40}}).at("value").get<double>();
}

}  // namespace

TEST_CASE("a tuned model has the codes, the kept places and the size of the plain one, and is closer to the original") {
    const CommandRunner runner("tuned");
    const Json plain = runner.run("quantize", asked(runner, "plain", ""));
    const Json tuned = runner.run("quantize", asked(runner, "tuned", kThree));
    CHECK(tuned.at("artifact") != plain.at("artifact"));
    CHECK(tuned.at("modelBytes") == plain.at("modelBytes"));
    CHECK(tuned.at("ledger") == plain.at("ledger"));
    REQUIRE(tuned.at("steps").size() == 1);
    const Json& step = tuned.at("steps").at(0);
    CHECK(step.at("name") == "circuit-tuning");
    CHECK(step.at("figures").at("epochs").size() == 3);
    CHECK(step.at("figures").at("best").get<int>() > 0);
    CHECK(step.at("figures").at("addedBytes") == 0);
    CHECK(step.at("figures").at("offTaskName").get<std::string>().find("gsm8k") != std::string::npos);
    CHECK(step.at("figures").at("epochs").at(2).at("heldOutLoss").get<double>() < step.at("figures").at("heldOutLossBefore").get<double>());
    CHECK_FALSE(plain.contains("steps"));

    const auto before = Checkpoint::open(runner.path("plain")).value(), after = Checkpoint::open(runner.path("tuned")).value();
    int moved = 0;
    for (const LinearInfo& info : before.linears()) {
        const PackedLinear a = before.readPacked(info.name).value(), b = after.readPacked(info.name).value();
        CHECK(a.codes == b.codes);
        CHECK(a.zeros == b.zeros);
        CHECK(a.rowOffsets == b.rowOffsets);
        CHECK(a.keptColumns == b.keptColumns);
        moved += a.scales != b.scales;
    }
    CHECK(moved == static_cast<int>(before.linears().size()));
    CHECK(before.readAll("model.norm.weight").value() != after.readAll("model.norm.weight").value());
    CHECK(before.readAll("model.embed_tokens.weight").value() == after.readAll("model.embed_tokens.weight").value());
    const auto was = contents(runner.path("plain")), is = contents(runner.path("tuned"));
    for (const auto& [path, text] : was)
        if (path.ends_with(".safetensors")) CHECK(is.at(path).size() == text.size());
    CHECK(is.at("README.md").find("circuit tuning: epoch") != std::string::npos);
    CHECK(is.at("tacq.json").find("seconds") == std::string::npos);
    const double plainKl = klOf(runner, "plain"), tunedKl = klOf(runner, "tuned");
    CHECK(tunedKl < 0.9 * plainKl);

    // What the packed file holds, the dequantized folder holds, and an export of the run.
    runner.run("quantize", asked(runner, "hf", kThree, {{"format", "hf"}, {"tensorDtype", "f32"}}));
    CHECK(klOf(runner, "hf") == doctest::Approx(tunedKl).epsilon(1e-5));
    runner.run("export", {{"source", std::to_string(tuned.at("run").get<int>())}, {"out", runner.path("exported")}, {"format", "tacq"}});
    CHECK(klOf(runner, "exported") == doctest::Approx(tunedKl).epsilon(1e-9));
    const std::string card = contents(runner.path("exported")).at("README.md");
    CHECK(card.find("circuit tuning: epoch") != std::string::npos);
    const std::string report = runner.path("report.html");
    runner.run("report", {{"run", std::to_string(tuned.at("run").get<int>())}, {"out", report}});
    CHECK(readText(report).value().find("tuning-table") != std::string::npos);
}

TEST_CASE("a step that does nothing is the plain run, byte for byte, and its artifact") {
    const CommandRunner runner("idle-step");
    const Json plain = runner.run("quantize", asked(runner, "plain", ""));
    for (const char* steps : {"circuit-tuning:epochs=0", "circuit-tuning:train=none", "circuit-tuning:lr-scales=0:lr-kept=0:lr-gains=0"}) {
        CAPTURE(steps);
        const Json idle = runner.run("quantize", asked(runner, "idle", steps, {{"force", true}}));
        CHECK(idle.at("artifact") == plain.at("artifact"));
        CHECK(idle.at("runKey") == plain.at("runKey"));
        CHECK(contents(runner.path("idle")) == contents(runner.path("plain")));
    }
}

TEST_CASE("tune of a run is that run's command with the step") {
    const CommandRunner runner("tune");
    const Json plain = runner.run("quantize", asked(runner, "plain", ""));
    const std::string run = std::to_string(plain.at("run").get<int>());
    const Json tuned = runner.run("tune", {{"run", run}, {"out", runner.path("tuned")}, {"epochs", 2}, {"train", "scales,kept"}});
    CHECK(tuned.at("command") == "tune");
    CHECK(tuned.at("epochs").size() == 2);
    CHECK(tuned.at("trained").at("gains") == 0);
    const Json same = runner.run("quantize", asked(runner, "same", "circuit-tuning:epochs=2:train=scales+kept"));
    CHECK(same.at("artifact") == tuned.at("artifact"));
    CHECK(contents(runner.path("same")) == contents(runner.path("tuned")));
    // By the folder it wrote, too, and in another format.
    const Json folder = runner.run("tune", {{"run", runner.path("plain")}, {"out", runner.path("hf")}, {"epochs", 2}, {"train", "scales,kept"}, {"format", "hf"}});
    CHECK(folder.at("artifact") == tuned.at("artifact"));
    CHECK(folder.at("format") == "hf");
    const auto unknown = runner.tryRun("tune", {{"run", run}, {"out", runner.path("x")}, {"train", "codes"}});
    REQUIRE_FALSE(unknown.ok());
    CHECK(unknown.error().code == ErrorCode::InvalidArgument);
    const auto model = runner.tryRun("tune", {{"run", kSample}, {"out", runner.path("x")}});
    REQUIRE_FALSE(model.ok());
    CHECK(model.error().code == ErrorCode::NotFound);
}

TEST_CASE("steps that are unknown are refused before work") {
    const CommandRunner runner("refused");
    const auto refused = runner.tryRun("quantize", asked(runner, "out", "norm-tweaking"));
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::InvalidArgument);
    CHECK_FALSE(fs::exists(runner.path("out")));
    CHECK(runner.run("runs-list", Json::object()).at("runs").empty());
}

TEST_CASE("a run that is stopped in its tuning goes on there and ends with the same bytes") {
    const CommandRunner whole("whole"), stopped("stopped");
    whole.run("quantize", asked(whole, "out", kThree));
    for (int round = 0; round < 2; ++round) {
        std::stop_source stop;
        RunContext context;
        context.stop = stop.get_token();
        context.progress = [&](const Progress& step) {
            if (step.stage == Stage::Tune && step.done >= (round == 0 ? 4u : 13u)) stop.request_stop();
        };
        const auto cancelled = runCommand("quantize", dumpJson(asked(stopped, "out", kThree)), stopped.environment, context);
        REQUIRE_FALSE(cancelled.ok());
        CHECK(cancelled.error().code == ErrorCode::Cancelled);
    }
    stopped.run("quantize", asked(stopped, "out", kThree));
    CHECK(contents(stopped.path("out")) == contents(whole.path("out")));
    // Nothing of the way stays in the artifact.
    for (const auto& entry : fs::recursive_directory_iterator(stopped.path("workspace"))) CHECK(entry.path().filename() != "tuning.safetensors");
}

// A workspace and a packed checkpoint as version 0.1.0 left them (tests/data/store/ORIGIN.md): found again, loaded, and nothing computed anew.
#include <cmath>
#include <map>

#include "pipeline_support.h"
#include "tacq/base/file_io.h"
#include "tacq/store/workspace.h"
#include "unpack_folder.h"

using namespace tacq;
using namespace tacq::test;

namespace {

// As that version answered.
const Json kMade{{"runKey", "c4e6e7d29933c4537310079380ae05ded04448be909446a516c1704c0b92631e"},
                 {"modelIdentity", "43667c49766cc401c310fc793da101ccfdb9b3a033076379fab327889c50d9ee"},
                 {"artifact", "0d56a700d86ade44e3f6fc74b98bfe13e56d3b57d30bf683de10657e52afb072"},
                 {"saliencyArtifact", "4a1d9ab067260f456349c82fab0889f41e30f8f86a6ba8c9d073a5710a7ea0f1"},
                 {"gradientArtifact", "b9aae089f0a9daaef6e7d598906a02ec4bbe2be7f060f845b64b1e9eb2e73390"},
                 {"simulationArtifact", "7e6fb83961787e0766d278f65fb628c694f3b97545e864658a8b40bc0757163a"},
                 {"kept", 30}};
constexpr double kMeanNll = 5.099316474891478;

struct OldWorkspace : CommandRunner {
    explicit OldWorkspace(const std::string& name) : CommandRunner(name) {
        unpackFolder(std::filesystem::path(tacq::paths::testData()) / "store" / "workspace-0.1.pack", scratch.folder);
    }
    Json asked(const Json& more = Json::object()) const {
        Json params{{"model", path("models/tiny")}, {"task", path("models/rows.safetensors")}, {"samples", 4}, {"tokens", 32}, {"bits", 3}};
        params.update(more);
        return params;
    }
};

void checkReused(const Json& answer, std::size_t stages) {
    std::size_t reused = 0;
    for (const Json& stage : answer.at("stages"))
        if (stage.at("name") != "export" && stage.at("name") != "select") {
            CHECK_MESSAGE(stage.at("reused") == true, stage.at("name").get<std::string>());
            ++reused;
        }
    CHECK(reused == stages);
}

}  // namespace

TEST_CASE("theArtifactsOfAnOldWorkspaceAreFoundAndNothingIsComputed") {
    const OldWorkspace tacq("old-workspace");
    const Json made = tacq.run("quantize", tacq.asked({{"out", tacq.path("again")}, {"format", "tacq"}}));
    for (const auto& [member, value] : kMade.items()) CHECK_MESSAGE(made.at(member) == value, member);
    checkReused(made, 4);  // gradient, simulate, saliency, quantize
    for (const char* file : {"model.safetensors", "tacq/outliers.safetensors"})
        CHECK(readText(std::filesystem::path(tacq.path("again")) / file).value() == readText(std::filesystem::path(tacq.path("out/small")) / file).value());
    const Json saliency = tacq.run("saliency", tacq.asked());
    CHECK(saliency.at("artifact") == kMade.at("saliencyArtifact"));
    checkReused(saliency, 3);
    // What that version delivered is known as this command's result.
    CHECK(tacq.run("quantize", tacq.asked({{"out", tacq.path("out/small")}, {"format", "tacq"}})).at("reused") == true);
}

TEST_CASE("anOldWorkspaceKeepsItsRunsAndItsSaliencyCanBeAskedAnything") {
    const OldWorkspace tacq("old-history");
    const Json runs = tacq.run("runs-list", Json::object()).at("runs");
    REQUIRE(runs.size() >= 2);
    const Json shown = tacq.run("runs-show", {{"run", "1"}}).at("runs")[0];
    CHECK(shown.at("command") == "quantize");
    CHECK(shown.at("state") == "done");
    CHECK(shown.at("metrics").at("kept") == 30);
    const Json broken = tacq.run("workspace-verify", Json::object());
    CHECK(broken.at("broken").empty());
    CHECK(tacq.run("budget", {{"artifact", kMade.at("saliencyArtifact")}}).at("kept") == 30);
}

TEST_CASE("anOldPackedCheckpointLoads") {
    const OldWorkspace tacq("old-packed");
    const Json measured = tacq.run("perplexity", {{"model", tacq.path("out/small")}, {"tokensFile", tacq.path("models/rows.safetensors")}});
    CHECK(std::fabs(measured.at("meanNll").get<double>() - kMeanNll) < 1e-5 * kMeanNll);
    CHECK(tacq.run("inspect", {{"model", tacq.path("out/small")}}).at("kind") == "tacq");
    const Json wide = tacq.run("export", {{"source", tacq.path("out/small")}, {"out", tacq.path("wide")}, {"format", "hf"}});
    CHECK(wide.at("readback").is_object());
}

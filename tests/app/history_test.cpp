// What history keeps of a run leads back to it: its command line as a shell runs it, and the keys of its artifacts from version to version.
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "command_support.h"

using namespace tacq::test;

namespace {

std::string recipeFile() {
    const std::string file = scratch().path("recipe.json");
    std::ofstream(file) << R"({"tensors":{"model.layers.0.mlp.up_proj.weight":4}})";
    return file;
}

/// Every kind of option that shapes a result.
std::vector<std::string> elaborate(const std::string& out) {
    return {"quantize", kSample, out, "--task", "tinystories", "--samples", "4", "--tokens", "64", "--bits", "3", "--group-size", "32", "--symmetric", "--scale-dtype", "f32",
            "--method", "qal", "--target-bits", "4.9", "--embedding-bits", "8", "--tensor-dtype", "bf16", "--format", "tacq", "--recipe", recipeFile(),
            "--packing", "windows", "--loss", "all", "--no-verify", "--seed", "7"};
}

/// A line as a person pastes it into a shell, anywhere. Names that are no text need one that knows $'…', as POSIX of 2024 asks.
Json pasted(const std::string& line) {
    const std::string folder = std::string(TACQ_PROGRAM).substr(0, std::string(TACQ_PROGRAM).rfind('/'));
    const std::string command = "cd / && PATH=\"" + folder + ":$PATH\" TACQ_WORKSPACE='" + scratch().path("workspace") + "' " + line + " --json --progress none 2>/dev/null";
    const std::string script = scratch().path("pasted.sh");
    std::ofstream(script, std::ios::binary) << command << '\n';
    FILE* pipe = ::popen(("bash '" + script + "'").c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string text;
    std::array<char, 4096> buffer{};
    for (std::size_t n = 0; (n = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) text.append(buffer.data(), n);
    CAPTURE(line);
    CAPTURE(text);
    REQUIRE(::pclose(pipe) == 0);
    return Json::parse(text);
}

std::string lineOf(const Json& run) { return answer({"runs", "command", std::to_string(run.get<int>())}).at("commandLine").get<std::string>(); }

void says(const Json& object, const std::vector<std::pair<const char*, const char*>>& members) {
    for (const auto& [key, value] : members) {
        CAPTURE(key);
        CHECK(object.at(key) == value);
    }
}

}  // namespace

// Made by the program as it was when commands got their table. They change only where an artifact's bytes are meant to.
TEST_CASE("keysOfRunsAndArtifactsStayAsTheyWere") {
    says(answer(quantizeWords(scratch().path("plain"), {"--format", "tacq"})),
        {{"runKey", "4637eaf59414ecad591b7d38ba694bcd2c268a60bf49e70c17f05d520ecdec60"}, {"artifact", "862ea677e11c8e414855e72ec886e497c231bafb4196e8574997cc071c6981ab"}, {"saliencyArtifact", "aae877ae8bdd3c60d3c30ef9e3469be6f42f58801ece91f4a9d967fce947bfb2"},
         {"gradientArtifact", "2a87a8fe3eca7f6b2b0371aad34dfc2f96782b7e2826968882eaaf9f2e01616b"}, {"simulationArtifact", "11ad10e03d47652f66ae80ecfe1534f408f69b6ac2587bb8f2c0942a7cc27929"}});
    says(answer(elaborate(scratch().path("elaborate"))),
        {{"runKey", "bb7d8811985f0e14af4abe166abddba8b12104f682be727de64bd2248c699af3"}, {"artifact", "6049c15f790d6587e19f7ebdc102d0dda686420776b1934b3ac3a8781e5b7a2e"}, {"gradientArtifact", "cc5b8ad618834224152c64d22ef3f7b7c7f69d2cb0c1e1796a6f2a93216829c0"},
         {"simulationArtifact", "60928a6a89d7f84e76aa9effad67ed8e2aca5edae206ece63f92c84d579b4bbf"}});
    says(answer({"saliency", kSample, "--task", "gsm8k:0.7,tinystories:0.3", "--samples", "6", "--tokens", "256", "--bits", "2", "--group-size", "32"}),
        {{"artifact", "c125dc31b47b6c5d402954de62ef7f1b5d1399928ff17c36013a17d5ee083111"}, {"gradientArtifact", "02fd7671db2c6665866b31287620c151ac469a3441ec623ed6b935b6e3bbf194"}, {"simulationArtifact", "9888dbe5f8ca6d4d31e088546cf75fe7b55f745f878dfecdcdf7ab1fa313658b"}});
}

TEST_CASE("aCommandLineFromHistoryIsTheSameRunAgain") {
    const Json first = answer(elaborate(scratch().path("it's here")));
    const Json again = pasted(lineOf(first.at("run")));
    CHECK(again.at("reused") == true);  // OUT holds the result of this very key
    CHECK(again.at("runKey") == first.at("runKey"));
    const Json saliency = answer({"saliency", kSample, "--task", "gsm8k:0.7,tinystories:0.3", "--samples", "6", "--tokens", "256", "--bits", "2", "--group-size", "32"});
    const Json same = pasted(lineOf(saliency.at("run")));
    CHECK(same.at("artifact") == saliency.at("artifact"));
    for (const Json& stage : same.at("stages")) CHECK(stage.at("reused") == true);
    const Json score = answer({"circuit", "score", std::to_string(saliency.at("run").get<int>()), "--method", "msg"});
    CHECK(pasted(lineOf(score.at("run"))).at("artifact") == score.at("artifact"));
}

TEST_CASE("bitsNobodyAskedForAreThree") {
    const std::string out = scratch().path("plain");
    const Json made = answer(quantizeWords(out, {"--format", "tacq"}));
    std::vector<std::string> unsaid = quantizeWords(out, {"--format", "tacq"});
    unsaid.erase(std::find(unsaid.begin(), unsaid.end(), "--bits"), std::find(unsaid.begin(), unsaid.end(), "--bits") + 2);
    const Json again = answer(unsaid);
    CHECK(again.at("reused") == true);
    CHECK(again.at("runKey") == made.at("runKey"));
}

TEST_CASE("namesThatAreNoTextLeadBackToTheirRun") {
    const std::string odd = scratch().path("caf\xe9 it's"), other = scratch().path("\xff\xfe");
    const Json made = answer(quantizeWords(odd, {"--format", "tacq"}));
    REQUIRE(std::filesystem::exists(odd + "/config.json"));
    const Json again = pasted(lineOf(made.at("run")));
    CHECK(again.at("reused") == true);
    CHECK(again.at("runKey") == made.at("runKey"));
    const Json elsewhere = answer({"runs", "rerun", std::to_string(made.at("run").get<int>()), "--out", other});
    CHECK(std::filesystem::exists(other + "/config.json"));
    CHECK(pasted(lineOf(elsewhere.at("run"))).at("reused") == true);
}

TEST_CASE("runsAreNamedTaggedAndForgotten") {
    const Json made = answer(quantizeWords(scratch().path("labelled"), {"--format", "tacq", "--seed", "11"}));
    const std::string run = std::to_string(made.at("run").get<int>());
    CHECK_FALSE(answer({"runs", "show", run}).at("runs")[0].contains("name"));   // nothing new where nobody wrote
    const Json labelled = answer({"runs", "label", run, "--name", "best so far", "--tags", "paper, 3 bit,paper"}).at("runs")[0];
    CHECK(labelled.at("name") == "best so far");
    CHECK(labelled.at("tags") == Json({"paper", "3 bit"}));
    answer({"runs", "label", run, "--note", "kept for the talk"});
    const Json shown = answer({"runs", "show", run}).at("runs")[0];
    CHECK(shown.at("name") == "best so far");   // what is not given stays
    CHECK(shown.at("note") == "kept for the talk");
    CHECK_FALSE(answer({"runs", "label", run, "--tags", ""}).at("runs")[0].contains("tags"));
    refused({"runs", "label", run}, 2, "invalid-argument", "--name");
    refused({"runs", "label", run, "--name", std::string(300, 'x')}, 2, "invalid-argument", "--name");
    refused({"runs", "delete", run, "999999"}, 3, "not-found", "run");
    CHECK(answer({"runs", "delete", run}).at("deleted") == Json({made.at("run")}));
    refused({"runs", "show", run}, 3, "not-found", "run");
    // The models and artifacts are still there: the same command finds them.
    CHECK(answer(quantizeWords(scratch().path("labelled"), {"--format", "tacq", "--seed", "11"})).at("reused") == true);
}

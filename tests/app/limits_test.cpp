// Numbers at the ends of their ranges, on the real program: taken or refused by name, never a crash and never a workspace that calls itself damaged.
#include <limits>

#include "command_support.h"

using namespace tacq::test;

namespace {

const std::string kHighest = std::to_string(std::numeric_limits<std::int64_t>::max()), kTiny = "5e-324";

std::string saliency() {
    return answer({"saliency", kSample, "--task", "tinystories", "--samples", "2", "--tokens", "32"}).at("artifact").get<std::string>();
}

}  // namespace

TEST_CASE("groupSizesHaveOneRangeWhereverTheyEnter") {
    const std::string artifact = saliency();
    for (const char* size : {"9223372036854775800", "9223372036854775807", "16777224", "4294967296", "-9223372036854775808", "-2", "0", "12"}) {
        CAPTURE(size);
        refused({"saliency", kSample, "--task", "tinystories", "--samples", "2", "--tokens", "32", "--group-size", size}, 2, "invalid-argument");
        refused({"quantize", kSample, scratch().path("never"), "--task", "tinystories", "--samples", "2", "--tokens", "32", "--group-size", size}, 2, "invalid-argument");
        refused({"budget", artifact, "--group-size", size}, 2, "invalid-argument");
        refused({"budget", artifact, "--recipe", std::string(R"({"tensors":{"model.layers.0.mlp.up_proj.weight":{"groupSize":)") + size + "}}}"}, 2, "invalid-argument");
    }
}

TEST_CASE("theWidestGroupIsWrittenAndReadBack") {
    const std::string out = scratch().path("widest");
    const Json made = answer(quantizeWords(out, {"--group-size", "16777216", "--format", "tacq"}));
    CHECK(answer({"inspect", out}).at("kind") == "tacq");
    CHECK(answer({"export", std::to_string(made.at("run").get<int>()), scratch().path("widest-hf"), "--format", "hf"}).at("reused") == false);
    CHECK(answer({"budget", made.at("saliencyArtifact")}).at("grid").at("groupSize") == 16777216);
    CHECK(answer({"workspace", "verify"}).at("broken").empty());
}

TEST_CASE("budgetsAtTheEndsOfTheirRangesAreArithmetic") {
    const std::string artifact = saliency();
    const Json nothing = answer({"budget", artifact, "--outliers", "0"});
    CHECK(nothing.at("kept") == 0);
    CHECK(answer({"budget", artifact, "--outliers", kTiny}).at("kept") == 0);
    const Json all = answer({"budget", artifact, "--outliers", "1"});
    CHECK(all.at("kept") == all.at("ledger").at("quantizableWeights"));
    CHECK(answer({"budget", artifact, "--target-size", kHighest}).at("kept") == all.at("kept"));
    CHECK(answer({"budget", artifact, "--target-bits", "64"}).at("kept") == all.at("kept"));
    refused({"budget", artifact, "--target-bits", "1e-9"}, 2, "invalid-argument", "--target-bits");
    refused({"budget", artifact, "--target-size", "1"}, 2, "invalid-argument", "--target-size");
    for (const std::string& wrong : {std::string("1.0000000000000002"), std::string("-5e-324"), std::string("inf"), std::string("nan"), std::string("1e308")})
        refused({"budget", artifact, "--outliers", wrong}, 2, "invalid-argument", "--outliers");
    CHECK(answer({"circuit", "compare", artifact, artifact, "--outliers", kTiny}).at("keptA") == 0);
}

TEST_CASE("countsAtTheEndsOfTheirRangesAreTakenOrRefusedByName") {
    refused({"task", "show", "tinystories", "--model", kSample, "--samples", "1000000000", "--tokens", "1000000000"}, 2, "invalid-argument", "--samples");
    CHECK(answer({"task", "show", "tinystories", "--model", kSample, "--samples", "1000000000", "--tokens", "2", "--show", "1", "--seed", kHighest}).at("samples").size() == 1);
    refused({"task", "show", "tinystories:1e308,gsm8k:1e308", "--model", kSample}, 2, "invalid-argument", "1e308");
    refused({"task", "show", "tinystories:5e-324,gsm8k:1", "--model", kSample}, 2, "invalid-argument", "5e-324");
    CHECK(answer({"generate", kSample, "--prompt", "Once", "--max-tokens", "3", "--temperature", kTiny, "--seed", kHighest}).at("ids").size() <= 3);
    CHECK(answer({"generate", kSample, "--prompt", "Once", "--max-tokens", "3", "--temperature", "100"}).at("ids").size() <= 3);
    CHECK(answer({"runs", "list", "--limit", kHighest}).contains("runs"));
    CHECK(answer({"workspace", "gc", "--older-than-days", "100000"}).at("removed").at("artifacts") == 0);
    answer({"probe", "--seconds", kTiny});
    CHECK(runTacq({"--threads", "4096", "tokenize", kSample, "--text", "a", "--json", "--progress", "none"}).code == 0);
    // `serve` hands no request to a command that would look: it looks itself.
    for (const char* threads : {"4097", "99999999999", "-1"}) CHECK(runTacq({"--threads", threads, "serve"}).code == 2);
}

// Artifacts and results of version 0.1.0 are found again: their keys are what they were.
#include "pipeline_support.h"
#include "tacq/base/file_io.h"
#include "tacq/numerics/score.h"

using namespace tacq;
using namespace tacq::test;

namespace {

Json recorded() {
    const auto file = std::filesystem::path(tacq::paths::testData()) / "store" / "keys-1.json";
    return parseJson(readText(file).value(), file.string()).value();
}

Json quantize(const CommandRunner& tacq, const std::string& name, Json more) {
    more.update({{"out", tacq.path(name)}, {"format", "tacq"}, {"noVerify", true}});
    return tacq.run("quantize", tacq.calibrated(more));
}

}  // namespace

TEST_CASE("theKeysOfVersion010Stay") {
    const Json keys = recorded();
    const CommandRunner tacq("keys");
    const Json saliency = tacq.run("saliency", tacq.calibrated());
    for (const auto& [member, key] : keys.at("saliency").items()) CHECK_MESSAGE(saliency.at(member) == key, member);
    std::size_t checked = 0;
    for (const Method method : methods()) {
        const std::string name(method->name);
        if (!keys.at("quantize").contains(name)) continue;
        CAPTURE(name);
        const Json made = quantize(tacq, name, {{"method", name}});
        CHECK(made.at("artifact") == keys.at("quantize").at(name).at("artifact"));
        CHECK(made.at("runKey") == keys.at("quantize").at(name).at("runKey"));
        ++checked;
    }
    CHECK(checked == 8);
    const Json mixed = quantize(tacq, "mixed", {{"recipe", {{"format", "tacq-recipe"}, {"version", 1}, {"tensors", {{"model.layers.0.self_attn.q_proj.weight", {{"bits", 4}}},
                                                                                                                  {"model.layers.1.mlp.up_proj.weight", {{"bits", 2}, {"groupSize", 32}}}}}}}});
    CHECK(mixed.at("artifact") == keys.at("mixed").at("artifact"));
    CHECK(mixed.at("runKey") == keys.at("mixed").at("runKey"));
    const Json other = quantize(tacq, "sym", {{"groupSize", 32}, {"symmetric", true}, {"scaleDtype", "f32"}});
    CHECK(other.at("artifact") == keys.at("sym").at("artifact"));
    CHECK(other.at("runKey") == keys.at("sym").at("runKey"));
    for (const auto& [name, key] : keys.at("score").items()) {
        CAPTURE(name);
        CHECK(tacq.run("circuit-score", {{"saliency", saliency.at("artifact")}, {"method", name}}).at("artifact") == key);
    }
}

TEST_CASE("aRecipeThatSaysWhatHoldsAnywayMakesNoOtherResult") {
    const CommandRunner tacq("redundant");
    const Json plain = quantize(tacq, "plain", Json::object());
    const Json redundant = quantize(tacq, "same", {{"recipe", {{"tensors", {{"model.layers.0.self_attn.q_proj.weight", {{"bits", 3}}}, {"model.layers.1.mlp.up_proj.weight", {{"groupSize", -1}, {"locked", true}}}}}}}});
    CHECK(redundant.at("artifact") == plain.at("artifact"));
    CHECK(redundant.at("runKey") == plain.at("runKey"));
}

// A family is a table entry: families that only these tests know, made of what the description of a block can say, against transformers.
#include "checkpoint/config/family.h"
#include "model_fixture.h"
#include "test_families.h"

using namespace tacq;
using namespace tacq::fixture;

TEST_CASE("a family that the tests add is read, named and computed like transformers', cached and not") {
    test::addTestFamilies();
    const torch::NoGradGuard noGrad;
    for (const auto& name : test::kFamilyModels) {
        CAPTURE(name);
        const auto folder = test::familyModel(name);
        const auto model = load(folder);
        const auto ids = tensor(folder / "expected.safetensors", "ids");
        const auto expected = tensor(folder / "expected.safetensors", "logits");
        CHECK(largestDifference(logits(model, ids), expected) < 1e-4);
        KeyValueCache cache;
        const auto first = logits(model, ids.narrow(1, 0, 9), &cache), rest = logits(model, ids.narrow(1, 9, ids.size(1) - 9), &cache);
        CHECK(largestDifference(torch::cat({first, rest}, 1), expected) < 1e-4);
        CHECK(supportedArchitectures().find(model.config().family->title) != std::string::npos);
    }
}

TEST_CASE("a config.json written for a family says what makes it one") {
    test::addTestFamilies();
    for (const auto& name : test::kFamilyModels) {
        CAPTURE(name);
        const auto checkpoint = open(test::familyModel(name));
        const auto again = parseModelConfig(writeModelConfig(checkpoint->config()), "written");
        REQUIRE_MESSAGE(again.ok(), (again.ok() ? "" : formatError(again.error())));
        const ModelConfig &a = checkpoint->config(), &b = again.value();
        CHECK(a.family == b.family);
        CHECK(a.attentionScale == b.attentionScale);
        CHECK(a.embeddingMultiplier == b.embeddingMultiplier);
        CHECK(a.residualMultiplier == b.residualMultiplier);
        CHECK(a.logitMultiplier == b.logitMultiplier);
        CHECK((a.queryKeyNorm == b.queryKeyNorm && a.normGain == b.normGain && a.activation == b.activation));
        CHECK(a.tiedEmbeddings == b.tiedEmbeddings);
    }
}

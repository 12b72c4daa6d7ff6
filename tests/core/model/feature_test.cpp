// Every architecture feature against transformers (tests/support/make_feature_models.py).
#include "model_fixture.h"

using namespace tacq;
using namespace tacq::fixture;

namespace {

constexpr double kTolerance = 1e-4;

std::vector<std::string> features() {
    std::vector<std::string> names;
    for (const auto& name : json(feature("features.json"))) names.push_back(name.get<std::string>());
    REQUIRE(names.size() >= 16);
    return names;
}

/// Pieces of the sequence one after the other through the cache.
torch::Tensor inPieces(const CausalLm& model, const torch::Tensor& ids, std::int64_t first, std::int64_t step) {
    KeyValueCache cache;
    std::vector<torch::Tensor> pieces;
    for (std::int64_t begin = 0, count = first; begin < ids.size(1); begin += count, count = step) {
        count = std::min(count, ids.size(1) - begin);
        pieces.push_back(logits(model, ids.narrow(1, begin, count), &cache));
    }
    CHECK(cache.length == ids.size(1));
    return torch::cat(pieces, 1);
}

}  // namespace

TEST_CASE("logits of every architecture feature equal those of transformers") {
    const torch::NoGradGuard noGrad;
    for (const auto& name : features()) {
        CAPTURE(name);
        const auto model = load(feature(name));
        const auto ids = tensor(feature(name) / "expected.safetensors", "ids");
        const auto expected = tensor(feature(name) / "expected.safetensors", "logits");
        CHECK(largestDifference(logits(model, ids), expected) < kTolerance);
    }
}

TEST_CASE("a key-value cache changes no logit, token by token and prefix by prefix") {
    const torch::NoGradGuard noGrad;
    for (const auto& name : features()) {
        CAPTURE(name);
        const auto model = load(feature(name));
        const auto ids = tensor(feature(name) / "expected.safetensors", "ids");
        const auto expected = tensor(feature(name) / "expected.safetensors", "logits");
        CHECK(largestDifference(inPieces(model, ids, 1, 1), expected) < kTolerance);
        CHECK(largestDifference(inPieces(model, ids, 9, 24), expected) < kTolerance);
        CHECK(largestDifference(inPieces(model, ids, 3, 4), expected) < kTolerance);
        CHECK(largestDifference(inPieces(model, ids, 17, 1), expected) < kTolerance);
    }
}

TEST_CASE("a batch of two equals two batches of one") {
    const torch::NoGradGuard noGrad;
    for (const auto& name : features()) {
        CAPTURE(name);
        const auto model = load(feature(name));
        const auto ids = tensor(feature(name) / "expected.safetensors", "ids");
        const auto both = logits(model, ids);
        for (std::int64_t row = 0; row < 2; ++row)
            CHECK(largestDifference(logits(model, ids.narrow(0, row, 1)), both.narrow(0, row, 1)) < 1e-5);
    }
}

TEST_CASE("streamed blocks give the same logits as resident ones") {
    const torch::NoGradGuard noGrad;
    for (const auto& name : features()) {
        CAPTURE(name);
        const auto ids = tensor(feature(name) / "expected.safetensors", "ids");
        const auto streamed = load(feature(name), Residency::Streamed);
        CHECK(torch::equal(logits(streamed, ids), logits(load(feature(name)), ids)));
    }
}

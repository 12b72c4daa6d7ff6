#include <cmath>

#include "../model/model_fixture.h"
#include "tacq/evaluate/evaluate.h"

using namespace tacq;
using namespace tacq::fixture;

namespace {

std::vector<std::int32_t> ints(const Json& list) { return list.get<std::vector<std::int32_t>>(); }

void checkGreedy(const std::filesystem::path& path, const std::string& name) {
    const auto model = open(path);
    const auto reference = json(feature("forward.json"));
    REQUIRE(reference[name].size() == 5);
    for (const auto& entry : reference[name]) {
        CAPTURE(entry["prompt"].get<std::string>());
        std::vector<std::int32_t> streamed;
        GenerateOptions options;
        options.maxTokens = 32;
        const auto ids = generate(model, ints(entry["ids"]), options, kF32, {}, [&](std::int32_t id) { streamed.push_back(id); });
        REQUIRE(ids.ok());
        CHECK(ids.value() == ints(entry["greedy"]));
        CHECK(streamed == ids.value());
    }
}

}  // namespace

TEST_CASE("stories260K: greedy text is that of transformers") { checkGreedy(stories(), "stories260K"); }

TEST_CASE("SmolLM2: greedy text is that of transformers, and stops with the end-of-sequence token") {
    if (smollm2().empty()) {
        MESSAGE("skipped: set TACQ_SMOLLM2 to the path of SmolLM2-135M-Instruct.Q4_1.gguf");
        return;
    }
    const AllThreads threads;
    checkGreedy(smollm2(), "smollm2-135m-instruct");  // its second prompt ends with id 2 after 30 tokens
}

TEST_CASE("sampling with one seed repeats itself") {
    const auto model = open(stories());
    GenerateOptions options{16, 0.8, 3};
    const auto first = generate(model, {1, 403}, options, kF32, {}), second = generate(model, {1, 403}, options, kF32, {});
    options.seed = 4;
    const auto other = generate(model, {1, 403}, options, kF32, {});
    REQUIRE(first.ok());
    CHECK(first.value() == second.value());
    CHECK(first.value() != other.value());
}

TEST_CASE("generation refuses an empty prompt, no tokens and a negative or infinite temperature") {
    const auto model = open(feature("default"));
    const auto codeOf = [&](const std::vector<std::int32_t>& prompt, const GenerateOptions& options) {
        const auto result = generate(model, prompt, options, kF32, {});
        REQUIRE_FALSE(result.ok());
        return result.error().code;
    };
    CHECK(codeOf({}, {}) == ErrorCode::InvalidArgument);
    CHECK(codeOf({3}, {0, 0, 0}) == ErrorCode::InvalidArgument);
    CHECK(codeOf({3}, {4, -0.5, 0}) == ErrorCode::InvalidArgument);
    CHECK(codeOf({3}, {4, INFINITY, 0}) == ErrorCode::InvalidArgument);
    CHECK(codeOf({3}, {4, NAN, 0}) == ErrorCode::InvalidArgument);
}

TEST_CASE("logits give the last position's top 20, and all positions when asked") {
    const auto reference = json(feature("forward.json"));
    const auto model = open(stories());
    for (const auto& entry : reference["stories260K"]) {
        const auto ids = ints(entry["ids"]);
        const auto result = logits(model, ids, true, kF32, {});
        REQUIRE(result.ok());
        const auto& r = result.value();
        REQUIRE(r.top.size() == 20);
        for (std::size_t i = 0; i < 20; ++i) {
            CHECK(r.top[i].id == entry["lastTop"][i][0].get<int>());
            CHECK(std::abs(r.top[i].logit - entry["lastTop"][i][1].get<double>()) < 2e-5);
        }
        CHECK(std::abs(r.logSumExp - entry["logSumExp"].get<double>()) < 2e-5);
        CHECK(std::abs(r.meanNll - entry["meanNll"].get<double>()) < 2e-5);
        REQUIRE(r.all.size() == ids.size() * 512);
        CHECK(static_cast<double>(r.all[(ids.size() - 1) * 512 + static_cast<std::size_t>(r.top[0].id)]) == r.top[0].logit);
    }
    const auto single = logits(model, {1}, false, kF32, {});
    REQUIRE(single.ok());
    CHECK(single.value().meanNll == 0);
    CHECK(single.value().all.empty());
}

#include <algorithm>
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

/// KL(base ‖ model) after `ids`, from both models' logits of the last position, in double.
double divergenceByHand(const std::shared_ptr<const Checkpoint>& base, const std::shared_ptr<const Checkpoint>& model, const std::vector<std::int32_t>& ids) {
    const auto last = [&](const std::shared_ptr<const Checkpoint>& of) {
        const auto result = logits(of, ids, true, kF32, {});
        REQUIRE(result.ok());
        const auto vocabulary = static_cast<std::size_t>(of->config().vocabSize);
        std::vector<double> row(result.value().all.end() - static_cast<std::ptrdiff_t>(vocabulary), result.value().all.end());
        double sum = 0;
        for (const double value : row) sum += std::exp(value);
        for (double& value : row) value -= std::log(sum);
        return row;
    };
    const auto p = last(base), q = last(model);
    double kl = 0;
    for (std::size_t i = 0; i < p.size(); ++i) kl += std::exp(p[i]) * (p[i] - q[i]);
    return kl;
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

TEST_CASE("each new token's divergence is that of the two models' own distributions at its place") {
    const auto model = open(feature("default")), base = open(feature("rope_linear"));
    const std::vector<std::int32_t> prompt{3, 17, 40, 8};
    std::vector<double> streamed;
    const auto made = generateAgainst(model, base, prompt, {6, 0.7, 5}, kF32, {}, [&](std::int32_t, double kl) { streamed.push_back(kl); });
    REQUIRE(made.ok());
    REQUIRE(made.value().kl.size() == made.value().ids.size());
    CHECK(streamed == made.value().kl);
    // The base reads along; it does not steer.
    CHECK(made.value().ids == generate(model, prompt, {6, 0.7, 5}, kF32, {}).value());
    std::vector<std::int32_t> read = prompt;
    double largest = 0;
    for (std::size_t i = 0; i < made.value().ids.size(); ++i) {
        CHECK(std::abs(made.value().kl[i] - divergenceByHand(base, model, read)) < 1e-5);
        largest = std::max(largest, made.value().kl[i]);
        read.push_back(made.value().ids[i]);
    }
    CHECK(largest > 1e-4);  // else the comparison above says nothing
}

TEST_CASE("a model that reads its own text diverges nowhere") {
    const auto model = open(stories());
    const auto made = generateAgainst(model, model, {1, 403, 407}, {12, 0, 0}, kF32, {});
    REQUIRE(made.ok());
    for (const double kl : made.value().kl) CHECK(kl < 1e-5);
}

TEST_CASE("models with other vocabularies are not compared") {
    const auto made = generateAgainst(open(stories()), open(feature("default")), {1, 3}, {4, 0, 0}, kF32, {});
    REQUIRE_FALSE(made.ok());
    CHECK(made.error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("a stopped generation writes no further token") {
    const auto model = open(stories());
    std::stop_source stop;
    RunContext context;
    context.stop = stop.get_token();
    int written = 0;
    const auto made = generateAgainst(model, model, {1, 403}, {1000, 0, 0}, kF32, context, [&](std::int32_t, double) {
        if (++written == 3) stop.request_stop();
    });
    REQUIRE_FALSE(made.ok());
    CHECK(made.error().code == ErrorCode::Cancelled);
    CHECK(written == 3);
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
    CHECK(codeOf({3}, {4, static_cast<double>(INFINITY), 0}) == ErrorCode::InvalidArgument);
    CHECK(codeOf({3}, {4, static_cast<double>(NAN), 0}) == ErrorCode::InvalidArgument);
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

// Real models against transformers' numbers (tests/data/model/forward.json).
#include <cmath>

#include "model_fixture.h"

using namespace tacq;
using namespace tacq::fixture;

namespace {

torch::Tensor idsOf(const Json& list) { return torch::tensor(list.get<std::vector<std::int64_t>>(), torch::kInt64).unsqueeze(0); }

void checkForward(const CausalLm& model, const Json& entry, double tolerance) {
    const auto ids = idsOf(entry["ids"]);
    const auto states = hidden(model, ids);
    const auto last = model.head(states).select(1, -1).squeeze(0).to(torch::kFloat64);
    for (const auto& pair : entry["lastTop"]) CHECK(std::abs(last[pair[0].get<std::int64_t>()].item<double>() - pair[1].get<double>()) < tolerance);
    CHECK(last.argmax().item<std::int64_t>() == entry["lastTop"][0][0].get<std::int64_t>());
    CHECK(std::abs(last.logsumexp(0).item<double>() - entry["logSumExp"].get<double>()) < tolerance);
    CHECK(std::abs(last.norm().item<double>() - entry["lastL2"].get<double>()) < tolerance * std::sqrt(static_cast<double>(last.numel())));
    const std::int64_t count = ids.size(1) - 1;
    const auto nll = model.tokenNll(states.squeeze(0).narrow(0, 0, count), ids.squeeze(0).narrow(0, 1, count));
    CHECK(std::abs(nll.to(torch::kFloat64).mean().item<double>() - entry["meanNll"].get<double>()) < tolerance);
}

void checkGreedy(const CausalLm& model, const Json& entry) {
    KeyValueCache cache;
    auto input = idsOf(entry["ids"]);
    std::vector<std::int64_t> ids;
    while (ids.size() < entry["greedy"].size()) {
        ids.push_back(logits(model, input, &cache).select(1, -1).argmax(-1).item<std::int64_t>());
        input = torch::full({1, 1}, ids.back(), torch::kInt64);
    }
    CHECK(ids == entry["greedy"].get<std::vector<std::int64_t>>());
}

void checkModel(const CausalLm& model, const std::string& name, double tolerance) {
    const torch::NoGradGuard noGrad;
    const auto reference = json(feature("forward.json"));
    REQUIRE(reference[name].size() == 5);
    for (const auto& entry : reference[name]) {
        CAPTURE(entry["prompt"].get<std::string>());
        checkForward(model, entry, tolerance);
        checkGreedy(model, entry);
    }
}

}  // namespace

TEST_CASE("stories260K: logits, losses and greedy continuations equal those of transformers") { checkModel(load(stories()), "stories260K", 2e-5); }

TEST_CASE("SmolLM2: logits, losses and greedy continuations equal those of transformers") {
    if (smollm2().empty()) {
        MESSAGE("skipped: set TACQ_SMOLLM2 to the path of SmolLM2-135M-Instruct.Q4_1.gguf");
        return;
    }
    const AllThreads threads;
    checkModel(load(smollm2()), "smollm2-135m-instruct", 1e-3);
}

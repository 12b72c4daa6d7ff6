// Parts of a block on their own: gradients, memory, types.
#include <cmath>

#include "model_fixture.h"

using namespace tacq;
using namespace tacq::fixture;

namespace {

std::string kernelName(const torch::Tensor& output) {
    std::string names;
    for (auto node = output.grad_fn(); node; node = node->next_edges().empty() ? nullptr : node->next_edge(0).function) names += node->name() + " ";
    return names;
}

}  // namespace

TEST_CASE("the gradient of a block with respect to its input is the numerical one") {
    for (const char* name : {"grouped_queries", "sliding_window", "query_key_norm", "all_biases"}) {
        CAPTURE(name);
        const auto model = load(feature(name));
        const auto weights = model.block(1);
        REQUIRE(weights.ok());
        torch::manual_seed(1);
        auto x = torch::randn({1, 12, model.config().hiddenSize}).requires_grad_();
        const auto direction = torch::randn_like(x), probe = torch::randn_like(x);
        (model.blockForward(1, weights.value(), x) * probe).sum().backward();
        const double analytic = (x.grad() * direction).sum().item<double>();
        const torch::NoGradGuard noGrad;
        const double step = 1e-2;
        const auto value = [&](double t) { return (model.blockForward(1, weights.value(), x + t * direction) * probe).sum(torch::kFloat64).item<double>(); };
        CHECK(analytic == doctest::Approx((value(step) - value(-step)) / (2 * step)).epsilon(5e-3));
    }
}

TEST_CASE("a custom linear sees each of the seven linears once, in order, and can replace it") {
    const torch::NoGradGuard noGrad;
    const auto model = load(feature("default"));
    const auto weights = model.block(0);
    REQUIRE(weights.ok());
    std::vector<LinearKind> seen;
    const auto x = torch::randn({1, 5, 32});
    const auto spy = [&](LinearKind kind, const torch::Tensor& input, const LinearWeights& w) {
        seen.push_back(kind);
        return applyLinear(kind, input, w);
    };
    CHECK(torch::equal(model.blockForward(0, weights.value(), x, spy), model.blockForward(0, weights.value(), x)));
    REQUIRE(seen.size() == kLinearKinds);
    for (std::size_t i = 0; i < seen.size(); ++i) CHECK(static_cast<std::size_t>(seen[i]) == i);
    const auto mute = [](LinearKind, const torch::Tensor& input, const LinearWeights& w) { return torch::zeros({1, input.size(1), w.weight.size(0)}); };
    CHECK(torch::equal(model.blockForward(0, weights.value(), x, mute), x));
}

TEST_CASE("attention runs in the fused kernel, with and without a window") {
    for (const char* name : {"grouped_queries", "sliding_window"}) {
        CAPTURE(name);
        const auto model = load(feature(name));
        const auto weights = model.block(0);
        REQUIRE(weights.ok());
        const auto q = torch::randn({1, 20, 32}).requires_grad_(), k = torch::randn({1, 20, 16}), v = torch::randn({1, 20, 16});
        CHECK(kernelName(model.attention(0, weights.value(), q, k, v)).find("FlashAttentionForCpu") != std::string::npos);
    }
}

TEST_CASE("token losses in chunks equal the log-softmax of all logits") {
    const torch::NoGradGuard noGrad;
    const auto model = load(stories());
    const auto ids = torch::randint(3, 512, {1, 300}, torch::kInt64);
    const auto states = hidden(model, ids).squeeze(0).repeat({60, 1});  // long enough for several chunks
    const auto targets = torch::randint(0, 512, {states.size(0)}, torch::kInt64);
    const auto expected = -torch::log_softmax(model.head(states), -1).gather(1, targets.unsqueeze(1)).squeeze(1);
    const auto nll = model.tokenNll(states, targets);
    CHECK((nll.scalar_type() == torch::kFloat32));
    CHECK(largestDifference(nll, expected) < 1e-5);
    CHECK(model.tokenNll(states.narrow(0, 0, 0), targets.narrow(0, 0, 0)).numel() == 0);
}

TEST_CASE("a tied head shares the embedding's memory, and float32 weights are the file's own map") {
    const auto tied = load(feature("tied_head"));
    CHECK(tied.headWeight().is_same(load(feature("tied_head")).headWeight()) == false);
    CHECK(tied.headWeight().data_ptr() == tied.checkpoint().mappedFloats("model.embed_tokens.weight").data());
    const auto untied = load(feature("default"));
    CHECK(untied.headWeight().data_ptr() == untied.checkpoint().mappedFloats("lm_head.weight").data());
}

TEST_CASE("weights outlive the model that handed them out") {
    torch::Tensor head;
    {
        const auto model = load(feature("default"));
        head = model.headWeight();
    }
    CHECK(head.isfinite().all().item<bool>());
}

TEST_CASE("bf16 stays near f32 and keeps losses in float32") {
    const torch::NoGradGuard noGrad;
    const Compute bf16{"cpu", ComputeType::BF16, 2};
    const auto wide = load(stories());
    for (const auto residency : {Residency::Resident, Residency::Streamed}) {
        const auto narrow = load(stories(), residency, bf16);
        const auto ids = torch::arange(3, 67, torch::kInt64).unsqueeze(0);
        const auto states = hidden(narrow, ids);
        CHECK((states.scalar_type() == torch::kBFloat16));
        const auto targets = ids.squeeze(0).narrow(0, 1, 63);
        const auto nll = narrow.tokenNll(states.squeeze(0).narrow(0, 0, 63), targets);
        CHECK((nll.scalar_type() == torch::kFloat32));
        const auto reference = wide.tokenNll(hidden(wide, ids).squeeze(0).narrow(0, 0, 63), targets);
        CHECK(nll.mean().item<double>() == doctest::Approx(reference.mean().item<double>()).epsilon(0.02));
    }
}

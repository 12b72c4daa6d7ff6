#include <algorithm>
#include <cmath>

#include "../model/model_fixture.h"
#include "tacq/evaluate/evaluate.h"

using namespace tacq;
using namespace tacq::fixture;

namespace {

TokenRows randomRows(std::size_t count, std::size_t length) {
    TokenRows rows(count, std::vector<std::int32_t>(length));
    std::uint32_t state = 7;
    for (auto& row : rows)
        for (auto& id : row) id = static_cast<std::int32_t>(3 + (state = state * 1664525u + 1013904223u) % 58);
    return rows;
}

}  // namespace

TEST_CASE("a model compared with itself diverges nowhere") {
    const auto rows = randomRows(3, 20);
    const auto model = open(feature("default"));
    const auto result = compare(model, model, rows, kF32, {});
    REQUIRE(result.ok());
    CHECK(result.value().klMean == 0);
    CHECK(result.value().klP99 == 0);
    CHECK(result.value().top1Agreement == 1);
    CHECK(result.value().tokens == 57);
    const auto own = perplexity(model, rows, kF32, {});
    CHECK(result.value().meanNllA == doctest::Approx(own.value().meanNll).epsilon(1e-6));
    CHECK(result.value().meanNllB == result.value().meanNllA);
}

TEST_CASE("divergence, agreement and losses equal those computed from all logits at once") {
    const auto rows = randomRows(2, 100);  // two chunks of positions a window
    const auto a = open(feature("default")), b = open(feature("rope_linear"));
    const auto result = compare(a, b, rows, kF32, {});
    REQUIRE(result.ok());

    const torch::NoGradGuard noGrad;
    std::vector<double> divergence;
    double agreed = 0, nllB = 0;
    for (const auto& row : rows) {
        const auto ids = torch::tensor(std::vector<std::int64_t>(row.begin(), row.end()), torch::kInt64).unsqueeze(0);
        const auto predicted = [&](const char* name) { return logits(load(feature(name)), ids).squeeze(0).narrow(0, 0, 99).to(torch::kFloat64).log_softmax(-1); };
        const auto logA = predicted("default"), logB = predicted("rope_linear");
        const auto kl = (logA.exp() * (logA - logB)).sum(-1).contiguous();
        divergence.insert(divergence.end(), kl.data_ptr<double>(), kl.data_ptr<double>() + 99);
        agreed += (logA.argmax(-1) == logB.argmax(-1)).sum().item<double>();
        nllB -= logB.gather(1, ids.squeeze(0).narrow(0, 1, 99).unsqueeze(1)).sum().item<double>();
    }
    std::sort(divergence.begin(), divergence.end());
    double sum = 0;
    for (const double value : divergence) sum += value;
    const auto& r = result.value();
    CHECK(r.tokens == 198);
    CHECK(r.windows == 2);
    CHECK(r.klMean == doctest::Approx(sum / 198).epsilon(1e-4));
    CHECK(r.klMean > 0.01);
    CHECK(r.klMedian == doctest::Approx((divergence[98] + divergence[99]) / 2).epsilon(1e-4));
    CHECK(r.klP99 == doctest::Approx(divergence[195] + 0.03 * (divergence[196] - divergence[195])).epsilon(1e-4));
    CHECK(r.top1Agreement == doctest::Approx(agreed / 198));
    CHECK(r.meanNllB == doctest::Approx(nllB / 198).epsilon(1e-5));
}

TEST_CASE("models with different vocabularies cannot be compared") {
    const auto result = compare(open(feature("default")), open(stories()), {{3, 4}}, kF32, {});
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().code == ErrorCode::InvalidArgument);
    CHECK(result.error().message.find("61") != std::string::npos);
}

TEST_CASE("a stop request ends a comparison with Cancelled") {
    std::stop_source source;
    source.request_stop();
    RunContext context;
    context.stop = source.get_token();
    const auto model = open(feature("default"));
    const auto result = compare(model, model, {{3, 4}}, kF32, context);
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().code == ErrorCode::Cancelled);
}

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <vector>

#include "evaluate/sampler.h"

using namespace tacq;

TEST_CASE("temperature 0 takes the highest logit, the smaller id on ties") {
    Sampler sampler(0, 1);
    CHECK(sampler.next(std::array{1.0f, 3.0f, 3.0f, 2.0f}) == 1);
}

TEST_CASE("sampled frequencies follow softmax of logits over temperature") {
    const std::array logits{0.0f, 1.0f, 2.0f, -4.0f};
    for (const double temperature : {0.5, 1.0, 2.0}) {
        Sampler sampler(temperature, 42);
        std::array<int, 4> counts{};
        constexpr int kDraws = 40000;
        for (int i = 0; i < kDraws; ++i) ++counts[static_cast<std::size_t>(sampler.next(logits))];
        double total = 0;
        for (const float logit : logits) total += std::exp(static_cast<double>(logit) / temperature);
        for (std::size_t i = 0; i < 4; ++i) {
            const double p = std::exp(static_cast<double>(logits[i]) / temperature) / total;
            CHECK(std::abs(counts[i] / double{kDraws} - p) < 5 * std::sqrt(p * (1 - p) / kDraws) + 1e-4);
        }
    }
}

TEST_CASE("a seed fixes the draws and another seed changes them") {
    const std::vector<float> logits(100, 0.0f);
    Sampler a(1, 5), b(1, 5), c(1, 6);
    std::vector<int> first, second, third;
    for (int i = 0; i < 20; ++i) {
        first.push_back(a.next(logits));
        second.push_back(b.next(logits));
        third.push_back(c.next(logits));
    }
    CHECK(first == second);
    CHECK(first != third);
}

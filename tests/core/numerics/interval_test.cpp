#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "tacq/numerics/interval.h"

using namespace tacq;

TEST_CASE("anIntervalIs95PercentWhereverItComesFrom") {
    const auto interval = meanInterval(2, 0.1);
    REQUIRE(interval);
    CHECK(interval->level == 0.95);
    CHECK(interval->low == doctest::Approx(1.8040036).epsilon(1e-7));
    CHECK(interval->high == doctest::Approx(2.1959964).epsilon(1e-7));
    CHECK(standardErrorOf(interval) == doctest::Approx(0.1).epsilon(1e-14));
    const auto perplexity = expInterval(interval);
    CHECK(perplexity->low == std::exp(interval->low));
    CHECK(perplexity->high == std::exp(interval->high));
    CHECK(perplexity->level == 0.95);
}

TEST_CASE("withoutAStandardErrorThereIsNoInterval") {
    for (const double unknown : {0.0, -1.0, std::nan(""), std::numeric_limits<double>::infinity()}) CHECK_FALSE(meanInterval(2, unknown));
    CHECK_FALSE(expInterval(std::nullopt));
    CHECK(standardErrorOf(std::nullopt) == 0);
}

TEST_CASE("theStandardErrorOfEqualWindowsIsTheirSpreadOverTheRootOfTheirNumber") {
    // Means 1, 2, 3 of 10 tokens each: s = 1, s/√3.
    CHECK(standardErrorOfMean(std::vector<WindowSum>{{10, 10}, {20, 10}, {30, 10}}) == doctest::Approx(1 / std::sqrt(3.0)).epsilon(1e-14));
    CHECK(standardErrorOfMean(std::vector<WindowSum>{{10, 10}}) == 0);
    CHECK(standardErrorOfMean({}) == 0);
}

TEST_CASE("aWindowWeighsInTheStandardErrorAsItDoesInTheMean") {
    // 99 tokens of loss 1 and 1 of loss 101: the mean is 2. By hand: residuals 99·(1 − 2) = −99 and 1·(101 − 2) = 99, so sqrt(2 · 2 · 99²)/100 = 1.98.
    // Means of windows without their weights would say 50.
    CHECK(standardErrorOfMean(std::vector<WindowSum>{{99, 99}, {101, 1}}) == doctest::Approx(1.98).epsilon(1e-14));
    // A window cut in two tells no more than before when both halves are alike... and a very short one hardly changes anything.
    const double two = standardErrorOfMean(std::vector<WindowSum>{{100, 100}, {300, 100}, {200, 100}});
    CHECK(standardErrorOfMean(std::vector<WindowSum>{{100, 100}, {300, 100}, {200, 100}, {9, 1}}) == doctest::Approx(two).epsilon(0.1));
}

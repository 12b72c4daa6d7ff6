#include <doctest/doctest.h>

#include <cmath>

#include "tacq/budget/predict.h"

using namespace tacq;

TEST_CASE("predictsNothingBelowTwoMeasuredRuns") {
    CHECK_FALSE(predictLoss({}, 1).has_value());
    CHECK_FALSE(predictLoss({{1, 2}}, 1).has_value());
}

TEST_CASE("predictionPassesThroughOrderedPointsAndIsFlatBeyondThem") {
    const std::vector<MeasuredPoint> points{{3, 5}, {1, 2}, {2, 3}};
    CHECK(*predictLoss(points, 1) == doctest::Approx(2));
    CHECK(*predictLoss(points, 1.5) == doctest::Approx(2.5));
    CHECK(*predictLoss(points, 2.5) == doctest::Approx(4));
    CHECK(*predictLoss(points, 0) == doctest::Approx(2));
    CHECK(*predictLoss(points, 9) == doctest::Approx(5));
}

TEST_CASE("predictionNeverFallsAsTheFirstOrderLossGrows") {
    const std::vector<MeasuredPoint> points{{1, 3}, {2, 2}, {3, 4}, {4, 3.5}, {5, 6}};
    double before = -1;
    for (double x = 0; x < 6; x += 0.05) {
        const double now = *predictLoss(points, x);
        CHECK(now >= before - 1e-12);
        before = now;
    }
    // Pool adjacent violators: 3 and 2 are pooled to 2.5 at 1.5, 4 and 3.5 to 3.75 at 3.5.
    CHECK(*predictLoss(points, 1.5) == doctest::Approx(2.5));
    CHECK(*predictLoss(points, 3.5) == doctest::Approx(3.75));
}

TEST_CASE("theSpreadOfAPredictionIsWhatLeavingAPointOutMisses") {
    CHECK(!predictionSpread({{1, 2}, {2, 3}}));
    // A line: its middle point is met exactly, each end is predicted flat and misses by one.
    CHECK(*predictionSpread({{1, 1}, {2, 2}, {3, 3}}) == doctest::Approx(1.96 * std::sqrt(2.0 / 3.0)));
    CHECK(*predictionSpread({{1, 2}, {2, 2}, {3, 2}}) == 0);
}

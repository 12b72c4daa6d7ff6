#pragma once
#include <optional>
#include <vector>

namespace tacq {

/// A run whose result was measured: the first-order loss its circuit left, and the mean loss it had.
struct MeasuredPoint {
    double firstOrder = 0, loss = 0;
};

/// Non-decreasing least-squares fit (pool adjacent violators), linear between its steps, flat beyond its ends. Nothing below two points, or for a
/// first-order loss that is not finite.
std::optional<double> predictLoss(std::vector<MeasuredPoint> points, double firstOrder);

/// How far off the fit is about points it has not seen: each point in turn is left out and predicted from the others; 1.96 times the root mean square of
/// what that misses. Nothing below three points: two always fit. Points at the ends are predicted flat, so the figure errs on the wide side.
std::optional<double> predictionSpread(const std::vector<MeasuredPoint>& points);

}  // namespace tacq

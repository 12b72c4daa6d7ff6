#include "models/budget/prediction.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "tacq/numerics/interval.h"

namespace tacq::ui {
namespace {

std::optional<double> lossAt(std::vector<MeasuredPoint> points, const MeasuredRuns& runs, double firstOrder) {
    if (runs.original) points.push_back({0, runs.original->loss});
    return predictLoss(std::move(points), firstOrder);
}

std::optional<double> spreadOf(const std::vector<MeasuredPoint>& points, const MeasuredRuns& runs) {
    if (points.size() < (runs.original ? 2u : 3u)) return std::nullopt;
    double sum = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        std::vector<MeasuredPoint> others = points;
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
        const double missed = lossAt(std::move(others), runs, points[i].firstOrder).value_or(points[i].loss) - points[i].loss;
        sum += missed * missed;
    }
    return intervalHalfWidth(std::sqrt(sum / static_cast<double>(points.size())));
}

}  // namespace

std::optional<PredictedLoss> predictionAt(const MeasuredRuns& runs, double firstOrder) {
    const std::vector<MeasuredPoint> points = runs.points();
    if (points.size() < 2) return std::nullopt;
    const std::optional<double> loss = lossAt(points, runs, firstOrder);
    if (!loss) return std::nullopt;
    PredictedLoss prediction{*loss, {}, {}};
    if (const auto spread = spreadOf(points, runs)) {
        double least = *loss;
        for (const MeasuredPoint& point : points) least = std::min(least, point.loss);
        if (runs.original) least = std::min(least, runs.original->loss);
        prediction.low = std::max(*loss - *spread, least);
        prediction.high = *loss + *spread;
    }
    return prediction;
}

std::optional<PredictedLoss> predictionOf(const BudgetModel& budget) {
    const BudgetState& state = budget.state();
    if (!state.firstOrder || state.firstOrderEstimated || !state.counts.exact) return std::nullopt;
    return predictionAt(budget.measured(), *state.firstOrder);
}

std::optional<MeasuredRun> measuredAlike(const BudgetModel& budget) {
    constexpr double kSame = 1e-3;   // sums of the engine and of the sketch, added up in other orders
    const BudgetState& state = budget.state();
    if (!state.firstOrder || state.firstOrderEstimated) return std::nullopt;
    const auto& runs = budget.measured().runs;
    const auto found = std::find_if(runs.rbegin(), runs.rend(), [&](const MeasuredRun& run) {
        return run.firstOrder && run.bytes == state.ledger.modelBytes && std::fabs(*run.firstOrder - *state.firstOrder) <= kSame * std::fabs(*run.firstOrder);
    });
    return found == runs.rend() ? std::nullopt : std::optional(*found);
}

}  // namespace tacq::ui

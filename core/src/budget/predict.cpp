#include "tacq/budget/predict.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace tacq {

std::optional<double> predictLoss(std::vector<MeasuredPoint> points, double firstOrder) {
    std::sort(points.begin(), points.end(), [](const MeasuredPoint& a, const MeasuredPoint& b) { return a.firstOrder < b.firstOrder; });
    if (points.size() < 2 || !std::isfinite(firstOrder)) return std::nullopt;
    struct Step { double at, loss, weight; };
    std::vector<Step> steps;
    steps.reserve(points.size());
    for (const MeasuredPoint& point : points) {
        steps.push_back({point.firstOrder, point.loss, 1});
        while (steps.size() > 1 && steps[steps.size() - 2].loss > steps.back().loss) {
            const Step last = steps.back(), into = steps[steps.size() - 2];
            const double weight = into.weight + last.weight;
            steps.pop_back();
            steps.back() = {(into.at * into.weight + last.at * last.weight) / weight, (into.loss * into.weight + last.loss * last.weight) / weight, weight};
        }
    }
    if (steps.empty()) return std::nullopt;   // cannot be, which g++ does not see
    if (firstOrder <= steps.front().at) return steps.front().loss;
    for (std::size_t i = 1; i < steps.size(); ++i) {
        if (firstOrder > steps[i].at) continue;
        const double share = steps[i].at > steps[i - 1].at ? (firstOrder - steps[i - 1].at) / (steps[i].at - steps[i - 1].at) : 1;
        return steps[i - 1].loss + share * (steps[i].loss - steps[i - 1].loss);
    }
    return steps.back().loss;
}

std::optional<double> predictionSpread(const std::vector<MeasuredPoint>& points) {
    if (points.size() < 3) return std::nullopt;
    double sum = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        std::vector<MeasuredPoint> others = points;
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
        const double missed = predictLoss(others, points[i].firstOrder).value_or(points[i].loss) - points[i].loss;
        sum += missed * missed;
    }
    return 1.96 * std::sqrt(sum / static_cast<double>(points.size()));
}

}  // namespace tacq

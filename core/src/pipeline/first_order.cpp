#include "pipeline/first_order.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "pipeline/params.h"

namespace tacq {
namespace {

constexpr std::int64_t kChunkElements = 1 << 21;

/// Σ G · |ΔW| over the kept weights of one matrix.
Result<double> keptPart(const SaliencyArtifact& artifact, std::size_t matrix, const CountAnswer& counts) {
    const LinearInfo& linear = artifact.meta().linears[matrix];
    const std::int64_t step = std::max<std::int64_t>(1, kChunkElements / linear.columns);
    std::vector<float> gradient, delta, scores;
    double sum = 0;
    for (std::int64_t row = 0; row < linear.rows; row += step) {
        const std::int64_t end = std::min(linear.rows, row + step);
        const auto n = static_cast<std::size_t>((end - row) * linear.columns);
        gradient.resize(n);
        delta.resize(n);
        scores.resize(n);
        TACQ_CHECK(artifact.readRows(matrix, MatrixLayer::Score, row, end, scores));
        TACQ_CHECK(artifact.readRows(matrix, MatrixLayer::Gradient, row, end, gradient));
        TACQ_CHECK(artifact.readRows(matrix, MatrixLayer::Delta, row, end, delta));
        const auto first = static_cast<std::uint64_t>(row * linear.columns);
        for (std::size_t i = 0; i < n; ++i)
            if (counts.keeps(scores[i], static_cast<std::uint32_t>(matrix), static_cast<std::uint32_t>(first + i)))
                sum += static_cast<double>(gradient[i]) * std::abs(static_cast<double>(delta[i]));
    }
    return sum;
}

}  // namespace

Result<double> firstOrderLoss(const SaliencyArtifact& artifact, const CountAnswer& counts, const RunContext& context) {
    const SaliencyMeta& meta = artifact.meta();
    double sum = 0;
    for (std::size_t i = 0; i < meta.figures.size(); ++i) {
        TACQ_CHECK(context.checkpoint());
        double kept = 0;
        if (counts.kept.at(i) > 0) { TACQ_TRY(kept, keptPart(artifact, i, counts)); }
        sum += std::max(0.0, meta.figures[i].firstOrder - kept);
    }
    return sum / static_cast<double>(std::max<std::int64_t>(meta.samples, 1));
}

std::optional<double> predictLoss(std::vector<MeasuredPoint> points, double firstOrder) {
    std::sort(points.begin(), points.end(), [](const MeasuredPoint& a, const MeasuredPoint& b) { return a.firstOrder < b.firstOrder; });
    if (points.size() < 2 || !std::isfinite(firstOrder)) return std::nullopt;
    struct Step { double at, loss, weight; };
    std::vector<Step> steps;
    for (const MeasuredPoint& point : points) {
        steps.push_back({point.firstOrder, point.loss, 1});
        while (steps.size() > 1 && steps[steps.size() - 2].loss > steps.back().loss) {
            const Step last = steps.back(), into = steps[steps.size() - 2];
            const double weight = into.weight + last.weight;
            steps.pop_back();
            steps.back() = {(into.at * into.weight + last.at * last.weight) / weight, (into.loss * into.weight + last.loss * last.weight) / weight, weight};
        }
    }
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

Result<std::vector<MeasuredPoint>> measuredPoints(const Workspace& workspace, const std::string& modelIdentity, const std::string& taskName) {
    TACQ_TRY(const std::vector<RunInfo> runs, workspace.runs());
    std::map<std::string, std::vector<MeasuredPoint>> byText;
    for (const RunInfo& run : runs) {
        if (run.command != "quantize" || run.state != "done" || run.taskName != taskName) continue;
        const auto result = parseJson(run.resultJson, "run " + std::to_string(run.id));
        if (!result.ok() || result.value().value("modelIdentity", "") != modelIdentity || !result.value().contains("firstOrder")) continue;
        const Json& firstOrder = result.value().at("firstOrder");
        if (!firstOrder.is_number()) continue;
        for (const auto& [name, value] : run.metrics)
            if (name.starts_with("meanNll:")) byText[name].push_back({firstOrder.get<double>(), value});
    }
    std::vector<MeasuredPoint> most;
    for (auto& [text, points] : byText)
        if (points.size() > most.size()) most = std::move(points);
    return most;
}

}  // namespace tacq

#include "tacq/numerics/interval.h"

#include <cmath>

namespace tacq {
namespace {

constexpr double kNormal95 = 1.959963984540054;

}  // namespace

double intervalHalfWidth(double standardError) { return kNormal95 * standardError; }

std::optional<Interval> meanInterval(double mean, double standardError) {
    if (!(standardError > 0) || !std::isfinite(standardError) || !std::isfinite(mean)) return std::nullopt;
    const double half = intervalHalfWidth(standardError);
    return Interval{mean - half, mean + half, kIntervalLevel};
}

std::optional<Interval> expInterval(const std::optional<Interval>& interval) {
    if (!interval) return std::nullopt;
    return Interval{std::exp(interval->low), std::exp(interval->high), interval->level};
}

double standardErrorOf(const std::optional<Interval>& interval) { return interval ? (interval->high - interval->low) / (2 * kNormal95) : 0; }

double standardErrorOfMean(std::span<const WindowSum> windows) {
    if (windows.size() < 2) return 0;
    double sum = 0, tokens = 0, squares = 0;
    for (const WindowSum& window : windows) sum += window.sum, tokens += static_cast<double>(window.tokens);
    const double mean = sum / tokens, n = static_cast<double>(windows.size());
    for (const WindowSum& window : windows) {
        const double residual = window.sum - mean * static_cast<double>(window.tokens);  // tᵢ·(xᵢ − mean)
        squares += residual * residual;
    }
    return std::sqrt(n / (n - 1) * squares) / tokens;
}

}  // namespace tacq

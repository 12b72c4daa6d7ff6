#pragma once
#include <cstdint>
#include <optional>
#include <span>

namespace tacq {

/// Intervals of this program hold the true value in 95 of 100 cases.
inline constexpr double kIntervalLevel = 0.95;

struct Interval {
    double low = 0, high = 0;
    double level = kIntervalLevel;
    bool operator==(const Interval&) const = default;
};

/// Half the width of a mean's interval: 1.96 standard errors (the normal approximation). The only place that knows the factor.
double intervalHalfWidth(double standardError);
/// mean ± intervalHalfWidth(). Nothing where the standard error is not known: 0, negative or not finite.
std::optional<Interval> meanInterval(double mean, double standardError);
/// Of exp(x), from that of x: a perplexity's from its mean negative log-likelihood's.
std::optional<Interval> expInterval(const std::optional<Interval>& interval);
/// The inverse of meanInterval(): 0 without an interval.
double standardErrorOf(const std::optional<Interval>& interval);

/// What one window (or document) contributes to a mean over tokens.
struct WindowSum {
    double sum = 0;               ///< over its tokens
    std::int64_t tokens = 0;
};
/// Standard error of Σ sum / Σ tokens over n windows that were drawn independently, each weighing by its tokens as it does in the mean:
/// sqrt(n/(n−1) · Σ tᵢ²·(xᵢ − mean)²) / Σ tᵢ with xᵢ = sumᵢ/tᵢ (the linearised ratio estimator; Cochran, Sampling Techniques, 3rd ed., section 6.5). For
/// windows of one length that is the usual s/√n. 0 for fewer than two windows.
double standardErrorOfMean(std::span<const WindowSum> windows);

}  // namespace tacq

#include "checkpoint/gguf/scale_search.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace tacq {
namespace {

constexpr float kAllButZero = 1e-15f;
constexpr std::size_t kMostElements = 64;

/// The element that lies furthest from zero, with its sign.
float furthest(std::span<const float> x) {
    float extreme = 0, distance = 0;
    for (const float value : x)
        if (std::fabs(value) > distance) {
            distance = std::fabs(value);
            extreme = value;
        }
    return extreme;
}

/// Σwxl and Σwl² of codes l.
struct Fit {
    float xl = 0, ll = 0;
    void add(float w, float value, int code) {
        xl += w * value * static_cast<float>(code);
        ll += w * static_cast<float>(code) * static_cast<float>(code);
    }
    float scale() const { return ll > 0 ? xl / ll : 0.0f; }
};

Fit fitOf(std::span<const float> x, std::span<const float> weights, float inverse, int least, int most) {
    Fit fit;
    for (std::size_t i = 0; i < x.size(); ++i) fit.add(weights[i], x[i], std::clamp(nearestWhole(inverse * x[i]), least, most));
    return fit;
}

void store(std::span<const float> x, float inverse, int least, int most, std::uint8_t* codes) {
    for (std::size_t i = 0; i < x.size(); ++i) codes[i] = static_cast<std::uint8_t>(std::clamp(nearestWhole(inverse * x[i]), least, most) - least);
}

/// One round over all codes; whether any moved.
bool moveCodes(std::span<const float> x, std::span<const float> weights, int least, int most, Fit& fit, int* codes) {
    bool moved = false;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const float w = weights[i], code = static_cast<float>(codes[i]);
        float xl = fit.xl - w * x[i] * code;
        float ll = fit.ll - w * code * code;
        // Without this element nothing may be left to fit; a grid with negative codes may then still gain by it.
        if (!(xl > 0) || (least == 0 && !(ll > 0))) continue;
        const float wanted = x[i] * ll / xl;
        const int other = std::clamp(nearestWhole(std::clamp(wanted, -4e6f, 4e6f)), least, most);
        if (other == codes[i]) continue;
        xl += w * x[i] * static_cast<float>(other);
        ll += w * static_cast<float>(other) * static_cast<float>(other);
        if (!(ll > 0) || !(xl * xl * fit.ll > fit.xl * fit.xl * ll)) continue;
        codes[i] = other;
        fit.xl = xl;
        fit.ll = ll;
        moved = true;
    }
    return moved;
}

/// Weighted squared error of the positive grid at one step.
float positiveError(std::span<const float> x, std::span<const float> weights, float inverse, int most) {
    const float scale = 1 / inverse;
    float error = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const float difference = x[i] - scale * static_cast<float>(std::min(most, nearestWhole(inverse * x[i])));
        error += weights[i] * difference * difference;
    }
    return error;
}

}  // namespace

int nearestWhole(float value) {
    // Adding 1.5 · 2^23 leaves the whole number in the low bits, rounded by the addition itself.
    return std::bit_cast<std::int32_t>(value + 12582912.0f) - std::bit_cast<std::int32_t>(12582912.0f);
}

float searchScale(std::span<const float> x, std::span<const float> weights, int half, std::uint8_t* codes) {
    const float extreme = furthest(x);
    if (std::fabs(extreme) < kAllButZero) {
        std::fill_n(codes, x.size(), std::uint8_t{0});
        return 0;
    }
    const int least = -half, most = half - 1;
    float inverse = -static_cast<float>(half) / extreme;
    const Fit first = fitOf(x, weights, inverse, least, most);
    float scale = first.scale(), best = scale * first.xl, chosen = inverse;
    for (int i = -9; i <= 9; ++i) {
        if (i == 0) continue;
        inverse = -(static_cast<float>(half) + 0.1f * static_cast<float>(i)) / extreme;
        const Fit fit = fitOf(x, weights, inverse, least, most);
        if (!(fit.ll > 0) || !(fit.xl * fit.xl > best * fit.ll)) continue;
        scale = fit.xl / fit.ll;
        best = scale * fit.xl;
        chosen = inverse;
    }
    store(x, chosen, least, most, codes);
    return scale;
}

float descendScale(std::span<const float> x, int half, std::uint8_t* codes) {
    const float extreme = furthest(x);
    if (std::fabs(extreme) < kAllButZero) {
        std::fill_n(codes, x.size(), std::uint8_t{0});
        return 0;
    }
    const int least = -half, most = half - 1;
    const float inverse = -static_cast<float>(half) / extreme;
    std::array<float, kMostElements> weights;
    std::array<int, kMostElements> moving;
    Fit fit;
    for (std::size_t i = 0; i < x.size(); ++i) {
        weights[i] = x[i] * x[i];
        moving[i] = std::clamp(nearestWhole(inverse * x[i]), least, most);
        fit.add(weights[i], x[i], moving[i]);
    }
    for (int round = 0; round < 5 && moveCodes(x, std::span(weights).first(x.size()), least, most, fit, moving.data()); ++round) {}
    for (std::size_t i = 0; i < x.size(); ++i) codes[i] = static_cast<std::uint8_t>(moving[i] + half);
    return fit.scale();
}

float searchPositiveScale(std::span<const float> x, std::span<const float> weights, int most, std::uint8_t* codes) {
    const float largest = std::max(0.0f, *std::max_element(x.begin(), x.end()));
    if (largest < kAllButZero) {
        std::fill_n(codes, x.size(), std::uint8_t{0});
        return 0;
    }
    float chosen = static_cast<float>(most) / largest;
    float best = positiveError(x, weights, chosen, most);
    for (int i = -4; i <= 4; ++i) {
        if (i == 0) continue;
        const float inverse = (0.1f * static_cast<float>(i) + static_cast<float>(most)) / largest;
        const float error = positiveError(x, weights, inverse, most);
        if (error < best) {
            best = error;
            chosen = inverse;
        }
    }
    std::array<int, kMostElements> moving;
    Fit fit;
    for (std::size_t i = 0; i < x.size(); ++i) {
        moving[i] = std::clamp(nearestWhole(chosen * x[i]), 0, most);
        fit.add(weights[i], x[i], moving[i]);
    }
    for (int round = 0; round < 5 && moveCodes(x, weights, 0, most, fit, moving.data()); ++round) {}
    for (std::size_t i = 0; i < x.size(); ++i) codes[i] = static_cast<std::uint8_t>(moving[i]);
    return fit.scale();
}

float searchQuarterScale(std::span<const float> x, std::span<const float> weights, std::uint8_t* codes) {
    const float extreme = furthest(x);
    if (std::fabs(extreme) < kAllButZero) {
        std::fill_n(codes, x.size(), std::uint8_t{1});
        return 0;
    }
    float scale = 0, best = -1, chosen = 0;
    for (const float end : {2.0f, -1.0f})
        for (int i = -9; i <= 9; ++i) {
            const float inverse = end * (1 + 0.05f * static_cast<float>(i)) / extreme;
            const Fit fit = fitOf(x, weights, inverse, -1, 2);
            if (!(fit.ll > 0) || !(fit.xl * fit.xl > best * fit.ll)) continue;
            scale = fit.xl / fit.ll;
            best = scale * fit.xl;
            chosen = inverse;
        }
    store(x, chosen, -1, 2, codes);
    return scale;
}

ScaleAndLow searchAffine(std::span<const float> x, std::span<const float> weights, int most, const AffineSteps& steps, std::uint8_t* codes) {
    const std::size_t n = x.size();
    float least = x[0], largest = x[0], sumW = weights[0], sumX = sumW * x[0];
    for (std::size_t i = 1; i < n; ++i) {
        least = std::min(least, x[i]);
        largest = std::max(largest, x[i]);
        sumW += weights[i];
        sumX += weights[i] * x[i];
    }
    if (least > 0) least = 0;
    if (largest <= least) {
        std::fill_n(codes, n, std::uint8_t{0});
        return {0, -least};
    }
    const float levels = static_cast<float>(most);
    std::array<std::uint8_t, kMostElements> trial;
    const auto round = [&](float inverse, std::uint8_t* out) {
        for (std::size_t i = 0; i < n; ++i) out[i] = static_cast<std::uint8_t>(std::clamp(nearestWhole(inverse * (x[i] - least)), 0, most));
    };
    const auto errorOf = [&](float scale, float low, const std::uint8_t* at) {
        float error = 0;
        for (std::size_t i = 0; i < n; ++i) {
            const float difference = scale * static_cast<float>(at[i]) + low - x[i];
            error += weights[i] * (steps.absolute ? std::fabs(difference) : difference * difference);
        }
        return error;
    };
    float inverse = levels / (largest - least);
    float scale = 1 / inverse;
    round(inverse, codes);
    float best = errorOf(scale, least, codes);
    for (int step = 0; step <= steps.last; ++step) {
        // Steps go from the best origin so far, as llama.cpp has it.
        inverse = (steps.first + steps.step * static_cast<float>(step) + levels) / (largest - least);
        round(inverse, trial.data());
        float sumL = 0, sumLl = 0, sumXl = 0;
        for (std::size_t i = 0; i < n; ++i) {
            const float code = static_cast<float>(trial[i]), w = weights[i];
            sumL += w * code;
            sumLl += w * code * code;
            sumXl += w * code * x[i];
        }
        const float determinant = sumW * sumLl - sumL * sumL;
        if (!(determinant > 0)) continue;
        float trialScale = (sumW * sumXl - sumX * sumL) / determinant;
        float trialLow = (sumLl * sumX - sumL * sumXl) / determinant;
        if (trialLow > 0) {
            trialLow = 0;
            trialScale = sumXl / sumLl;
        }
        if (steps.rising && trialScale < 0) continue;
        const float error = errorOf(trialScale, trialLow, trial.data());
        if (!(error < best)) continue;
        std::copy_n(trial.begin(), n, codes);
        best = error;
        scale = trialScale;
        least = trialLow;
    }
    return {scale, -least};
}

}  // namespace tacq

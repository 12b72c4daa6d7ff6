#pragma once
#include <cstdint>
#include <span>

namespace tacq {

/// The scale searches behind llama.cpp's block types, by their arithmetic: float32 sums in element order, so that a block comes out as
/// llama-quantize's does, bit for bit (built without fused multiply-add). `weights` say how much an error at each element counts; never negative.
/// All are pure: no state, any thread.

/// Nearest whole number, ties to even; |value| < 2^22.
int nearestWhole(float value);

/// x ≈ scale · (code − half), codes 0 … 2·half − 1. Tries 19 steps around −half/max and keeps the one with the largest (Σwxl)²/Σwl², the scale
/// that least squares gives for its codes. All but zero: scale 0, codes 0.
float searchScale(std::span<const float> x, std::span<const float> weights, int half, std::uint8_t* codes);
/// The same grid, codes moved one at a time while that quotient grows, five rounds at most; weights are x².
float descendScale(std::span<const float> x, int half, std::uint8_t* codes);
/// x ≈ scale · code for x ≥ 0, codes 0 … most: eight more steps tried, then codes one at a time.
float searchPositiveScale(std::span<const float> x, std::span<const float> weights, int most, std::uint8_t* codes);
/// x ≈ scale · code for codes −1 … 2, stored one higher: Q2_0's grid, with the largest value at either end of it.
float searchQuarterScale(std::span<const float> x, std::span<const float> weights, std::uint8_t* codes);

struct ScaleAndLow {
    float scale = 0, low = 0;  ///< x ≈ scale · code − low, low ≥ 0
};
/// The steps that searchAffine() tries: (first + i·step + most) / (largest − least), i = 0 … last.
struct AffineSteps {
    float first, step;
    int last;
    bool absolute = false;  ///< errors count by their size, not their square
    bool rising = false;    ///< a scale below zero (which values all below zero with next to no weight can ask for) has no place
};
/// Codes 0 … most; scale and low by weighted least squares for the codes of each step, the best of them kept.
ScaleAndLow searchAffine(std::span<const float> x, std::span<const float> weights, int most, const AffineSteps& steps, std::uint8_t* codes);

}  // namespace tacq

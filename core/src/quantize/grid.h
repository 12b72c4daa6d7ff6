#pragma once
// Private to quantize: the step and zero point of one row or group.
#include <span>
#include <vector>

#include "tacq/numerics/packed.h"
#include "tacq/quantize/quantize.h"

namespace tacq {

/// Largest code of a grid, as the float the arithmetic uses.
float maxCode(const GridOptions& grid);

/// scale is already rounded to the grid's stored type; zero is a whole number in 0 … maxCode.
struct StepAndZero {
    float scale = 1, zero = 0;
};

/// Finds grids as the reference does: range of the values and 0; scale = (max − min)/maxCode; zero = round(−min/scale), or 2^(bits−1) when
/// symmetric; then, with clip search, the first of the 80 ranges shrunk by p = 1 − i/100 with the smallest Σ|Q(x) − x|^2.4. One per thread.
class GridFinder {
public:
    GridFinder(const GridOptions& grid, ClipSearch clip) : m_grid(grid), m_clip(clip) {}

    /// Room for `count` values, filled by the caller before find(); what lies behind them is kept at zero, as the kernels' steps need.
    std::span<float> values(std::size_t count);
    /// keep[i] != 0: value i stays in 16 bit, so the mean of the others stands in for it (0 if there are no others). Changes values().
    void replaceKept(std::span<const std::uint32_t> keptIndices);
    StepAndZero find();

private:
    void search(float low, float high, StepAndZero& best) const;

    GridOptions m_grid;
    ClipSearch m_clip;
    std::vector<float> m_padded;
    std::size_t m_count = 0;
};

}  // namespace tacq

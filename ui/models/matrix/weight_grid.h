#pragma once
#include <span>
#include <vector>

#include "tacq/numerics/packed.h"

namespace tacq::ui {

/// One weight among the values that a grid has for its group.
struct WeightGrid {
    int bits = 0;
    bool simulated = false;        ///< levels and Ŵ are those of the run's simulated quantization; else plain rounding, by the group's least and greatest weight
    std::vector<double> levels;    ///< ascending; of a simulated grid those that its group uses
    double weight = 0, quantized = 0;
    double delta() const { return weight - quantized; }
};

/// `row`, `delta`: W and ΔW = W − Ŵ of the weight's whole row; `grid`: the simulated one. Levels as GPTQ's round to nearest would take them without a
/// search for a better range: zero is always one of them (METHODS section 4).
WeightGrid weightGrid(std::span<const float> row, std::span<const float> delta, std::size_t column, const GridOptions& grid, int bits);

}  // namespace tacq::ui

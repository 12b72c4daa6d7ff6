#pragma once
#include <vector>

#include "models/saliency/saliency_source.h"

namespace tacq::ui {

/// Mean magnitude per row and per column, `weightsPerBin` rows (columns) a value: 1 where the matrix is small enough to be read whole, else from the
/// finest pyramid level.
struct Marginals {
    std::vector<float> rows, columns;
    int weightsPerBin = 1;
};
/// Not for the GUI thread.
Marginals computeMarginals(const SaliencySource& source, std::size_t matrix, MatrixLayer layer);

/// Range of a colour scale for a matrix: from the smallest positive mean of an 8 × 8 cell (at most six decades down) to the maximum.
struct ValueRange {
    double low = 1e-6, high = 1;
};
ValueRange matrixRange(const SaliencySource& source, std::size_t matrix, MatrixLayer layer);

}  // namespace tacq::ui

#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "models/matrix/matrix_tiles.h"

namespace tacq::ui {

/// What a view shows of a matrix: one of the layers of the sketch, or which weights are kept.
enum class MatrixQuantity { Gradient, Delta, Weight, Score, Kept };
constexpr MatrixLayer layerOf(MatrixQuantity quantity) { return quantity == MatrixQuantity::Kept ? MatrixLayer::Score : static_cast<MatrixLayer>(quantity); }

/// The part of a matrix on show, in weights (row and column edges), and the device pixels it fills.
struct MatrixWindow {
    double top = 0, bottom = 1, left = 0, right = 1;
    int width = 0, height = 0;
    double scale = 1;   ///< of the display: so many of these pixels are one pixel of the desktop
    double rowsPerPixel() const { return (bottom - top) / height; }
    double columnsPerPixel() const { return (right - left) / width; }
    bool operator==(const MatrixWindow&) const = default;
};

/// Maxima of magnitudes per pixel: a single outlier is never lost, however far away. NaN outside the matrix.
struct MatrixRaster {
    std::vector<float> values;   ///< [height × width]
    int log2 = 0;                ///< cells of 2^log2 × 2^log2 weights were read
    bool complete = true;        ///< false: coarser cells stand in for tiles still loading
};

/// The first pixel whose middle lies at or beyond a weight's edge: the rule by which pixels belong to weights.
int firstPixel(double edge, double pixelsPerWeight);
/// Side of the cells to read for a window (as log2), by area: a pixel covers about one to four cells, whatever the zoom.
int cellLog2(const MatrixWindow& window);
/// Cost: proportional to the pixels, not to the matrix. `tiles` supplies cells below 8 × 8.
/// `finest`: no cells smaller than 2^finest weights are read.
MatrixRaster rasterize(const SaliencySource& source, MatrixTiles& tiles, std::size_t matrix, MatrixLayer layer, const MatrixWindow& window, int finest = 0);

/// Share of the weights under each pixel that is kept, 0 … 1. NaN outside the matrix.
MatrixRaster keptRaster(std::span<const std::uint32_t> positions, std::int64_t rows, std::int64_t columns, const MatrixWindow& window);

/// factorA · a − factorB · b, pixel by pixel: the difference of the strongest weights under a pixel, and of the weights themselves once a weight
/// fills a pixel.
MatrixRaster difference(const MatrixRaster& a, double factorA, const MatrixRaster& b, double factorB);

}  // namespace tacq::ui

#include "models/matrix/matrix_raster.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <utility>

#include "models/shared/two_threads.h"

namespace tacq::ui {
namespace {

constexpr int kFirstPyramid = Pyramid::kFirstLog2;
// More full-resolution data than this on show at once: read a coarser level instead of evicting what is visible. Must stay well below what
// MatrixTiles keeps, or a view would push its own tiles out and read them again for ever.
constexpr std::int64_t kVisibleTileBytes = 48 << 20;

/// Cells [begin, end) that a pixel covers; begin ≥ end: outside the matrix.
struct Cover {
    std::int64_t begin = 0, end = 0;
    bool operator==(const Cover&) const = default;
};

std::vector<Cover> covers(double from, double to, int pixels, std::int64_t extent, int log2) {
    std::vector<Cover> out(static_cast<std::size_t>(pixels));
    const double step = (to - from) / pixels;
    const std::int64_t side = std::int64_t{1} << log2, cells = (extent + side - 1) / side;
    for (int i = 0; i < pixels; ++i) {
        const double a = from + i * step, middle = a + step / 2;
        if (middle < 0 || middle >= static_cast<double>(extent)) continue;
        const auto begin = static_cast<std::int64_t>(std::floor((step < static_cast<double>(side) ? middle : std::max(a, 0.0)) / static_cast<double>(side)));
        const auto end = step < static_cast<double>(side) ? begin + 1 : static_cast<std::int64_t>(std::ceil((a + step) / static_cast<double>(side)));
        out[static_cast<std::size_t>(i)] = {begin, std::clamp(end, begin + 1, cells)};
    }
    return out;
}

/// Fills those rows of pixels of `missing` whose rows of cells `row` can supply, and strikes them off.
void fillRows(MatrixRaster& raster, const MatrixWindow& window, const LinearInfo& linear, int log2, const std::function<const float*(std::int64_t)>& row, std::vector<std::size_t>& missing) {
    const auto xs = covers(window.left, window.right, window.width, linear.columns, log2);
    const auto ys = covers(window.top, window.bottom, window.height, linear.rows, log2);
    std::int64_t first = std::numeric_limits<std::int64_t>::max(), last = 0;
    for (const Cover& x : xs) {
        if (x.begin >= x.end) continue;
        first = std::min(first, x.begin);
        last = std::max(last, x.end);
    }
    std::vector<float> line(static_cast<std::size_t>(std::max<std::int64_t>(0, last - first)));
    const auto width = static_cast<std::size_t>(window.width);
    const Cover* previous = nullptr;
    const float* previousLine = nullptr;
    std::vector<std::size_t> stillMissing;
    for (const std::size_t y : missing) {
        if (ys[y].begin >= ys[y].end || line.empty()) continue;
        float* out = raster.values.data() + y * width;
        if (previous && *previous == ys[y]) {
            std::copy_n(previousLine, width, out);
            continue;
        }
        bool there = true;
        std::fill(line.begin(), line.end(), 0.0f);
        for (std::int64_t r = ys[y].begin; r < ys[y].end && there; ++r) {
            const float* cells = row(r);
            there = cells != nullptr;
            if (there)
                for (std::size_t c = 0; c < line.size(); ++c) line[c] = std::max(line[c], cells[static_cast<std::size_t>(first) + c]);
        }
        if (!there) {
            stillMissing.push_back(y);
            continue;
        }
        for (std::size_t x = 0; x < width; ++x) {
            if (xs[x].begin >= xs[x].end) continue;
            const float* cell = line.data() + (xs[x].begin - first);
            float most = *cell;
            for (std::int64_t more = xs[x].end - xs[x].begin - 1; more > 0; --more) most = std::max(most, *++cell);
            out[x] = most;
        }
        previous = &ys[y];
        previousLine = out;
    }
    missing = std::move(stillMissing);
}

/// The same on two threads: `row` is asked by both.
void fill(MatrixRaster& raster, const MatrixWindow& window, const LinearInfo& linear, int log2, const std::function<const float*(std::int64_t)>& row, std::vector<std::size_t>& missing) {
    const auto middle = missing.begin() + static_cast<std::ptrdiff_t>(missing.size() / 2);
    std::vector<std::size_t> halves[] = {{missing.begin(), middle}, {middle, missing.end()}};
    onTwoThreads([&](std::size_t half) { fillRows(raster, window, linear, log2, row, halves[half]); });
    missing = std::move(halves[0]);
    missing.insert(missing.end(), halves[1].begin(), halves[1].end());
}

void fillFromPyramid(MatrixRaster& raster, const SaliencySource& source, std::size_t matrix, MatrixLayer layer, const MatrixWindow& window, int log2, std::vector<std::size_t>& missing) {
    const int level = std::clamp(log2 - kFirstPyramid, 0, std::max(0, source.levels(matrix) - 1));
    const auto view = source.level(matrix, layer, level);
    if (view.maximum.empty()) return;
    fill(raster, window, source.meta().linears[matrix], level + kFirstPyramid,
         [&view](std::int64_t r) { return view.maximum.data() + r * view.columns; }, missing);
}

}  // namespace

int firstPixel(double edge, double pixelsPerWeight) { return static_cast<int>(std::ceil(edge * pixelsPerWeight - 0.5)); }

int cellLog2(const MatrixWindow& window) {
    const double area = window.rowsPerPixel() * window.columnsPerPixel();
    return std::max(0, static_cast<int>(std::floor(std::log2(std::max(area, 1.0)) / 2)));
}

MatrixRaster rasterize(const SaliencySource& source, MatrixTiles& tiles, std::size_t matrix, MatrixLayer layer, const MatrixWindow& window, int finest) {
    MatrixRaster raster;
    raster.values.assign(static_cast<std::size_t>(window.width) * static_cast<std::size_t>(window.height), std::numeric_limits<float>::quiet_NaN());
    raster.log2 = std::max(finest, cellLog2(window));
    std::vector<std::size_t> missing(static_cast<std::size_t>(window.height));   // rows of pixels yet to be filled
    std::iota(missing.begin(), missing.end(), std::size_t{0});
    const LinearInfo& linear = source.meta().linears[matrix];
    const double visibleRows = std::min(window.bottom, static_cast<double>(linear.rows)) - std::max(window.top, 0.0);
    const auto visibleBytes = [&](int log2) { return static_cast<std::int64_t>(visibleRows) * linear.columns * 4 >> (2 * log2); };
    while (raster.log2 < kFirstPyramid && visibleBytes(raster.log2) > kVisibleTileBytes) ++raster.log2;
    if (raster.log2 >= kFirstPyramid) {
        fillFromPyramid(raster, source, matrix, layer, window, raster.log2, missing);
        return raster;
    }
    // Tiles first: they ask for what is missing. The coarse level stands in for it.
    const std::int64_t perBand = MatrixTiles::kBandRows >> raster.log2;
    std::map<std::int64_t, std::shared_ptr<const MatrixTiles::Tile>> bands;
    for (const Cover& rows : covers(window.top, window.bottom, window.height, linear.rows, raster.log2))
        for (std::int64_t r = rows.begin; r < rows.end; ++r)
            if (const auto [it, isNew] = bands.try_emplace(r / perBand); isNew) it->second = tiles.get({matrix, layer, raster.log2, it->first});
    const auto rowAt = [&](std::int64_t r) -> const float* {
        const auto& tile = bands.find(r / perBand)->second;
        if (!tile || tile->values.empty()) return nullptr;
        return tile->values.data() + r % perBand * tile->columns;
    };
    fill(raster, window, linear, raster.log2, rowAt, missing);
    raster.complete = missing.empty();
    if (!raster.complete) fillFromPyramid(raster, source, matrix, layer, window, kFirstPyramid, missing);
    return raster;
}

MatrixRaster keptRaster(std::span<const std::uint32_t> positions, std::int64_t rows, std::int64_t columns, const MatrixWindow& window) {
    MatrixRaster raster;
    const auto width = static_cast<std::size_t>(window.width);
    raster.values.assign(width * static_cast<std::size_t>(window.height), std::numeric_limits<float>::quiet_NaN());
    const auto xs = covers(window.left, window.right, window.width, columns, 0), ys = covers(window.top, window.bottom, window.height, rows, 0);
    for (std::size_t y = 0; y < ys.size(); ++y)
        for (std::size_t x = 0; x < xs.size() && ys[y].begin < ys[y].end; ++x)
            if (xs[x].begin < xs[x].end) raster.values[y * width + x] = 0;
    const double perX = 1 / window.columnsPerPixel(), perY = 1 / window.rowsPerPixel();
    const auto share = static_cast<float>(1 / (std::max(1.0, window.columnsPerPixel()) * std::max(1.0, window.rowsPerPixel())));
    const auto divisor = static_cast<std::uint32_t>(columns);
    for (const std::uint32_t position : positions) {
        const std::uint32_t row = position / divisor, column = position - row * divisor;
        const int x0 = firstPixel(column - window.left, perX), y0 = firstPixel(row - window.top, perY);
        const int x1 = std::max(x0 + 1, firstPixel(column + 1 - window.left, perX)), y1 = std::max(y0 + 1, firstPixel(row + 1 - window.top, perY));
        for (int y = std::max(0, y0); y < std::min(window.height, y1); ++y)
            for (int x = std::max(0, x0); x < std::min(window.width, x1); ++x) {
                float& value = raster.values[static_cast<std::size_t>(y) * width + static_cast<std::size_t>(x)];
                value = std::min(1.0f, value + share);
            }
    }
    return raster;
}

MatrixRaster difference(const MatrixRaster& a, double factorA, const MatrixRaster& b, double factorB) {
    MatrixRaster out;
    out.log2 = std::max(a.log2, b.log2);
    out.complete = a.complete && b.complete;
    out.values.assign(a.values.size(), 0.0f);
    for (std::size_t i = 0; i < out.values.size() && i < b.values.size(); ++i)
        out.values[i] = static_cast<float>(factorA * static_cast<double>(a.values[i]) - factorB * static_cast<double>(b.values[i]));
    return out;
}

}  // namespace tacq::ui

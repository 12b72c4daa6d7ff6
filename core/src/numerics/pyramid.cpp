#include <algorithm>
#include <cassert>
#include <cmath>

#include "tacq/numerics/sketch.h"

namespace tacq {
namespace {

constexpr std::int64_t kCell = std::int64_t{1} << Pyramid::kFirstLog2;

Pyramid::Level makeLevel(std::int64_t rows, std::int64_t columns) {
    Pyramid::Level level;
    level.rows = rows;
    level.columns = columns;
    level.maximum.assign(static_cast<std::size_t>(rows * columns), 0.0f);
    level.mean.assign(static_cast<std::size_t>(rows * columns), 0.0f);
    return level;
}

// Cells at the right and bottom edge hold fewer weights than the rest.
void setMeans(Pyramid::Level& level, const std::vector<double>& sums, std::int64_t cell, std::int64_t rows, std::int64_t columns) {
    for (std::int64_t r = 0; r < level.rows; ++r) {
        const std::int64_t height = std::min(cell, rows - r * cell);
        for (std::int64_t c = 0; c < level.columns; ++c) {
            const std::int64_t width = std::min(cell, columns - c * cell);
            const auto at = static_cast<std::size_t>(r * level.columns + c);
            level.mean[at] = static_cast<float>(sums[at] / static_cast<double>(height * width));
        }
    }
}

// Halves both sides: `from` with its sums becomes `to`, sums are replaced.
void pool(const Pyramid::Level& from, Pyramid::Level& to, std::vector<double>& sums) {
    std::vector<double> pooled(to.maximum.size(), 0.0);
    for (std::int64_t r = 0; r < from.rows; ++r)
        for (std::int64_t c = 0; c < from.columns; ++c) {
            const auto source = static_cast<std::size_t>(r * from.columns + c);
            const auto target = static_cast<std::size_t>(r / 2 * to.columns + c / 2);
            to.maximum[target] = std::max(to.maximum[target], from.maximum[source]);
            pooled[target] += sums[source];
        }
    sums = std::move(pooled);
}

}  // namespace

void Pyramid::begin(std::int64_t matrixRows, std::int64_t matrixColumns) {
    rows = matrixRows;
    columns = matrixColumns;
    levels.clear();
    levels.push_back(makeLevel((rows + kCell - 1) / kCell, (columns + kCell - 1) / kCell));
    cellSums.assign(levels.front().maximum.size(), 0.0);
}

void Pyramid::addRows(std::int64_t firstRow, std::span<const float> values) {
    Level& level = levels.front();
    const std::int64_t count = static_cast<std::int64_t>(values.size()) / columns;
    assert(firstRow >= 0 && firstRow + count <= rows && count * columns == static_cast<std::int64_t>(values.size()));
    for (std::int64_t row = firstRow; row < firstRow + count; ++row) {
        const float* value = values.data() + (row - firstRow) * columns;
        const std::size_t base = static_cast<std::size_t>(row / kCell * level.columns);
        for (std::int64_t c = 0; c < level.columns; ++c) {
            const std::int64_t begin = c * kCell, end = std::min(begin + kCell, columns);
            float maximum = 0, sum = 0;
            for (std::int64_t i = begin; i < end; ++i) {
                const float magnitude = std::fabs(value[i]);
                const float counted = magnitude >= 0 ? magnitude : 0.0f;  // NaN counts as nothing
                maximum = counted > maximum ? counted : maximum;
                sum += counted;
            }
            const std::size_t at = base + static_cast<std::size_t>(c);
            level.maximum[at] = std::max(level.maximum[at], maximum);
            cellSums[at] += static_cast<double>(sum);
        }
    }
}

void Pyramid::finish() {
    std::int64_t cell = kCell;
    setMeans(levels.front(), cellSums, cell, rows, columns);
    while (levels.back().rows > 1 || levels.back().columns > 1) {
        Level next = makeLevel((levels.back().rows + 1) / 2, (levels.back().columns + 1) / 2);
        pool(levels.back(), next, cellSums);
        cell *= 2;
        setMeans(next, cellSums, cell, rows, columns);
        levels.push_back(std::move(next));
    }
    cellSums = {};
}

}  // namespace tacq

#include "models/matrix/marginals.h"

#include <algorithm>
#include <cmath>

namespace tacq::ui {
namespace {

constexpr std::uint64_t kReadWhole = 4u << 20;
constexpr double kDecades = 1e-6;

Marginals average(std::int64_t rows, std::int64_t columns, std::span<const float> values, int weightsPerBin) {
    std::vector<double> row(static_cast<std::size_t>(rows)), column(static_cast<std::size_t>(columns));
    for (std::int64_t r = 0; r < rows; ++r)
        for (std::int64_t c = 0; c < columns; ++c) {
            const double v = std::fabs(static_cast<double>(values[static_cast<std::size_t>(r * columns + c)]));
            row[static_cast<std::size_t>(r)] += v / static_cast<double>(columns);
            column[static_cast<std::size_t>(c)] += v / static_cast<double>(rows);
        }
    return {std::vector<float>(row.begin(), row.end()), std::vector<float>(column.begin(), column.end()), weightsPerBin};
}

}  // namespace

Marginals computeMarginals(const SaliencySource& source, std::size_t matrix, MatrixLayer layer) {
    const LinearInfo& linear = source.meta().linears[matrix];
    if (const auto sums = source.marginals(matrix, layer); !sums.rowSum.empty() && !sums.columnSum.empty()) {
        Marginals means{std::vector<float>(sums.rowSum.begin(), sums.rowSum.end()), std::vector<float>(sums.columnSum.begin(), sums.columnSum.end()), 1};
        for (float& mean : means.rows) mean /= static_cast<float>(linear.columns);
        for (float& mean : means.columns) mean /= static_cast<float>(linear.rows);
        return means;
    }
    // Not here yet: the matrix will come as a whole.
    if (source.levels(matrix) > 0 && source.level(matrix, layer, 0).mean.empty()) return {};
    if (elementsOf(linear) <= kReadWhole) {
        std::vector<float> values(static_cast<std::size_t>(elementsOf(linear)));
        if (source.readRows(matrix, layer, 0, linear.rows, values).ok()) return average(linear.rows, linear.columns, values, 1);
    }
    if (source.levels(matrix) == 0) return {};
    const auto view = source.level(matrix, layer, 0);
    return average(view.rows, view.columns, view.mean, 1 << Pyramid::kFirstLog2);
}

ValueRange matrixRange(const SaliencySource& source, std::size_t matrix, MatrixLayer layer) {
    ValueRange range;
    if (source.levels(matrix) == 0) return range;
    const auto top = source.level(matrix, layer, source.levels(matrix) - 1);
    double high = 0;
    for (const float v : top.maximum) high = std::max(high, static_cast<double>(v));
    if (!(high > 0)) return range;
    // A middle level is enough for the low end and stays cheap for a matrix of any size.
    int level = 0;
    while (level + 1 < source.levels(matrix) && source.level(matrix, layer, level).mean.size() > 65536) ++level;
    double low = high;
    for (const float v : source.level(matrix, layer, level).mean)
        if (v > 0) low = std::min(low, static_cast<double>(v));
    range.high = high;
    range.low = std::clamp(low / 4, high * kDecades, high / 10);
    return range;
}

}  // namespace tacq::ui

#include "models/matrix/weight_grid.h"

#include <algorithm>
#include <cmath>

namespace tacq::ui {
namespace {

/// Values that differ by less than this share of their range are one level, spelt with other last bits.
constexpr double kSameLevel = 1e-4;

std::vector<double> usedLevels(std::span<const float> row, std::span<const float> delta) {
    std::vector<double> values;
    for (std::size_t i = 0; i < row.size(); ++i) values.push_back(static_cast<double>(row[i]) - static_cast<double>(delta[i]));
    std::sort(values.begin(), values.end());
    const double near = values.empty() ? 0 : kSameLevel * (values.back() - values.front());
    std::vector<double> levels;
    for (const double value : values)
        if (levels.empty() || value - levels.back() > near) levels.push_back(value);
    return levels;
}

std::vector<double> plainLevels(std::span<const float> row, Symmetry symmetry, int bits) {
    double low = 0, high = 0;
    for (const float w : row) low = std::min(low, static_cast<double>(w)), high = std::max(high, static_cast<double>(w));
    const int last = (1 << bits) - 1;
    if (symmetry == Symmetry::Symmetric) high = std::max(high, -low), low = -high;
    const double scale = (high - low) / last;
    const double zero = symmetry == Symmetry::Symmetric ? 1 << (bits - 1) : scale > 0 ? std::nearbyint(-low / scale) : 0;
    std::vector<double> levels;
    for (int code = 0; code <= last; ++code) levels.push_back(scale * (code - zero));
    return levels;
}

}  // namespace

WeightGrid weightGrid(std::span<const float> row, std::span<const float> delta, std::size_t column, const GridOptions& grid, int bits) {
    WeightGrid found;
    found.bits = bits;
    if (column >= row.size() || delta.size() != row.size()) return found;
    const auto group = static_cast<std::size_t>(grid.groupColumns(static_cast<std::int64_t>(row.size())));
    const std::size_t begin = column / group * group, count = std::min(group, row.size() - begin);
    found.weight = static_cast<double>(row[column]);
    found.simulated = bits == grid.bits;
    found.levels = found.simulated ? usedLevels(row.subspan(begin, count), delta.subspan(begin, count)) : plainLevels(row.subspan(begin, count), grid.symmetry, bits);
    if (found.simulated) found.quantized = found.weight - static_cast<double>(delta[column]);
    else found.quantized = *std::min_element(found.levels.begin(), found.levels.end(), [&](double a, double b) { return std::fabs(a - found.weight) < std::fabs(b - found.weight); });
    return found;
}

}  // namespace tacq::ui

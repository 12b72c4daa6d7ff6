#pragma once
// Private to the report: one overview map, layers × modules, as inline SVG.
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "report/facts.h"

namespace tacq::report {

struct HeatMap {
    std::string id, title, meaning;  ///< meaning: formula and unit, one sentence
    std::function<std::optional<double>(const Matrix&)> value;
    bool share = false;              ///< shown in per cent
};
/// The map with axes, a tooltip a cell and a legend (logarithmic; a value of zero is an empty cell). Where no matrix has a value: empty text.
std::string heatMapSvg(const HeatMap& map, const std::vector<Matrix>& matrices);

}  // namespace tacq::report

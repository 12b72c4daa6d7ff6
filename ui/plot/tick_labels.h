#pragma once
#include <optional>
#include <vector>

namespace tacq::ui {

/// Left edges of labels of these widths, centred at these places as far as they stay between `left` and `right`, in pixels. Nothing for a label that
/// would touch another one: the two at the ends come first.
std::vector<std::optional<int>> placeLabels(const std::vector<int>& centres, const std::vector<int>& widths, int left, int right);

}  // namespace tacq::ui

#include "plot/tick_labels.h"

#include <algorithm>

namespace tacq::ui {
namespace {

constexpr int kGap = 6;   // pixels between two labels

}  // namespace

std::vector<std::optional<int>> placeLabels(const std::vector<int>& centres, const std::vector<int>& widths, int left, int right) {
    std::vector<std::optional<int>> places(centres.size());
    const auto place = [&](std::size_t i) {
        const int at = std::max(left, std::min(centres[i] - widths[i] / 2, right - widths[i]));
        for (std::size_t other = 0; other < places.size(); ++other)
            if (places[other] && at < *places[other] + widths[other] + kGap && *places[other] < at + widths[i] + kGap) return;
        places[i] = at;
    };
    if (!centres.empty()) place(0);
    if (centres.size() > 1) place(centres.size() - 1);
    for (std::size_t i = 1; i + 1 < centres.size(); ++i) place(i);
    return places;
}

}  // namespace tacq::ui

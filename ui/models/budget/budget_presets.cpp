#include "models/budget/budget_presets.h"

namespace tacq::ui {

std::vector<BudgetPreset> BudgetPresets::list() {
    const auto settings = [](int bits, std::int64_t group, double fraction) {
        BudgetSettings made;
        made.grid.bits = bits;
        made.grid.groupSize = group;
        made.fraction = fraction;
        return made;
    };
    return {
        {QStringLiteral("smallest"), tr("Smallest"), tr("2 bit + 0.35 %: as small as it gets; without the kept weights such a model would hardly speak."), settings(2, -1, 0.0035)},
        {QStringLiteral("paper"), tr("Paper"), tr("3 bit + 0.35 %: what the method's authors measured most."), settings(3, -1, 0.0035)},
        {QStringLiteral("careful"), tr("Careful"), tr("4 bit in groups of 128 + 0.35 %: close to the original on most tasks."), settings(4, 128, 0.0035)},
    };
}

}  // namespace tacq::ui

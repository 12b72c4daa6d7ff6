#include "models/budget/pareto.h"

#include <algorithm>
#include <limits>

#include "models/shared/json_lines.h"
#include "models/shared/names.h"
#include "tacq/numerics/interval.h"

namespace tacq::ui {

std::vector<ParetoPoint> Pareto::points(const MeasuredRuns& runs) {
    std::vector<ParetoPoint> points;
    std::vector<NameParts> settings;
    for (const MeasuredRun& run : runs.runs) {
        if (!(run.bits > 0)) continue;
        settings.push_back(settingParts(jsonObject(run.optionsJson)));
        points.push_back({run.run, run.bits, run.loss, intervalHalfWidth(run.standardError), false, {}});
    }
    const QStringList names = namesAmong(settings);
    for (std::size_t i = 0; i < points.size(); ++i) points[i].title = names[static_cast<int>(i)];
    std::stable_sort(points.begin(), points.end(), [](const ParetoPoint& a, const ParetoPoint& b) { return a.bits < b.bits || (a.bits == b.bits && a.loss < b.loss); });
    double best = std::numeric_limits<double>::infinity();
    for (ParetoPoint& point : points) {
        point.frontier = point.loss < best;
        best = std::min(best, point.loss);
    }
    return points;
}

}  // namespace tacq::ui

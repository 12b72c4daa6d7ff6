#include "models/budget/pareto.h"

#include <QJsonObject>
#include <algorithm>
#include <limits>

#include "models/shared/format.h"
#include "models/shared/json_lines.h"

namespace tacq::ui {
namespace {

constexpr double kInterval = 1.96;

}  // namespace

QString Pareto::title(const std::string& optionsJson) {
    const QJsonObject options = jsonObject(optionsJson);
    const QString bits = tr("%1 bit").arg(options.value(QLatin1String("bits")).toInt());
    QStringList parts{options.contains(QLatin1String("recipe")) ? tr("%1, mixed").arg(bits) : bits};
    if (const int group = options.value(QLatin1String("groupSize")).toInt(-1); group > 0) parts.first() = tr("%1, groups of %2").arg(parts.first()).arg(group);
    if (options.contains(QLatin1String("targetBits"))) parts << tr("up to %1 bits").arg(Format::bits(options.value(QLatin1String("targetBits")).toDouble()));
    else if (options.contains(QLatin1String("targetSize"))) parts << tr("up to %1").arg(Format::bytes(options.value(QLatin1String("targetSize")).toDouble()));
    else parts << Format::percent(options.value(QLatin1String("outliers")).toDouble(0.0035));
    return parts.join(QLatin1String(" + "));
}

std::vector<ParetoPoint> Pareto::points(const MeasuredRuns& runs) {
    std::vector<ParetoPoint> points;
    for (const MeasuredRun& run : runs.runs)
        if (run.bits > 0) points.push_back({run.run, run.bits, run.loss, kInterval * run.standardError, false, title(run.optionsJson)});
    std::stable_sort(points.begin(), points.end(), [](const ParetoPoint& a, const ParetoPoint& b) { return a.bits < b.bits || (a.bits == b.bits && a.loss < b.loss); });
    double best = std::numeric_limits<double>::infinity();
    for (ParetoPoint& point : points) {
        point.frontier = point.loss < best;
        best = std::min(best, point.loss);
    }
    return points;
}

}  // namespace tacq::ui

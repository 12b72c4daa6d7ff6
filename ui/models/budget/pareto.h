#pragma once
#include <QString>
#include <vector>

#include "tacq/store/measured_points.h"

namespace tacq::ui {

/// A measured run on the trade-off plot.
struct ParetoPoint {
    qint64 run = 0;
    double bits = 0, loss = 0;
    double error = 0;            ///< half width of the 95 % interval
    bool frontier = false;       ///< no other run is both smaller (or as small) and better
    QString title;               ///< its name among the points (names.h)
};

/// Turns measured runs into what the plot shows. Pure.
class Pareto {
public:
    /// In order of bits; runs without a size are left out.
    static std::vector<ParetoPoint> points(const MeasuredRuns& runs);
};

}  // namespace tacq::ui

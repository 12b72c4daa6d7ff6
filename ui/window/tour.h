#pragma once
#include <QString>

#include "engine/engine_process.h"
#include "widgets/theme.h"

namespace tacq::ui {

struct TourOptions {
    QString folder;
    ThemeChoice theme = ThemeChoice::System;
    EngineCommand engine;
};

/// Drives every page on the bundled sample with a real run, without a person: writes `NN-page.png` and `tour.json`.
/// @return the process's exit code: 0 if every page came up and Qt printed no warning
int runTour(const TourOptions& options);

}  // namespace tacq::ui

#pragma once
#include <QJsonObject>
#include <optional>

#include "engine/engine_process.h"

namespace tacq::ui {

/// What `tacq probe` found out about the machine that an engine works on.
struct MachineProbe {
    double flopsPerSecond = 0;   ///< matrix products, in the type that the engine computes in
};

/// Of the command's answer; nothing if it holds no rate.
std::optional<MachineProbe> probeOf(const QJsonObject& answer);

/// Kept in the window's settings per engine: another engine is another machine.
std::optional<MachineProbe> rememberedProbe(const EngineCommand& engine);
void rememberProbe(const EngineCommand& engine, const MachineProbe& probe);

/// Floating-point operations a second to reckon with: as measured, else a guess of 20 GFLOP/s a thread.
double forecastRate(const EngineProcess& engine);

}  // namespace tacq::ui

#pragma once
#include "models/shared/project.h"
#include "tacq/budget/forecast.h"

namespace tacq::ui {

class EngineProcess;

/// What the engine's own forecast reads of a model; the summary must outlive it.
ModelGeometry geometryOf(const ModelSummary& model);

/// Figures before anything was measured, by the engine's formula (tacq/budget/forecast.h); replaced by measured ones as soon as there are some.
/// Always shown with ≈. `flopsPerSecond`: forecastRate() of the engine.
double forecastSaliencySeconds(const ModelSummary& model, const TaskChoice& task, double flopsPerSecond);
/// One GPTQ pass.
double forecastPassSeconds(const ModelSummary& model, const TaskChoice& task, double flopsPerSecond);
double forecastMemoryBytes(const ModelSummary& model, const TaskChoice& task);
/// Measured if this stage ran before in this window, else the forecast.
double simulateSeconds(const Project& project, const EngineProcess& engine);

}  // namespace tacq::ui

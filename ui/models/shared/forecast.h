#pragma once
#include "models/shared/project.h"
#include "models/task/used_text.h"
#include "tacq/budget/forecast.h"

namespace tacq::ui {

class EngineProcess;

/// What the engine's own forecast reads of a model; the summary must outlive it.
ModelGeometry geometryOf(const ModelSummary& model);

/// Figures before anything was measured, by the engine's formula (tacq/budget/forecast.h); replaced by measured ones as soon as there are some.
/// Always shown with ≈. Of the project's model and task, 0 without a model. `used`: what the task's text really gives, where it was counted; else as
/// much as was asked for. `flopsPerSecond`: forecastRate() of the engine.
double forecastSaliencySeconds(const Project& project, const std::optional<UsedText>& used, double flopsPerSecond);
/// One GPTQ pass.
double forecastPassSeconds(const Project& project, const std::optional<UsedText>& used, double flopsPerSecond);
double forecastMemoryBytes(const Project& project, const std::optional<UsedText>& used);
/// Measured if this stage ran before in this window, else the forecast.
double simulateSeconds(const Project& project, const EngineProcess& engine, const std::optional<UsedText>& used = std::nullopt);

}  // namespace tacq::ui

#include "models/shared/forecast.h"

#include <algorithm>

#include "models/shared/machine_probe.h"

namespace tacq::ui {
namespace {

Forecast forecastOf(const ModelSummary& model, const TaskChoice& task) {
    const std::int64_t row = std::min<std::int64_t>(task.tokens, std::max<std::int64_t>(1, model.config.contextLength));
    return forecast(geometryOf(model), {task.samples * row, row, true, 1, 0, 0});
}

}  // namespace

ModelGeometry geometryOf(const ModelSummary& model) { return {model.linears, model.tensors, &model.config}; }

double forecastSaliencySeconds(const ModelSummary& model, const TaskChoice& task, double flopsPerSecond) {
    const Forecast need = forecastOf(model, task);
    return forecastSeconds(need.gradientFlops + need.quantizeFlops, flopsPerSecond);
}

double forecastPassSeconds(const ModelSummary& model, const TaskChoice& task, double flopsPerSecond) {
    return forecastSeconds(forecastOf(model, task).quantizeFlops, flopsPerSecond);
}

double forecastMemoryBytes(const ModelSummary& model, const TaskChoice& task) { return static_cast<double>(forecastOf(model, task).memoryBytes); }

double simulateSeconds(const Project& project, const EngineProcess& engine) {
    if (const auto measured = project.stageSeconds(QStringLiteral("simulate"))) return *measured;
    return project.model() ? forecastPassSeconds(*project.model(), project.task(), forecastRate(engine)) : 0;
}

}  // namespace tacq::ui

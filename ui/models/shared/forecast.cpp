#include "models/shared/forecast.h"

#include <algorithm>

#include "models/shared/machine_probe.h"

namespace tacq::ui {
namespace {

double tokensAsked(const Project& project) { return project.task().samples * usedTokens(project, project.task().tokens); }

Forecast forecastOf(const Project& project, const std::optional<UsedText>& used) {
    if (!project.model()) return {};
    const ModelSummary& model = *project.model();
    const std::int64_t row = std::min<std::int64_t>(project.task().tokens, std::max<std::int64_t>(1, model.config.contextLength));
    return forecast(geometryOf(model), {used ? used->tokens : static_cast<std::int64_t>(tokensAsked(project)), row, true, 1, 0, 0});
}

}  // namespace

ModelGeometry geometryOf(const ModelSummary& model) { return {model.linears, model.tensors, &model.config}; }

double forecastSaliencySeconds(const Project& project, const std::optional<UsedText>& used, double flopsPerSecond) {
    const Forecast need = forecastOf(project, used);
    return forecastSeconds(need.gradientFlops + need.quantizeFlops, flopsPerSecond);
}

double forecastPassSeconds(const Project& project, const std::optional<UsedText>& used, double flopsPerSecond) {
    return forecastSeconds(forecastOf(project, used).quantizeFlops, flopsPerSecond);
}

double forecastMemoryBytes(const Project& project, const std::optional<UsedText>& used) { return static_cast<double>(forecastOf(project, used).memoryBytes); }

double simulateSeconds(const Project& project, const EngineProcess& engine, const std::optional<UsedText>& used) {
    const auto measured = project.stageSeconds(QStringLiteral("simulate"));
    if (!measured) return forecastPassSeconds(project, used, forecastRate(engine));
    // It is a time for as many tokens as were asked for; what the text really gave, the saliency on show knows too.
    const std::int64_t read = used ? used->tokens : project.saliency() ? project.saliency()->meta().tokens : 0;
    return read > 0 && tokensAsked(project) > 0 ? *measured * static_cast<double>(read) / tokensAsked(project) : *measured;
}

}  // namespace tacq::ui

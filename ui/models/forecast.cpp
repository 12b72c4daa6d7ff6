#include "models/forecast.h"

#include <algorithm>

namespace tacq::ui {
namespace {

constexpr double kFlopsPerThread = 20e9;
constexpr double kStartSeconds = 0.3;
constexpr double kLibraryBytes = 300e6;

double tokensOf(const ModelSummary& model, const TaskChoice& task) {
    const double perSample = std::min<double>(task.tokens, static_cast<double>(std::max<std::int64_t>(1, model.config.contextLength)));
    return task.samples * perSample;
}

}  // namespace

double forecastPassSeconds(const ModelSummary& model, const TaskChoice& task, int threads) {
    const double tokens = tokensOf(model, task);
    double work = 2.0 * static_cast<double>(model.quantizable) * tokens;
    for (const LinearInfo& linear : model.linears) {
        const double columns = static_cast<double>(linear.columns), rows = static_cast<double>(linear.rows);
        // q, k, v share a Hessian, gate and up another.
        const bool ownHessian = linear.kind != LinearKind::Key && linear.kind != LinearKind::Value && linear.kind != LinearKind::Up;
        if (ownHessian) work += 2.0 * tokens * columns * columns;
        work += rows * columns * columns;
    }
    return kStartSeconds + work / (kFlopsPerThread * std::max(1, threads));
}

double forecastMemoryBytes(const ModelSummary& model, const TaskChoice& task) {
    const double hidden = static_cast<double>(model.config.hiddenSize), inner = static_cast<double>(model.config.intermediateSize);
    const double activations = tokensOf(model, task) * (3 * hidden + inner) * 4;
    return kLibraryBytes + 4.0 * static_cast<double>(model.parameters) + activations + 4 * inner * inner;
}

double simulateSeconds(const Project& project, int threads) {
    if (const auto measured = project.stageSeconds(QStringLiteral("simulate"))) return *measured;
    return project.model() ? forecastPassSeconds(*project.model(), project.task(), threads) : 0;
}

}  // namespace tacq::ui

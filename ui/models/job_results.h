#pragma once
#include "engine/engine_job.h"
#include "models/budget_model.h"
#include "models/project.h"

namespace tacq::ui {

/// Answers of the engine as the project's values.
PerplexityFigure perplexityFigure(const QJsonObject& answer);
/// Of a quantize job whose budget was `settings`.
QuantizedResult quantizedResult(const EngineJob& job, const BudgetSettings& settings);
/// Of a finished quantize run by its options alone. `weights`: quantizable weights of the model, for the share kept where it was not asked for as such.
QuantizedResult quantizedResult(const QJsonObject& params, const QJsonObject& answer, double seconds, qint64 weights);
/// The grid of a saliency or quantize run: as its answer says, else as it was asked for.
GridOptions gridOf(const QJsonObject& answer, const QJsonObject& params);

}  // namespace tacq::ui

#pragma once
#include "engine/engine_job.h"
#include "models/budget_model.h"
#include "models/project.h"

namespace tacq::ui {

/// Answers of the engine as the project's values.
PerplexityFigure perplexityFigure(const QJsonObject& answer);
/// Of a quantize job whose budget was `settings`.
QuantizedResult quantizedResult(const EngineJob& job, const BudgetSettings& settings);

}  // namespace tacq::ui

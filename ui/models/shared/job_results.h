#pragma once
#include <QJsonObject>

#include "models/budget/budget_arithmetic.h"
#include "models/shared/project.h"

namespace tacq::ui {

/// Answers of the engine as the project's values.
PerplexityFigure perplexityFigure(const QJsonObject& answer);
/// Of a finished quantize run by its options alone. `weights`: quantizable weights of the model, for the share kept where it was not asked for as such.
QuantizedResult quantizedResult(const QJsonObject& params, const QJsonObject& answer, double seconds, qint64 weights);
/// The grid of a saliency or quantize run: as its answer says, else as it was asked for.
GridOptions gridOf(const QJsonObject& answer, const QJsonObject& params);
/// A recipe as an answer or a run's options carry it; null for an empty object.
Result<RecipePointer> recipeOf(const QJsonObject& recipe);

}  // namespace tacq::ui

#pragma once
#include <QJsonObject>

#include "models/model/model_summary.h"

namespace tacq::ui {

/// A model that lies on the engine's computer, from the engine's answer to `inspect`. InvalidFile where the answer lacks its linears.
Result<ModelPointer> summaryFromInspect(const QJsonObject& answer);

}  // namespace tacq::ui

#pragma once
#include <QString>

#include "models/project.h"

namespace tacq::ui {

/// Writes the task's evaluation split as token rows into `folder` (a file named after its content; written once) and returns its path.
/// Both models are then measured on exactly these ids. Not for the GUI thread.
Result<QString> writeEvaluationRows(const QString& modelPath, const TaskChoice& task, const TaskEnvironment& environment, const QString& folder);

}  // namespace tacq::ui

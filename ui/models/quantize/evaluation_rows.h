#pragma once
#include <QByteArray>
#include <QString>
#include <vector>

#include "models/shared/project.h"

namespace tacq::ui {

/// Rows of the evaluation split that a model is measured on: enough for a standard error of a few per cent, short enough for the sample to take seconds.
inline constexpr int kEvaluationRows = 64;

/// Writes the task's evaluation split as token rows into `folder` (a file named after its content; written once) and returns its path.
/// Both models are then measured on exactly these ids. Not for the GUI thread.
Result<QString> writeEvaluationRows(const QString& modelPath, const TaskChoice& task, const TaskEnvironment& environment, const QString& folder);
/// Token rows as the file that `--tokens-file` takes. Not for the GUI thread.
Result<QByteArray> evaluationRowsFile(const std::vector<std::vector<std::int32_t>>& rows);

}  // namespace tacq::ui

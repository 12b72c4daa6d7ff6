#pragma once
#include <QJsonObject>
#include <QString>
#include <optional>
#include <vector>

#include "models/runs/run_record.h"

namespace tacq::ui {

/// A job that would measure `folder`, as MetricRegistry::params() asks for it.
struct FigureWish {
    QString folder, method;
    QJsonObject params;
};

/// The answers that finished runs of the workspace already hold, one for each wish; nothing where none does. A run counts when it asked for exactly the
/// same and the model's files have not been touched since it began. `runs`: newest first. Looks at files: not for the GUI thread.
std::vector<std::optional<QJsonObject>> knownFigures(const std::vector<RunRecord>& runs, const std::vector<FigureWish>& wishes);

/// No file of the model (a file, or those in a folder) is newer than the beginning of this run. False where the model is gone.
bool isUnchangedSince(const QString& modelPath, const RunRecord& run);

}  // namespace tacq::ui

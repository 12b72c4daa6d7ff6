#pragma once
#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include "models/budget/budget_model.h"
#include "models/shared/project.h"
#include "tacq/store/circuit_overlap.h"

namespace tacq::ui {

/// Where a lesson's figures come from.
struct LessonFigureSources {
    const Project& project;
    const BudgetModel& budget;
    const CircuitOverlap* overlap = nullptr;       ///< of the comparison on show; null: none
    const QHash<QString, QString>& results;        ///< what the lesson called its quantized models → their folders; the empty name is the last one
};

/// Figures that a text may ask for in braces. A quantized model that the lesson named adds `NAME.perplexity`, `NAME.size`, `NAME.bits`, `NAME.kept`
/// and `NAME.times` (its perplexity over that of the original).
QStringList lessonFigureNames();
bool isLessonFigure(const QString& name, const QSet<QString>& resultNames);

/// In the reader's locale; `–` while it is not known.
QString lessonFigure(const QString& name, const LessonFigureSources& sources);
/// The text with its figures in place.
QString fillLessonFigures(QString text, const LessonFigureSources& sources);

}  // namespace tacq::ui

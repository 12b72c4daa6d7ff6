#pragma once
#include <QString>

namespace tacq::ui {

/// The beginning of a task's text for a model to go on with: a question up to its "Answer:", where there is one near enough, else the first words, cut
/// between two of them. Empty where the text has no beginning that leaves something to write.
QString samplePrompt(const QString& text);

}  // namespace tacq::ui

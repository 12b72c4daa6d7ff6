#pragma once
#include <QString>

#include "tacq/base/result.h"

namespace tacq::ui {

/// A person's own text as a task.
struct OwnExamples {
    QString path;            ///< what --task takes
    bool heldOut = false;    ///< perplexity is measured on a part that the model was not made with
};

/// Writes pasted text to `<workspace>/examples/`, named after its content and, where given, `name`. A text of some length gets a task file beside it (resources/tasks/README.md)
/// that keeps the last fifth for measuring. InvalidArgument for a text too short to say anything. Touches files: not for the GUI thread.
Result<OwnExamples> keepOwnText(const QString& text, const QString& workspace, const QString& name = {});
/// The same for a file; one that is not plain text, or has a task file of its own, is used where it lies.
Result<OwnExamples> keepOwnFile(const QString& path, const QString& workspace);

/// InvalidArgument where a file cannot be examples: not .txt, .jsonl or .csv, or no text inside. Looks at its beginning only.
Result<void> looksLikeExamples(const QString& path);

inline constexpr qsizetype kLeastOwnText = 200;  ///< characters

}  // namespace tacq::ui

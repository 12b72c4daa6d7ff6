#include "text/task_text.h"

#include <QCoreApplication>

namespace tacq::ui {
namespace {

/// Looked up by their text; the list is for those who translate. resources/tasks has the originals.
[[maybe_unused]] const char* const kBundled[]{
    QT_TRANSLATE_NOOP("Tasks", "C4"),
    QT_TRANSLATE_NOOP("Tasks", "Web pages, one a line"),
    QT_TRANSLATE_NOOP("Tasks", "C4, reference windows"),
    QT_TRANSLATE_NOOP("Tasks", "Windows from the start for calibration, from window 40 on for evaluation: the ids of published reference runs"),
    QT_TRANSLATE_NOOP("Tasks", "GSM8K"),
    QT_TRANSLATE_NOOP("Tasks", "Grade-school mathematics problems with worked solutions"),
    QT_TRANSLATE_NOOP("Tasks", "GSM8K, 8-shot chain of thought"),
    QT_TRANSLATE_NOOP("Tasks", "Eight worked examples in random order, then the problem with its own solution: the published TaCQ recipe"),
    QT_TRANSLATE_NOOP("Tasks", "TinyStories"),
    QT_TRANSLATE_NOOP("Tasks", "Short stories in simple English: what the bundled sample model was trained on"),
    QT_TRANSLATE_NOOP("Tasks", "TinyStories, reference windows"),
    QT_TRANSLATE_NOOP("Tasks", "Even windows of the whole text for calibration, odd ones for evaluation, from the start: the ids of published reference runs"),
    QT_TRANSLATE_NOOP("Tasks", "WikiText-2"),
    QT_TRANSLATE_NOOP("Tasks", "Encyclopedia articles; the usual perplexity text"),
};

std::string translated(const std::string& text) { return text.empty() ? text : QCoreApplication::translate("Tasks", text.c_str()).toStdString(); }

}  // namespace

void translateTasks(std::vector<TaskInfo>& tasks) {
    for (TaskInfo& task : tasks) {
        task.displayName = translated(task.displayName);
        task.description = translated(task.description);
    }
}

}  // namespace tacq::ui

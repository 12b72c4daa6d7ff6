#pragma once
#include "pages/shared/page.h"

namespace tacq::ui {

/// Puts another task choice in place so that it can be taken back. `merging`: a step of the drag with this number, one edit with the steps before.
inline void editTask(const PageContext& context, const QString& what, const TaskChoice& after, bool merging = false, int drag = 0) {
    const TaskChoice before = context.project.task();
    if (after == before) return;
    context.edits.push(new ValueEdit<TaskChoice>(what, EditKind::Task, merging, before, after, [&project = context.project](const TaskChoice& choice) { project.setTask(choice); }, drag));
}

}  // namespace tacq::ui

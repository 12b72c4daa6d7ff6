#pragma once
#include <QString>
#include <vector>

#include "tacq/task/task.h"

namespace tacq::ui {

/// Names and descriptions of the bundled tasks in the window's language. A task is a file, written by whoever made it: what is not known here stays as it is.
void translateTasks(std::vector<TaskInfo>& tasks);

}  // namespace tacq::ui

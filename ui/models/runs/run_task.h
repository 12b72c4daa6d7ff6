#pragma once
#include "models/runs/run_record.h"
#include "models/shared/project.h"

namespace tacq::ui {

/// The text that a run was about, as the Task page would have chosen it; titles by the project's list of tasks.
TaskChoice taskOf(const RunRecord& run, const Project& project);
/// The same text, whatever it is called.
bool sameText(const TaskChoice& a, const TaskChoice& b);

}  // namespace tacq::ui

#pragma once
// The window's choice of a task and the engine's calibration are the same thing in two dresses.
#include "models/shared/project.h"
#include "tacq/command/requests.h"

namespace tacq::ui {

/// As the engine takes it.
CalibrationRequest calibrationOf(const TaskChoice& choice);
/// The inverse, but for the names that people read.
TaskChoice taskChoiceOf(const CalibrationRequest& request);

}  // namespace tacq::ui

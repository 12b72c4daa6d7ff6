#include "models/runs/run_task.h"

#include <QFileInfo>

#include "models/shared/calibration.h"

namespace tacq::ui {

TaskChoice taskOf(const RunRecord& run, const Project& project) {
    TaskChoice choice = taskChoiceOf(storedCalibration(run.info.command, run.info.optionsJson));
    const auto title = [&project](const QString& task) { return project.taskTitle(task).value_or(QFileInfo(task).fileName()); };
    choice.displayName = title(choice.task);
    if (!choice.general.isEmpty()) choice.generalName = title(choice.general);
    return choice;
}

bool sameText(const TaskChoice& a, const TaskChoice& b) {
    return a.text() == b.text() && a.samples == b.samples && a.tokens == b.tokens && a.seed == b.seed && a.packing == b.packing && a.answerOnly == b.answerOnly;
}

}  // namespace tacq::ui

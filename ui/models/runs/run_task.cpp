#include "models/runs/run_task.h"

#include <QFileInfo>

namespace tacq::ui {

TaskChoice taskOf(const RunRecord& run, const Project& project) {
    TaskChoice choice;
    choice.setText(run.option("task"));
    const auto title = [&project](const QString& task) { return project.taskTitle(task).value_or(QFileInfo(task).fileName()); };
    choice.displayName = title(choice.task);
    if (!choice.general.isEmpty()) choice.generalName = title(choice.general);
    // What the engine takes where the command did not say.
    choice.samples = run.options.value(QLatin1String("samples")).toInt(128);
    choice.tokens = run.options.value(QLatin1String("tokens")).toInt(2048);
    choice.seed = static_cast<quint64>(run.options.value(QLatin1String("seed")).toDouble());
    choice.packing = run.options.value(QLatin1String("packing")).toString(QStringLiteral("auto"));
    choice.answerOnly = run.option("loss") == QLatin1String("answer");
    return choice;
}

bool sameText(const TaskChoice& a, const TaskChoice& b) {
    return a.text() == b.text() && a.samples == b.samples && a.tokens == b.tokens && a.seed == b.seed && a.packing == b.packing && a.answerOnly == b.answerOnly;
}

}  // namespace tacq::ui

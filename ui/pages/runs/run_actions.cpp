#include "pages/runs/run_actions.h"

#include <QFileInfo>
#include <QJsonArray>
#include <algorithm>
#include <cmath>
#include <utility>

#include "models/runs/run_task.h"
#include "models/runs/runs_model.h"
#include "models/shared/edit.h"
#include "models/shared/job_results.h"
#include "models/shared/json_lines.h"
#include "pages/task/task_edit.h"
#include "tacq/command/requests.h"

namespace tacq::ui {

RunActions::RunActions(PageContext context, QObject* parent) : QObject(parent), m_context(context) {
    connect(&context.workflow, &Workflow::modelOpened, this, [this] {
        const auto run = std::exchange(m_opening, std::nullopt);
        if (run && m_context.project.model()->path == run->modelPath()) takeOver(*run);
    });
    connect(&context.workflow, &Workflow::failed, this, [this] {
        m_opening.reset();
        m_other.reset();
    });
}

EngineJob* RunActions::rerun(const RunRecord& run) {
    const RerunRequest request{std::to_string(run.info.id), {}, false};
    const QString what = RunsModel::commandText(QString::fromStdString(run.info.command));
    return m_context.workflow.runner().submit({QStringLiteral("runs-rerun"), jsonObject(request.toJson()), tr("Run %1 again: %2").arg(run.info.id).arg(what), true});
}

void RunActions::open(const RunRecord& run) {
    m_other.reset();
    start(run);
}

void RunActions::start(const RunRecord& run) {
    const ModelPointer& model = m_context.project.model();
    if (model && model->path == run.modelPath()) return takeOver(run);
    m_opening = run;
    m_context.workflow.openModel(run.modelPath());
}

void RunActions::edit(const QString& what, const TaskChoice& task, const BudgetSettings& settings) {
    if (task == m_context.project.task() && settings == m_context.budget.settings()) return;
    // One edit: taken back, both are as they were.
    m_context.edits.beginMacro(what);
    editTask(m_context, what, task);
    m_context.budget.setSettings(settings, what);
    m_context.edits.endMacro();
}

void RunActions::takeOver(const RunRecord& run) {
    Project& project = m_context.project;
    BudgetSettings settings = m_context.budget.settings();
    settings.grid = gridOf(run.result, run.options);
    settings.overrides = nullptr;
    const auto method = parseMethod(run.option("method").toStdString());
    settings.method = run.isQuantize() && method.ok() ? method.value() : Method::Tacq;
    settings.embeddings = run.options.value(QLatin1String("embeddingBits")).toInt(16) == 8 ? EmbeddingBits::Eight : EmbeddingBits::Source16;
    if (auto recipe = recipeOf(run.options.value(QLatin1String("recipe")).toObject()); recipe.ok()) settings.overrides = std::move(recipe).value();
    std::optional<QuantizedResult> result;
    if (run.isQuantize()) result = quantizedResult(run.options, jsonObject(run.info.resultJson), run.seconds, project.model()->quantizable);
    if (result) settings.fraction = result->fraction;
    edit(tr("Open run %1").arg(run.info.id), taskOf(run, project), settings);
    // One that is here already keeps the figures of this session.
    if (result && !project.result(result->folder)) project.addResult(*result);
    // All that its report says of it, where it was measured on the texts of now.
    if (result) m_context.workflow.measurements().recall({result->folder});
    m_context.workflow.openArtifact(run.saliencyKey());
    if (const auto other = std::exchange(m_other, std::nullopt)) {
        if (const QString key = other->saliencyKey(); !key.isEmpty()) emit project.comparisonWanted(key);
        emit opened(QStringLiteral("circuit"));
        return;
    }
    emit opened(run.isQuantize() ? QStringLiteral("quantize") : QStringLiteral("circuit"));
}

bool RunActions::canCompare(const RunRecord& a, const RunRecord& b) {
    return a.isDone() && b.isDone() && a.modelThere && !a.modelMark().isEmpty() && a.modelMark() == b.modelMark() && a.saliencyKey() != b.saliencyKey();
}

void RunActions::compare(const RunRecord& a, const RunRecord& b) {
    m_other = b;
    start(a);
}

void RunActions::label(const RunRecord& run, const RunLabel& label) {
    if (label == run.info.label) return;
    // An undo that comes after another workspace was opened must not name that one's run of the same number.
    const auto write = [this, id = run.info.id, folder = m_context.workflow.workspace().folder()](const RunLabel& now) {
        if (m_context.workflow.workspace().folder() != folder) return;
        QStringList tags;
        for (const std::string& tag : now.tags) tags << QString::fromStdString(tag);
        const QJsonObject params{{QStringLiteral("run"), QString::number(id)}, {QStringLiteral("name"), QString::fromStdString(now.name)},
                                 {QStringLiteral("note"), QString::fromStdString(now.note)}, {QStringLiteral("tags"), tags.join(QLatin1Char(','))}};
        m_context.workflow.runner().submit({QStringLiteral("runs-label"), params, tr("Name of run %1").arg(id), false});
    };
    m_context.edits.push(new ValueEdit<RunLabel>(tr("name of run %1").arg(run.info.id), EditKind::Separate, false, run.info.label, label, write));
}

void RunActions::remove(const std::vector<RunRecord>& runs) {
    QJsonArray ids;
    for (const RunRecord& run : runs) ids.append(QString::number(run.info.id));
    m_context.workflow.runner().submit({QStringLiteral("runs-delete"), {{QStringLiteral("runs"), ids}}, tr("Forget %n run(s)", nullptr, static_cast<int>(runs.size())), false});
}

EngineJob* RunActions::report(const RunRecord& run, const QString& path, bool replace) {
    const ReportRequest request{std::to_string(run.info.id), path.toStdString(), replace};
    return m_context.workflow.runner().submit({QStringLiteral("report"), jsonObject(request.toJson()), tr("Report of run %1").arg(run.info.id), true}, [this, id = run.info.id, path](EngineJob& job) {
        const QString written = job.result().value(QLatin1String("path")).toString();
        emit reported(id, written.isEmpty() ? path : written);
    });
}

QString RunActions::reportPath(const QString& folder, qint64 run) {
    QString path = QStringLiteral("%1/run-%2.html").arg(folder).arg(run);
    for (int i = 2; QFileInfo::exists(path); ++i) path = QStringLiteral("%1/run-%2-%3.html").arg(folder).arg(run).arg(i);
    return path;
}

}  // namespace tacq::ui

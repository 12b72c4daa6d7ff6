#include "pages/runs/run_actions.h"

#include <QFileInfo>
#include <algorithm>
#include <cmath>
#include <utility>

#include "models/runs/runs_model.h"
#include "models/shared/job_results.h"
#include "models/shared/json_lines.h"
#include "pages/task/task_edit.h"

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
    const QJsonObject params{{QStringLiteral("run"), QString::number(run.info.id)}};
    const QString what = RunsModel::commandText(QString::fromStdString(run.info.command));
    return m_context.workflow.submit({QStringLiteral("runs-rerun"), params, tr("Run %1 again: %2").arg(run.info.id).arg(what), true}, [](EngineJob&) {});
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

TaskChoice RunActions::taskOf(const RunRecord& run) const {
    TaskChoice choice;
    choice.setText(run.option("task"));
    const auto title = [this](const QString& task) { return m_context.project.taskTitle(task).value_or(QFileInfo(task).fileName()); };
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
    settings.embeddings = run.options.value(QLatin1String("embeddingBits")).toInt(16) == 8 ? EmbeddingBits::Eight : EmbeddingBits::Source16;
    if (auto recipe = recipeOf(run.options.value(QLatin1String("recipe")).toObject()); recipe.ok()) settings.overrides = std::move(recipe).value();
    std::optional<QuantizedResult> result;
    if (run.isQuantize()) result = quantizedResult(run.options, jsonObject(run.info.resultJson), run.seconds, project.model()->quantizable);
    if (result) settings.fraction = result->fraction;
    edit(tr("Open run %1").arg(run.info.id), taskOf(run), settings);
    if (result) project.addResult(*result);
    if (result) bringFigures(result->folder);
    m_context.workflow.openArtifact(run.saliencyKey());
    if (const auto other = std::exchange(m_other, std::nullopt)) {
        project.wantComparison(m_context.workflow.artifactFolder(other->saliencyKey()));
        emit opened(QStringLiteral("circuit"));
        return;
    }
    emit opened(run.isQuantize() ? QStringLiteral("quantize") : QStringLiteral("circuit"));
}

void RunActions::bringFigures(const QString& folder) {
    const Project& project = m_context.project;
    const ModelPointer model = project.model();
    const TaskChoice task = project.task();
    // Figures are of this very text, or they are left out: runs name their text by the file that holds it. Elsewhere that file has no name of its own.
    if (!m_context.engine.info().sharedFiles) return;
    m_context.workflow.tokensToMeasure(model->path, task, [this, folder, model, task](const Result<QString>& rows) {
        if (rows.ok()) m_context.workflow.listRuns([this, folder, model, task, text = QFileInfo(rows.value()).fileName()](const Result<std::vector<RunRecord>>& runs) {
            Project& now = m_context.project;
            if (runs.ok() && now.model() == model && now.task() == task) takeFigures(runs.value(), folder, text);
        });
    });
}

void RunActions::takeFigures(const std::vector<RunRecord>& runs, const QString& folder, const QString& text) {
    Project& project = m_context.project;
    const auto newest = [&](const QString& model) {   // runs come newest first
        return std::find_if(runs.begin(), runs.end(), [&](const RunRecord& run) {
            return run.info.command == "perplexity" && run.isDone() && run.modelPath() == model && QString::fromStdString(run.info.taskName) == text;
        });
    };
    if (const auto run = newest(project.model()->path); run != runs.end() && !project.basePerplexity()) project.setBasePerplexity(perplexityFigure(run->result));
    if (const auto run = newest(folder); run != runs.end() && !project.measure(folder, QStringLiteral("perplexity"))) project.setResultPerplexity(folder, perplexityFigure(run->result));
}

bool RunActions::canCompare(const RunRecord& a, const RunRecord& b) {
    return a.isDone() && b.isDone() && a.modelThere && !a.modelMark().isEmpty() && a.modelMark() == b.modelMark() && a.saliencyKey() != b.saliencyKey();
}

void RunActions::compare(const RunRecord& a, const RunRecord& b) {
    m_other = b;
    start(a);
}

EngineJob* RunActions::report(const RunRecord& run, const QString& path, bool replace) {
    QJsonObject params{{QStringLiteral("run"), QString::number(run.info.id)}, {QStringLiteral("out"), path}};
    if (replace) params.insert(QStringLiteral("force"), true);
    return m_context.workflow.submit({QStringLiteral("report"), params, tr("Report of run %1").arg(run.info.id), true}, [this, id = run.info.id, path](EngineJob& job) {
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

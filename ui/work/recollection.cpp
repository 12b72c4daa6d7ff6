#include "work/recollection.h"

#include <QFileInfo>
#include <QSet>
#include <algorithm>
#include <utility>

#include "models/quantize/known_figures.h"
#include "models/runs/run_task.h"
#include "models/shared/async.h"
#include "models/shared/job_results.h"
#include "models/shared/json_lines.h"
#include "work/workflow.h"

namespace tacq::ui {
namespace {

constexpr int kSoon = 100;                  // milliseconds: a dial that is being turned changes the task at every step
constexpr std::size_t kMostResults = 24;    // what a person still tells apart in a table

bool isByTacq(const RunRecord& run) {
    const QString method = run.option("method");
    return method.isEmpty() || method == QLatin1String("tacq");
}

}  // namespace

Recollection::Recollection(Project& project, BudgetModel& budget, Workflow& workflow)
    : QObject(&workflow), m_project(project), m_budget(budget), m_workflow(workflow) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(kSoon);
    connect(&m_timer, &QTimer::timeout, this, &Recollection::look);
    connect(&project, &Project::modelChanged, this, &Recollection::wish);
    connect(&project, &Project::taskChanged, this, &Recollection::wish);
}

void Recollection::look() {
    const ModelPointer model = m_project.model();
    if (!model) return;
    m_workflow.workspace().listRuns([this, model, round = ++m_round](Result<std::vector<RunRecord>> listed) {
        if (!listed.ok() || model != m_project.model() || round != m_round) return;
        const bool here = m_workflow.workspace().seesFiles();
        runAsync(this,
                 [here, model, workspace = m_workflow.workspace().folder(), runs = std::move(listed).value()] {
                     Found found;
                     QSet<QString> folders;
                     for (const RunRecord& run : runs) {
                         found.measured = found.measured || (run.isDone() && (run.info.command == "perplexity" || run.info.command == "compare"));
                         if (!run.isDone() || run.modelPath() != model->path || (here && !isUnchangedSince(model->path, run))) continue;
                         const QString key = run.saliencyKey(), out = run.option("out");
                         if (isByTacq(run) && !key.isEmpty() && (!here || QFileInfo::exists(QStringLiteral("%1/artifacts/%2").arg(workspace, key)))) found.saliencies.push_back(run);
                         if (!run.isQuantize() || !run.outThere || folders.contains(out) || found.results.size() >= kMostResults) continue;
                         folders.insert(out);
                         // A folder for other programs is no packed model: what its run made is exported from the workspace.
                         if (run.result.value(QLatin1String("format")).toString(QStringLiteral("tacq")) != QLatin1String("tacq")) continue;
                         found.results.push_back(quantizedResult(run.options, jsonObject(run.info.resultJson), run.seconds, model->quantizable));
                     }
                     std::reverse(found.results.begin(), found.results.end());
                     return found;
                 },
                 [this, model, round](Found found) {
                     if (round == m_round) take(model, std::move(found));
                 });
    });
}

void Recollection::take(const ModelPointer& model, Found found) {
    if (model != m_project.model()) return;
    std::vector<QString> folders{model->path};
    for (const QuantizedResult& result : found.results) folders.push_back(result.folder);
    m_project.addEarlier(std::move(found.results));
    if (found.measured && m_workflow.workspace().seesFiles()) m_workflow.measurements().recall(folders);
    openSaliency(found.saliencies);
}

void Recollection::openSaliency(const std::vector<RunRecord>& runs) {
    const EngineJob* active = m_workflow.activeSaliency();
    if (m_project.saliency() || (active && !active->isFinished())) return;
    const RunRecord* chosen = nullptr;
    for (const RunRecord& run : runs) {
        if (!sameText(taskOf(run, m_project), m_project.task())) continue;
        if (!chosen) chosen = &run;
        if (gridOf(run.result, run.options) != m_budget.settings().grid) continue;
        chosen = &run;
        break;
    }
    if (chosen) m_workflow.openArtifact(chosen->saliencyKey(), Workflow::IfBroken::LeaveOut);
}

}  // namespace tacq::ui

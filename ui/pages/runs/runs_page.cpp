#include "pages/runs/runs_page.h"

#include <QDir>
#include <QFileDialog>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <algorithm>
#include <utility>

#include "pages/runs/run_actions.h"
#include "pages/runs/run_detail_card.h"
#include "pages/runs/run_diff_card.h"
#include "widgets/file_dialog.h"
#include "widgets/parts.h"

namespace tacq::ui {
namespace {

constexpr int kReloadMilliseconds = 150;

}  // namespace

RunsPage::RunsPage(PageContext context, QWidget* parent)
    : Page(context, parent), m_runs(new RunsModel(this)), m_filter(new RunFilter(this)), m_actions(new RunActions(context, this)) {
    m_filter->setSourceModel(m_runs);
    QWidget* list = buildList();
    auto* splitter = makeSplitter(Qt::Vertical, {list, buildBelow()}, {3, 2}, {360, 260}, QStringLiteral("runsSplitter"), this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->addWidget(splitter);
    m_reload.setSingleShot(true);
    m_reload.setInterval(kReloadMilliseconds);
    connect(&m_reload, &QTimer::timeout, this, &RunsPage::load);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunsPage::showChosen);
    // A run begins, ends or fails: several jobs that end together are one look.
    connect(&context.workflow, &Workflow::jobsChanged, this, [this] {
        if (isVisible() && !m_reload.isActive()) m_reload.start();
    });
    // Another engine or workspace: other runs.
    connect(&context.engine, &EngineProcess::stateChanged, this, [this] {
        if (isVisible() && m_context.engine.state() == EngineProcess::State::Ready) m_reload.start();
    });
    connect(m_actions, &RunActions::opened, this, &Page::pageWanted);
    connect(m_actions, &RunActions::reported, this, &RunsPage::showReported);
    showChosen();
}

void RunsPage::shown() { load(); }

void RunsPage::load() {
    if (m_loading) {
        m_again = true;
        return;
    }
    m_loading = true;
    m_folder = m_context.workflow.workspace().folder();
    m_context.workflow.workspace().listRuns([self = QPointer<RunsPage>(this)](Result<std::vector<RunRecord>> runs) {
        if (RunsPage* page = self.data()) page->loaded(std::move(runs));
    });
}

void RunsPage::loaded(Result<std::vector<RunRecord>> runs) {
    m_loading = false;
    if (runs.ok()) take(std::move(runs).value());
    else m_context.workflow.runner().tellFailure(runs.error());
    if (std::exchange(m_again, false)) load();
}

void RunsPage::take(std::vector<RunRecord> runs) {
    QList<qint64> before;
    for (const RunRecord& run : chosen()) before << run.info.id;
    const QSignalBlocker quiet(m_table->selectionModel());
    const bool named = std::any_of(runs.begin(), runs.end(), [](const RunRecord& run) { return !run.info.label.name.empty() || !run.info.label.tags.empty(); });
    m_table->setColumnHidden(RunsModel::NameColumn, !named);
    m_runs->setRuns(std::move(runs));
    QItemSelection selection;
    for (const qint64 id : before) {
        const QModelIndex at = m_filter->mapFromSource(m_runs->index(m_runs->rowOf(id), 0));
        if (at.isValid()) selection.select(at, at);
    }
    m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (!selection.isEmpty()) m_table->selectionModel()->setCurrentIndex(selection.indexes().first(), QItemSelectionModel::NoUpdate);
    m_table->viewport()->update();
    refreshNote();
    showChosen();
}

std::vector<RunRecord> RunsPage::chosen() const {
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [](const QModelIndex& a, const QModelIndex& b) { return a.row() < b.row(); });
    std::vector<RunRecord> runs;
    for (const QModelIndex& row : rows) runs.push_back(m_runs->runs()[static_cast<std::size_t>(m_filter->mapToSource(row).row())]);
    return runs;
}

void RunsPage::refreshNote() {
    const int shown = m_filter->rowCount(), all = m_runs->rowCount();
    m_note->setText(shown == all ? tr("%n run(s)", nullptr, all) : tr("%1 of %n run(s)", nullptr, all).arg(shown));
    m_note->setToolTip(tr("In %1").arg(QDir::toNativeSeparators(m_folder)));
}

void RunsPage::showChosen() {
    const std::vector<RunRecord> runs = chosen();
    const bool one = runs.size() == 1;
    m_rerun->setEnabled(one);
    m_copy->setEnabled(!runs.empty());
    m_open->setEnabled(one && runs.front().canOpen());
    // These read or write files of this computer.
    const bool here = m_context.workflow.workspace().seesFiles();
    m_compare->setEnabled(here && runs.size() == 2 && RunActions::canCompare(runs[0], runs[1]));
    m_report->setEnabled(here && !runs.empty());
    m_forget->setEnabled(!runs.empty() && std::none_of(runs.begin(), runs.end(), [](const RunRecord& run) { return run.info.state == "running"; }));
    m_question->hide();
    m_below->setCurrentIndex(runs.empty() ? 0 : one ? 1 : 2);
    if (one) m_detail->setRun(runs.front());
    else if (!runs.empty()) m_diff->setRuns(runs);
    emit primaryChanged();
}

Page::Action RunsPage::primaryAction() const {
    return {tr("Copy as command"), tr("Copies what you would type to do the chosen run again."), m_copy->isEnabled()};
}

void RunsPage::triggerPrimary() { copyCommands(); }

void RunsPage::copyCommands() {
    QStringList lines;
    for (const RunRecord& run : chosen()) lines << QString::fromStdString(run.info.commandLine);
    copyText(m_copy, lines.join(QLatin1Char('\n')));
}

void RunsPage::rerun() {
    if (const auto runs = chosen(); runs.size() == 1) m_actions->rerun(runs.front());
}

void RunsPage::open() {
    if (const auto runs = chosen(); runs.size() == 1) m_actions->open(runs.front());
}

void RunsPage::compare() {
    if (const auto runs = chosen(); runs.size() == 2) m_actions->compare(runs[0], runs[1]);
}

void RunsPage::askToForget() {
    if (!m_forget->isEnabled()) return;
    m_questionWords->setText(tr("Forget %n run(s), with all that they measured? Models that they wrote stay; a clean-up of the workspace can then free the rest.", nullptr, static_cast<int>(chosen().size())));
    m_question->show();
    m_keep->setFocus();
}

void RunsPage::forget() {
    m_question->hide();
    if (const auto runs = chosen(); !runs.empty()) m_actions->remove(runs);
    m_table->setFocus();
}

void RunsPage::report() {
    const std::vector<RunRecord> runs = chosen();
    if (runs.empty()) return;
    const bool one = runs.size() == 1;
    QFileDialog* dialog = makeFileDialog(this, one ? tr("Save the report") : tr("Folder for the reports"), QStringLiteral("reportDialog"), one ? Pick::Save : Pick::Into, QStringLiteral("reports"));
    if (one) {
        dialog->setDefaultSuffix(QStringLiteral("html"));
        dialog->setNameFilter(tr("Web pages (*.html)"));
        dialog->selectFile(QStringLiteral("run-%1.html").arg(runs.front().info.id));
    }
    connect(dialog, &QFileDialog::fileSelected, this, [this, runs, one](const QString& path) {
        // The dialog asked before it took a file that is there.
        if (one) m_actions->report(runs.front(), path, true);
        else
            for (const RunRecord& run : runs) m_actions->report(run, RunActions::reportPath(path, run.info.id), false);
    });
    dialog->open();
}

void RunsPage::showReported(qint64 run, const QString& path) {
    m_reportPath = path;
    m_reported->setText(tr("✓ Report of run %1: %2").arg(run).arg(QDir::toNativeSeparators(path)));
    m_reported->setToolTip(QDir::toNativeSeparators(path));
    m_outcome->show();
}

}  // namespace tacq::ui

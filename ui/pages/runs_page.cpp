#include "pages/runs_page.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QTableView>

#include "models/async.h"
#include "widgets/card.h"
#include "widgets/parts.h"
#include "widgets/table.h"

namespace tacq::ui {

RunsPage::RunsPage(PageContext context, QWidget* parent) : Page(context, parent), m_runs(new RunsModel(this)) {
    auto* card = new Card(tr("Runs in this workspace"), QStringLiteral("runsCard"), this);
    m_note = makeLabel({}, TextRole::Secondary, QStringLiteral("runsNote"), card);
    card->titleLine()->addWidget(m_note);
    m_table = makeTable(m_runs, QStringLiteral("runsTable"), tr("Runs"), card);
    m_table->horizontalHeader()->setSectionResizeMode(RunsModel::IdColumn, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(RunsModel::CommandColumn, QHeaderView::Stretch);
    card->body()->addWidget(m_table, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->addWidget(card);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &Page::primaryChanged);
}

void RunsPage::shown() { load(); }

void RunsPage::load() {
    const QString folder = m_context.engine.info().workspace;
    if (folder.isEmpty()) {
        m_note->setText(tr("The engine has not started yet."));
        return;
    }
    runAsync(this,
             [folder]() -> Result<std::vector<RunInfo>> {
                 TACQ_TRY(const Workspace workspace, Workspace::open(folder.toStdString()));
                 return workspace.runs();
             },
             [this, folder](Result<std::vector<RunInfo>> runs) {
                 if (!runs.ok()) {
                     emit m_context.workflow.failed(runs.error(), nullptr);
                     return;
                 }
                 m_runs->setRuns(std::move(runs).value());
                 m_note->setText(folder);
                 emit primaryChanged();
             });
}

Page::Action RunsPage::primaryAction() const {
    return {tr("Copy as command"), tr("Copies what you would type to do the chosen run again."), m_table->currentIndex().isValid()};
}

void RunsPage::triggerPrimary() { QGuiApplication::clipboard()->setText(m_table->currentIndex().data(RunsModel::CommandLineRole).toString()); }

}  // namespace tacq::ui

// How the Runs page is put together.
#include <QDesktopServices>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>
#include <QUrl>

#include "pages/runs/cleanup_line.h"
#include "pages/runs/run_actions.h"
#include "pages/runs/run_detail_card.h"
#include "pages/runs/run_diff_card.h"
#include "pages/runs/runs_page.h"
#include "widgets/elided_label.h"
#include "widgets/export_menu.h"
#include "widgets/parts.h"
#include "widgets/table.h"
#include "widgets/tick.h"

namespace tacq::ui {
namespace {

constexpr int kSearchWidth = 260, kLeastSearchWidth = 110, kLeastColumn = 44;

}  // namespace

QWidget* RunsPage::buildList() {
    auto* card = new Card(tr("Runs in this workspace"), QStringLiteral("runsCard"), this);
    m_note = makeLabel({}, TextRole::Secondary, QStringLiteral("runsNote"), card);
    card->titleLine()->insertSpacing(1, 12);
    card->titleLine()->insertWidget(2, m_note);
    card->body()->addWidget(buildButtons(card));
    m_table = makeTable(m_filter, QStringLiteral("runsTable"), tr("Runs"), card);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setToolTip(tr("Hold Ctrl or Shift to choose several runs."));
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(RunsModel::IdColumn, Qt::DescendingOrder);
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionResizeMode(RunsModel::IdColumn, QHeaderView::ResizeToContents);
    header->setMinimumSectionSize(kLeastColumn);
    header->setSectionResizeMode(RunsModel::NameColumn, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(RunsModel::ModelColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(RunsModel::TaskColumn, QHeaderView::Stretch);
    m_table->setColumnHidden(RunsModel::NameColumn, true);   // until a run has a name
    m_table->setColumnHidden(RunsModel::QuantizationColumn, true);
    offerTableExport(m_table, tr("runs"));
    auto* remove = new QShortcut(QKeySequence::Delete, m_table);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &RunsPage::askToForget);
    card->body()->addWidget(m_table, 1);
    card->body()->addWidget(buildOutcome(card));
    card->body()->addWidget(buildQuestion(card));
    auto* cleanup = new CleanupLine(m_context, card);
    card->body()->addWidget(cleanup);
    auto* grouped = new Tick(tr("Group by quantization"), QStringLiteral("runsGrouped"), card);
    grouped->setToolTip(tr("Puts runs of one width, share kept, grouping and score together, whatever their task, text and seed."));
    connect(grouped, &QCheckBox::toggled, this, [this](bool on) {
        m_filter->setGrouped(on);
        m_table->setColumnHidden(RunsModel::QuantizationColumn, !on);
        if (on) m_table->resizeColumnToContents(RunsModel::QuantizationColumn);
    });
    card->titleLine()->addWidget(grouped);
    auto* clean = makeButton(tr("Clean up …"), ButtonRole::Flat, QStringLiteral("runsCleanup"), card);
    clean->setToolTip(tr("How large the workspace is, and what of it no run needs any more. Asks before anything goes."));
    card->titleLine()->addWidget(clean);
    connect(clean, &QPushButton::clicked, cleanup, &CleanupLine::open);
    return card;
}

QPushButton* RunsPage::addButton(QHBoxLayout* into, const QString& text, const char* name, const QString& toolTip, void (RunsPage::*act)()) {
    QPushButton* button = makeButton(text, ButtonRole::Normal, QLatin1String(name), into->parentWidget());
    button->setToolTip(toolTip);
    connect(button, &QPushButton::clicked, this, act);
    into->addWidget(button);
    return button;
}

QWidget* RunsPage::buildButtons(QWidget* parent) {
    auto* line = new QWidget(parent);
    line->setObjectName(QStringLiteral("runsButtons"));
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    m_search = new QLineEdit(line);
    m_search->setObjectName(QStringLiteral("runsSearch"));
    m_search->setAccessibleName(tr("Search the runs"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setToolTip(tr("Shows the runs whose name, tags, note, command, model, task or state holds every word."));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(kLeastSearchWidth);
    m_search->setMaximumWidth(kSearchWidth);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter->setSearch(text);
        refreshNote();
    });
    layout->addWidget(m_search, 1);
    layout->addStretch(1);
    m_open = addButton(layout, tr("Open"), "runOpen", tr("Takes over the run's task and budget and opens its saliency; a quantized model becomes a result. Only where the model still is."), &RunsPage::open);
    m_compare = addButton(layout, tr("Compare circuits"), "runCompare", tr("Choose two saliency or quantize runs of one model: where their kept weights agree and differ."), &RunsPage::compare);
    m_rerun = addButton(layout, tr("Re-run"), "runRerun", tr("Does the run again with the same options; what is in the workspace is used."), &RunsPage::rerun);
    m_copy = addButton(layout, tr("Copy as command"), "runCopy", tr("Copies what one would type to do the chosen runs again."), &RunsPage::copyCommands);
    m_report = addButton(layout, tr("Report …"), "runReport", tr("Saves a page about each chosen run: card, ledger, maps, metrics, recipe, hashes. It opens anywhere, without a network."), &RunsPage::report);
    m_forget = addButton(layout, tr("Forget …"), "runForget", tr("Takes the chosen runs out of the list, with all that they measured (Del). Asks first."), &RunsPage::askToForget);
    return line;
}

QWidget* RunsPage::buildQuestion(QWidget* parent) {
    m_question = new QWidget(parent);
    m_question->setObjectName(QStringLiteral("runForgetLine"));
    auto* layout = new QHBoxLayout(m_question);
    layout->setContentsMargins(0, 0, 0, 0);
    m_questionWords = makeLabel({}, TextRole::Warning, QStringLiteral("runForgetWords"), m_question);
    m_questionWords->setWordWrap(true);
    m_keep = makeButton(tr("Keep"), ButtonRole::Flat, QStringLiteral("runForgetKeep"), m_question);
    m_keep->setToolTip(tr("Nothing is forgotten."));
    auto* sure = makeButton(tr("Forget"), ButtonRole::Normal, QStringLiteral("runForgetSure"), m_question);
    sure->setToolTip(tr("Takes them out of the list for good. What they wrote stays where it is."));
    connect(m_keep, &QPushButton::clicked, m_question, &QWidget::hide);
    connect(sure, &QPushButton::clicked, this, &RunsPage::forget);
    layout->addWidget(m_questionWords, 1);
    layout->addWidget(m_keep);
    layout->addWidget(sure);
    m_question->hide();
    return m_question;
}

QWidget* RunsPage::buildOutcome(QWidget* parent) {
    m_outcome = new QWidget(parent);
    m_outcome->setObjectName(QStringLiteral("runReportLine"));
    auto* layout = new QHBoxLayout(m_outcome);
    layout->setContentsMargins(0, 0, 0, 0);
    m_reported = new ElidedLabel(Qt::ElideMiddle, QStringLiteral("runReportDone"), m_outcome);
    m_reported->setProperty("role", "done");
    auto* open = makeButton(tr("Open the report"), ButtonRole::Flat, QStringLiteral("runReportOpen"), m_outcome);
    open->setToolTip(tr("Shows the report in the program for web pages."));
    connect(open, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_reportPath)); });
    layout->addWidget(m_reported, 1);
    layout->addWidget(open);
    m_outcome->hide();
    return m_outcome;
}

QWidget* RunsPage::buildBelow() {
    m_below = new QStackedWidget(this);
    m_below->setObjectName(QStringLiteral("runsBelow"));
    auto* nothing = new Card({}, QStringLiteral("runNone"), m_below);
    auto* words = makeLabel(tr("Choose a run to look into it; choose several to lay them side by side."), TextRole::Secondary, QStringLiteral("runNoneWords"), nothing);
    nothing->body()->addStretch(1);
    nothing->body()->addWidget(words, 0, Qt::AlignHCenter);
    nothing->body()->addStretch(1);
    m_detail = new RunDetailCard(m_below);
    connect(m_detail, &RunDetailCard::labelled, m_actions, &RunActions::label);
    m_diff = new RunDiffCard(m_below);
    for (QWidget* card : {static_cast<QWidget*>(nothing), static_cast<QWidget*>(m_detail), static_cast<QWidget*>(m_diff)}) m_below->addWidget(card);
    return m_below;
}

}  // namespace tacq::ui

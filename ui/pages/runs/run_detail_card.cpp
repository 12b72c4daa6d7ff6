#include "pages/runs/run_detail_card.h"

#include <QEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTextDocument>

#include "models/shared/fact_table_model.h"
#include "widgets/export_menu.h"
#include "widgets/parts.h"
#include "widgets/table.h"

namespace tacq::ui {
namespace {

constexpr int kFieldWidth = 320, kLongestName = 66;   // pixels; characters, of which each may take three bytes

QPlainTextEdit* readOnlyText(const QString& objectName, const QString& accessibleName, int lines, QWidget* parent) {
    auto* text = new QPlainTextEdit(parent);
    text->setObjectName(objectName);
    text->setAccessibleName(accessibleName);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setFixedHeight(text->fontMetrics().lineSpacing() * lines + 10);
    return text;
}

}  // namespace

RunDetailCard::RunDetailCard(QWidget* parent) : Card(tr("The chosen run"), QStringLiteral("runDetailCard"), parent) {
    m_command = readOnlyText(QStringLiteral("runCommand"), tr("Command of the run"), 2, this);
    m_command->setToolTip(tr("What one would type to do this run again."));
    buildLabel();
    m_errorLine = new QWidget(this);
    m_errorLine->setObjectName(QStringLiteral("runErrorLine"));
    m_error = readOnlyText(QStringLiteral("runError"), tr("Why the run failed"), 2, m_errorLine);
    auto* copy = makeButton(tr("Copy the error"), ButtonRole::Flat, QStringLiteral("runErrorCopy"), m_errorLine);
    copy->setToolTip(tr("Copies what went wrong, for a bug report."));
    connect(copy, &QPushButton::clicked, this, [this, copy] { copyText(copy, m_error->toPlainText()); });
    auto* errorLayout = new QHBoxLayout(m_errorLine);
    errorLayout->setContentsMargins(0, 0, 0, 0);
    auto* warning = makeLabel(tr("Failed:"), TextRole::Warning, QStringLiteral("runErrorLabel"), m_errorLine);
    errorLayout->addWidget(warning, 0, Qt::AlignTop);
    errorLayout->addWidget(m_error, 1);
    errorLayout->addWidget(copy, 0, Qt::AlignTop);
    body()->addWidget(m_errorLine);
    auto* tables = new QHBoxLayout;
    tables->setSpacing(16);
    m_options = addTable(tables, QStringLiteral("runOptions"), tr("Options of the run"), 3);
    m_figures = addTable(tables, QStringLiteral("runFigures"), tr("Metrics of the run"), 4);
    m_provenance = addTable(tables, QStringLiteral("runProvenance"), tr("Stages, artifacts and files of the run"), 4);
    body()->addLayout(tables, 1);
}

void RunDetailCard::buildLabel() {
    const auto field = [this](const char* name, const QString& called, const QString& placeholder, const QString& tip) {
        auto* line = new QLineEdit(this);
        line->setObjectName(QLatin1String(name));
        line->setAccessibleName(called);
        line->setPlaceholderText(placeholder);
        line->setToolTip(tip);
        line->setMaximumWidth(kFieldWidth);
        connect(line, &QLineEdit::editingFinished, this, &RunDetailCard::tellLabel);
        titleLine()->addWidget(line, 1);
        return line;
    };
    m_called = field("runName", tr("Name of the run"), tr("Name it"), tr("What you call this run; it stands in the list and in comparisons."));
    m_called->setMaxLength(kLongestName);
    m_tags = field("runTags", tr("Tags of the run"), tr("Tags, between commas"), tr("Words to find it by: #paper in the search shows the runs with this tag."));
    m_note = new QPlainTextEdit(this);
    m_note->setObjectName(QStringLiteral("runNote"));
    m_note->setAccessibleName(tr("Note on the run"));
    m_note->setPlaceholderText(tr("A note"));
    m_note->setToolTip(tr("What is to be remembered of this run. It is kept when you go elsewhere, and can be taken back with Undo."));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(m_command->height());
    m_note->setMinimumWidth(120);
    m_note->installEventFilter(this);
    auto* line = new QHBoxLayout;
    line->setSpacing(16);
    line->addWidget(m_command, 3);
    line->addWidget(m_note, 2);
    body()->addLayout(line);
}

bool RunDetailCard::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_note && (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide)) tellLabel();
    return Card::eventFilter(watched, event);
}

void RunDetailCard::tellLabel() {
    // Only what was typed: a name that another program gave may be longer than this field takes.
    RunLabel label = m_run.info.label;
    if (m_called->isModified()) label.name = m_called->text().simplified().toStdString();
    if (m_tags->isModified()) label.tags = splitTags(m_tags->text().toStdString());
    if (m_note->document()->isModified()) label.note = m_note->toPlainText().toStdString();
    m_called->setModified(false);
    m_tags->setModified(false);
    m_note->document()->setModified(false);
    if (m_run.info.id == 0 || label == m_run.info.label) return;
    const RunRecord before = m_run;
    m_run.info.label = label;
    emit labelled(before, label);
}

FactTableModel* RunDetailCard::addTable(QHBoxLayout* into, const QString& objectName, const QString& accessibleName, int stretch) {
    auto* model = new FactTableModel(this);
    QTableView* table = makeTable(model, objectName, accessibleName, this);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // The columns are known with the first run. The last one, where long values stand, takes what is left and is shortened.
    connect(model, &QAbstractItemModel::modelReset, table, [table, model] {
        table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
        if (model->columnCount() > 0) table->horizontalHeader()->setSectionResizeMode(model->columnCount() - 1, QHeaderView::Stretch);
    });
    table->setTextElideMode(Qt::ElideMiddle);
    // Without a minimum of its own a wide hash would push the other tables away.
    table->setMinimumWidth(80);
    offerTableExport(table, [this, accessibleName] { return m_name + QLatin1Char(' ') + accessibleName; });
    into->addWidget(table, stretch);
    return model;
}

void RunDetailCard::setRun(const RunRecord& run) {
    const bool same = run.info.id == m_run.info.id;
    m_run = run;
    // A list that is read anew takes nothing out of the hands of who is typing.
    if (!same || !m_called->hasFocus()) m_called->setText(QString::fromStdString(run.info.label.name));
    if (!same || !m_tags->hasFocus()) m_tags->setText(run.tags());
    if (!same || !m_note->hasFocus()) m_note->setPlainText(QString::fromStdString(run.info.label.note));
    m_name = tr("run %1").arg(run.info.id);
    setTitle(tr("Run %1").arg(run.info.id));
    m_command->setPlainText(QString::fromStdString(run.info.commandLine));
    m_error->setPlainText(QString::fromStdString(run.info.error));
    m_errorLine->setVisible(!run.info.error.empty());
    m_options->setTable(optionTable(run));
    m_figures->setTable(figureTable(run));
    m_provenance->setTable(provenanceTable(run));
}

}  // namespace tacq::ui

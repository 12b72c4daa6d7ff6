#include "pages/runs/run_detail_card.h"

#include <QHeaderView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

#include "models/shared/fact_table_model.h"
#include "widgets/export_menu.h"
#include "widgets/parts.h"
#include "widgets/table.h"

namespace tacq::ui {
namespace {

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
    body()->addWidget(m_command);
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

#include "pages/quantize/quantize_queue_card.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QPushButton>
#include <QTableView>

#include "work/quantize_queue_model.h"
#include "widgets/parts.h"
#include "widgets/table.h"

namespace tacq::ui {

QuantizeQueueCard::QuantizeQueueCard(PageContext context, QWidget* parent)
    : Card(tr("Queue"), QStringLiteral("queueCard"), parent), m_context(context), m_model(new QuantizeQueueModel(context.workflow.queue(), this)) {
    m_empty = makeLabel(tr("Nothing is being made. Quantize puts the present budget here; change it and press again for another model."), TextRole::Secondary, QStringLiteral("queueEmpty"), this);
    m_empty->setWordWrap(true);
    m_table = makeTable(m_model, QStringLiteral("queueTable"), tr("Models to be made"), this);
    m_table->horizontalHeader()->setSectionResizeMode(QuantizeQueueModel::OrderColumn, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(QuantizeQueueModel::TitleColumn, QHeaderView::Stretch);
    m_cancel = addButton(tr("Cancel"), "queueCancel", tr("Stops the chosen one; what is finished stays in the workspace."), &QuantizeQueue::cancel);
    m_resume = addButton(tr("Resume"), "queueResume", tr("Goes on with the chosen one after its last finished layer or stage."), &QuantizeQueue::resume);
    m_remove = addButton(tr("Remove"), "queueRemove", tr("Takes the chosen one off the list, stopping it where it still waits or runs."), &QuantizeQueue::remove);
    body()->addWidget(m_empty);
    body()->addWidget(m_table, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &QuantizeQueueCard::refresh);
    for (const auto signal : {&QuantizeQueue::added, &QuantizeQueue::removed, &QuantizeQueue::entryChanged}) connect(&context.workflow.queue(), signal, this, &QuantizeQueueCard::refresh);
    connect(&context.workflow.queue(), &QuantizeQueue::added, this, [this](int row) { m_table->selectRow(row); });
    refresh();
}

QPushButton* QuantizeQueueCard::addButton(const QString& text, const char* name, const QString& toolTip, void (QuantizeQueue::*act)(int)) {
    QPushButton* button = act == &QuantizeQueue::resume ? makeButton(text, ButtonRole::Flat, QLatin1String(name), this) : makeStopButton(text, ButtonRole::Flat, QLatin1String(name), this);
    button->setToolTip(toolTip);
    titleLine()->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, act] {
        if (const int number = chosen(); number > 0) (m_context.workflow.queue().*act)(number);
    });
    return button;
}

int QuantizeQueueCard::chosen() const {
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? 0 : rows.first().data(QuantizeQueueModel::NumberRole).toInt();
}

void QuantizeQueueCard::refresh() {
    using State = QuantizeQueue::State;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    const bool any = !rows.isEmpty();
    const State state = any ? static_cast<State>(rows.first().data(QuantizeQueueModel::StateRole).toInt()) : State::Done;
    m_empty->setVisible(m_model->rowCount() == 0);
    m_table->setVisible(m_model->rowCount() > 0);
    m_cancel->setEnabled(any && (state == State::Waiting || state == State::Running));
    m_resume->setEnabled(any && (state == State::Cancelled || state == State::Failed || state == State::Lost));
    m_remove->setEnabled(any);
}

}  // namespace tacq::ui

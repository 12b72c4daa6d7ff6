#pragma once
#include "pages/shared/page.h"
#include "widgets/card.h"

class QPushButton;
class QTableView;

namespace tacq::ui {

class QuantizeQueueModel;

/// What is being made and what comes next: cancel, go on, take off the list.
class QuantizeQueueCard : public Card {
    Q_OBJECT
public:
    explicit QuantizeQueueCard(PageContext context, QWidget* parent = nullptr);

private:
    QPushButton* addButton(const QString& text, const char* name, const QString& toolTip, void (QuantizeQueue::*act)(int));
    int chosen() const;
    void refresh();
    PageContext m_context;
    QuantizeQueueModel* m_model;
    QTableView* m_table;
    QLabel* m_empty;
    QPushButton *m_cancel, *m_resume, *m_remove;
};

}  // namespace tacq::ui

#pragma once
#include "models/budget/ledger_model.h"
#include "pages/shared/page.h"

class QLabel;

namespace tacq::ui {

/// What the budget comes to: bits a weight and size at the top, then the ledger as a bar and line by line.
class LedgerPanel : public QWidget {
    Q_OBJECT
public:
    LedgerPanel(PageContext context, const QString& prefix, QWidget* parent);

private:
    void showState();

    PageContext m_context;
    LedgerModel* m_ledger;
    QLabel *m_total, *m_size, *m_larger;
};

}  // namespace tacq::ui

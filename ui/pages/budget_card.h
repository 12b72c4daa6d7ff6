#pragma once
#include "models/ledger_model.h"
#include "pages/page.h"
#include "widgets/card.h"

class QDoubleSpinBox;
class QPushButton;

namespace tacq::ui {

class LogSlider;
class Segmented;

/// How many weights to keep, how wide the rest, and what that costs, to the byte, while dragging.
class BudgetCard : public Card {
    Q_OBJECT
public:
    explicit BudgetCard(PageContext context, QWidget* parent = nullptr);

private:
    void buildFraction();
    void buildGrid();
    void buildLedger();
    void showSettings();
    void showState();
    void showSimulate();

    PageContext m_context;
    LedgerModel* m_ledger;
    LogSlider* m_slider = nullptr;
    QDoubleSpinBox* m_percent = nullptr;
    QLabel* m_kept = nullptr;
    Segmented* m_bits = nullptr;
    Segmented* m_group = nullptr;
    QLabel* m_total = nullptr;
    QLabel* m_size = nullptr;
    QLabel* m_notSimulated = nullptr;
    QPushButton* m_simulate = nullptr;
};

}  // namespace tacq::ui

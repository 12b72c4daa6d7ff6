#pragma once
#include "models/budget_model.h"
#include "models/overview_model.h"
#include "widgets/card.h"

namespace tacq::ui {

class LegendBar;
class OverviewView;
class Segmented;

/// "Where the task lives": the map of the whole model.
class OverviewCard : public Card {
    Q_OBJECT
public:
    explicit OverviewCard(BudgetModel& budget, QWidget* parent = nullptr);
    void setSource(SaliencyPointer source);
    OverviewView* view() const { return m_view; }

signals:
    void matrixSelected(int matrix);

private:
    void refreshCaption();
    OverviewModel* m_model;
    OverviewView* m_view;
    LegendBar* m_legend;
    Segmented* m_quantity;
    QLabel* m_caption;
};

}  // namespace tacq::ui

#pragma once
#include "models/budget/budget_model.h"
#include "models/saliency/overview_model.h"
#include "widgets/card.h"

namespace tacq::ui {

class LegendBar;
class OverviewView;
class Segmented;
class Tick;

/// "Where the task lives": the map of the whole model.
class OverviewCard : public Card {
    Q_OBJECT
public:
    /// `prefix` begins the names of what is inside: `<prefix>`, `<prefix>Legend`, …
    explicit OverviewCard(BudgetModel& budget, QWidget* parent = nullptr, const QString& prefix = QStringLiteral("overview"));
    void setSource(SaliencyPointer source);
    /// How many heads the attention matrices have, to show them as sub-columns.
    void setHeads(const HeadCounts& heads);
    OverviewView* view() const { return m_view; }

signals:
    void matrixSelected(int matrix);
    void matrixOpened(int matrix);

private:
    QWidget* buildControls(const QString& prefix);
    void refreshCaption();
    void applyBudget();
    OverviewModel* m_model;
    OverviewView* m_view;
    LegendBar* m_legend;
    BudgetModel& m_budget;
    Segmented* m_quantity;
    Tick *m_heads, *m_sorted;
    QLabel* m_caption;
};

}  // namespace tacq::ui

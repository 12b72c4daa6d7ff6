#pragma once
#include "pages/shared/page.h"

class QLabel;
class QStackedLayout;

namespace tacq::ui {

class AnatomyCard;
class BudgetCard;
class ComparisonCard;
class MatrixCard;
class OverviewCard;
class Segmented;

/// Map, matrix and budget side by side; they move together.
class CircuitPage : public Page {
    Q_OBJECT
public:
    explicit CircuitPage(PageContext context, QWidget* parent = nullptr);
    StepState railState() const override { return doneIf(m_context.project.saliency() && !m_context.project.results().empty()); }
    Action primaryAction() const override;
    void triggerPrimary() override;

private:
    QWidget* buildMiddle();
    void showSource();
    void openMatrix(int matrix);
    int strongestMatrix() const;

    QStackedLayout* m_stack;
    OverviewCard* m_overview;
    Segmented* m_view;           ///< which of the next three is on show; before them, as the Tab key goes
    MatrixCard* m_matrix;
    AnatomyCard* m_anatomy;
    ComparisonCard* m_comparison;
    BudgetCard* m_budgetCard;
    int m_chosen = -1;
};

}  // namespace tacq::ui

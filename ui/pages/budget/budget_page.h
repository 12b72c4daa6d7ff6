#pragma once
#include "pages/shared/page.h"

class QStackedLayout;

namespace tacq::ui {

/// Everything about the budget at once: widths painted per tensor, the settings and what they must fit into, what they come to, and how measured runs
/// compare. Shows the same BudgetModel as the Circuit page.
class BudgetPage : public Page {
    Q_OBJECT
public:
    explicit BudgetPage(PageContext context, QWidget* parent = nullptr);
    StepState railState() const override { return doneIf(m_context.project.saliency() && wasSeen()); }
    Action primaryAction() const override;
    void triggerPrimary() override;
    void shown() override;

private:
    QWidget* buildContent();
    void showSource();

    QStackedLayout* m_stack;
};

}  // namespace tacq::ui

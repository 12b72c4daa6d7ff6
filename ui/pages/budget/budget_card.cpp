#include "pages/budget/budget_card.h"

#include "pages/budget/budget_controls.h"
#include "pages/budget/ledger_panel.h"
#include "widgets/parts.h"

namespace tacq::ui {

BudgetCard::BudgetCard(PageContext context, QWidget* parent) : Card(tr("Budget"), QStringLiteral("budgetCard"), parent) {
    body()->addWidget(new FractionControl(context, {}, this));
    body()->addWidget(new GridControl(context, {}, false, this));
    body()->addWidget(makeLine(this));
    body()->addWidget(new LedgerPanel(context, {}, this));
    body()->addStretch(1);
    auto* note = makeLabel({}, TextRole::Small, QStringLiteral("budgetElsewhere"), this);
    note->setWordWrap(true);
    body()->addWidget(note);
    const auto show = [note, &budget = context.budget] {
        const BudgetSettings& settings = budget.settings();
        const bool more = !settings.recipe().empty() || settings.embeddings == EmbeddingBits::Eight || settings.grid.symmetry == Symmetry::Symmetric;
        note->setText(more ? tr("Widths of single tensors, symmetry and embeddings are set on the Budget page.") : QString());
        note->setVisible(more);
    };
    connect(&context.budget, &BudgetModel::settingsChanged, note, show);
    show();
}

}  // namespace tacq::ui

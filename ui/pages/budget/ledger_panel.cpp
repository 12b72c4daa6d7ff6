#include "pages/budget/ledger_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "models/shared/format.h"
#include "pages/budget/budget_controls.h"
#include "widgets/export_menu.h"
#include "widgets/ledger_bar.h"
#include "widgets/parts.h"

namespace tacq::ui {

LedgerPanel::LedgerPanel(PageContext context, const QString& prefix, QWidget* parent) : QWidget(parent), m_context(context), m_ledger(new LedgerModel(this)) {
    setObjectName(prefixed(prefix, "ledgerPanel"));
    m_total = makeLabel({}, TextRole::Headline, prefixed(prefix, "totalBits"), this);
    m_total->setToolTip(tr("Bits per quantizable weight: codes, scales, zeros, kept values and their positions."));
    m_size = makeLabel({}, TextRole::Secondary, prefixed(prefix, "modelBytes"), this);
    m_larger = makeLabel(tr("Larger than what was opened: there the embeddings are in fewer bits. 8-bit embeddings (Budget page) save most."), TextRole::Warning, prefixed(prefix, "largerNote"), this);
    m_larger->setWordWrap(true);
    m_larger->hide();
    auto* line = new QHBoxLayout;
    line->addWidget(m_total);
    line->addStretch(1);
    line->addWidget(m_size);
    auto* bar = new LedgerBar(*m_ledger, this);
    bar->setObjectName(prefixed(prefix, "ledgerBar"));
    bar->setAccessibleName(tr("Share of each ledger line"));
    auto* table = new LedgerTable(*m_ledger, this);
    table->setObjectName(prefixed(prefix, "ledgerTable"));
    table->setAccessibleName(tr("Ledger of bits and bytes"));
    offerTableExport(table, *m_ledger, tr("ledger"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(line);
    layout->addWidget(m_larger);
    layout->addWidget(bar);
    layout->addWidget(table);
    connect(&context.budget, &BudgetModel::changed, this, &LedgerPanel::showState);
    showState();
}

void LedgerPanel::showState() {
    const BudgetState& state = m_context.budget.state();
    m_ledger->setLedger(state.ledger);
    if (!m_context.budget.hasState()) return;
    m_total->setText(tr("%1 bits").arg(Format::bits(state.ledger.totalBits)));
    const QString now = Format::bytes(static_cast<double>(state.ledger.modelBytes));
    const ModelPointer& model = m_context.project.model();
    m_size->setText(model ? tr("%1 of %2").arg(now, Format::bytes(static_cast<double>(model->bytes))) : now);
    m_size->setToolTip(tr("All files of the packed checkpoint together: %1.").arg(Format::exactBytes(state.ledger.modelBytes)));
    const bool larger = model && state.ledger.modelBytes > static_cast<std::uint64_t>(model->bytes);
    m_larger->setVisible(larger);
}

}  // namespace tacq::ui

#include "pages/saliency/overview_card.h"

#include <utility>

#include "plot/legend_bar.h"
#include "plot/overview_view.h"
#include "widgets/elided_label.h"
#include "widgets/export_menu.h"
#include "widgets/parts.h"
#include "widgets/segmented.h"
#include "widgets/tick.h"

namespace tacq::ui {

OverviewCard::OverviewCard(BudgetModel& budget, QWidget* parent, const QString& prefix)
    : Card(tr("Where the task lives"), prefix + QLatin1String("Card"), parent), m_model(new OverviewModel(this)), m_budget(budget) {
    m_quantity = new Segmented(prefix + QLatin1String("Quantity"), tr("Shown in the map"), this);
    const auto choice = [this](const char* name, const QString& text, OverviewQuantity quantity, const QString& tip) {
        m_quantity->addChoice(QLatin1String(name), text, QVariant::fromValue(static_cast<int>(quantity)), tip);
    };
    choice("saliency", tr("Saliency"), OverviewQuantity::Saliency, tr("|gradient · ΔW · W|: how much the task would miss the weights if they were quantized."));
    choice("gradient", tr("Gradient"), OverviewQuantity::Gradient, tr("How strongly the task's loss reacts to the weights."));
    choice("delta", tr("ΔW"), OverviewQuantity::Delta, tr("How much quantization alone would change the weights."));
    choice("kept", tr("Kept"), OverviewQuantity::Kept, tr("Share of the weights that the present budget keeps in 16 bit."));
    m_quantity->setValue(static_cast<int>(OverviewQuantity::Saliency));
    m_caption = new ElidedLabel(Qt::ElideRight, prefix + QLatin1String("Caption"), this);
    setTextRole(m_caption, TextRole::Small);
    m_view = new OverviewView(*m_model, budget, this);
    m_view->setObjectName(prefix);
    m_view->setAccessibleName(tr("Map of the model: layers by modules"));
    m_legend = new LegendBar(this);
    m_legend->setObjectName(prefix + QLatin1String("Legend"));
    m_legend->setToolTip(tr("What the colours of the map mean, on a log scale."));
    body()->addWidget(m_quantity, 0, Qt::AlignLeft);
    body()->addWidget(buildControls(prefix));
    QWidget* sheet = makeSheet(prefix + QLatin1String("Sheet"), tr("Map of the model: layers by modules"), {m_caption, m_view, m_legend}, m_view, this);
    body()->addWidget(sheet, 1);
    connect(m_quantity, &Segmented::chosen, this, [this](const QVariant& value) {
        m_model->setQuantity(static_cast<OverviewQuantity>(value.toInt()));
        applyBudget();
        m_legend->setScale(m_model->scale());
        refreshCaption();
    });
    connect(m_view, &OverviewView::matrixSelected, this, &OverviewCard::matrixSelected);
    connect(m_view, &OverviewView::matrixOpened, this, &OverviewCard::matrixOpened);
    offerPlotExport(sheet, tr("overview"));
    connect(&budget, &BudgetModel::changed, this, &OverviewCard::applyBudget);
    refreshCaption();
}

QWidget* OverviewCard::buildControls(const QString& prefix) {
    auto* row = new QWidget(this);
    row->setObjectName(prefix + QLatin1String("Controls"));
    m_heads = new Tick(tr("heads"), prefix + QLatin1String("Heads"), row);
    m_heads->setAccessibleName(tr("Attention heads as sub-columns"));
    m_heads->setToolTip(tr("Splits q, k, v and o into their attention heads (saliency and gradient; the sketch has no sums per row of ΔW)."));
    m_sorted = new Tick(tr("strongest first"), prefix + QLatin1String("Sorted"), row);
    m_sorted->setAccessibleName(tr("Layers with the highest mean first"));
    m_sorted->setToolTip(tr("Sorts the layers by the mean of what is shown. Off: in the model's order."));
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(14);
    line->addWidget(m_heads);
    line->addWidget(m_sorted);
    line->addStretch(1);
    connect(m_heads, &QAbstractButton::toggled, this, [this](bool on) { m_view->setHeadsShown(on); });
    connect(m_sorted, &QAbstractButton::toggled, this, [this](bool on) { m_model->setOrder(on ? OverviewOrder::ByValue : OverviewOrder::ByLayer); });
    return row;
}

void OverviewCard::setHeads(const HeadCounts& heads) { m_model->setHeads(heads); }

void OverviewCard::applyBudget() {
    if (m_model->quantity() != OverviewQuantity::Kept || m_budget.source() != m_model->source()) return;
    m_model->setKept(m_budget.state().counts.kept);
    m_legend->setScale(m_model->scale());
}

void OverviewCard::refreshCaption() {
    switch (m_model->quantity()) {
        case OverviewQuantity::Kept: m_caption->setText(tr("share kept, log scale · double-click opens the matrix")); break;
        case OverviewQuantity::Gradient: m_caption->setText(tr("mean |gradient|, log scale · double-click opens the matrix")); break;
        case OverviewQuantity::Delta: m_caption->setText(tr("rms of ΔW, log scale · double-click opens the matrix")); break;
        case OverviewQuantity::Saliency: m_caption->setText(tr("mean saliency, log scale · double-click opens the matrix")); break;
    }
}

void OverviewCard::setSource(SaliencyPointer source) {
    m_model->setSource(std::move(source));
    m_legend->setScale(m_model->scale());
}

}  // namespace tacq::ui

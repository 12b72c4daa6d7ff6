#include "pages/overview_card.h"

#include <utility>

#include "plot/legend_bar.h"
#include "plot/overview_view.h"
#include "widgets/parts.h"
#include "widgets/segmented.h"

namespace tacq::ui {

OverviewCard::OverviewCard(BudgetModel& budget, QWidget* parent)
    : Card(tr("Where the task lives"), QStringLiteral("overviewCard"), parent), m_model(new OverviewModel(this)) {
    m_quantity = new Segmented(QStringLiteral("overviewQuantity"), tr("Shown in the map"), this);
    const auto choice = [this](const char* name, const QString& text, OverviewQuantity quantity, const QString& tip) {
        m_quantity->addChoice(QLatin1String(name), text, QVariant::fromValue(static_cast<int>(quantity)), tip);
    };
    choice("saliency", tr("Saliency"), OverviewQuantity::Saliency, tr("|gradient · ΔW · W|: how much the task would miss the weights if they were quantized."));
    choice("gradient", tr("Gradient"), OverviewQuantity::Gradient, tr("How strongly the task's loss reacts to the weights."));
    choice("delta", tr("ΔW"), OverviewQuantity::Delta, tr("How much quantization alone would change the weights."));
    m_quantity->setValue(static_cast<int>(OverviewQuantity::Saliency));
    m_caption = makeLabel({}, TextRole::Small, QStringLiteral("overviewCaption"), this);
    m_view = new OverviewView(*m_model, budget, this);
    m_view->setObjectName(QStringLiteral("overview"));
    m_view->setAccessibleName(tr("Map of the model: layers by modules"));
    m_legend = new LegendBar(this);
    m_legend->setObjectName(QStringLiteral("overviewLegend"));
    m_legend->setToolTip(tr("What the colours of the map mean, on a log scale."));
    body()->addWidget(m_quantity, 0, Qt::AlignLeft);
    body()->addWidget(m_caption);
    body()->addWidget(m_view, 1);
    body()->addWidget(m_legend);
    connect(m_quantity, &Segmented::chosen, this, [this](const QVariant& value) {
        m_model->setQuantity(static_cast<OverviewQuantity>(value.toInt()));
        m_legend->setScale(m_model->scale());
        refreshCaption();
    });
    connect(m_view, &OverviewView::matrixSelected, this, &OverviewCard::matrixSelected);
    refreshCaption();
}

void OverviewCard::refreshCaption() {
    switch (m_model->quantity()) {
        case OverviewQuantity::Gradient: m_caption->setText(tr("mean |gradient| per matrix, log scale · click a cell to open it")); break;
        case OverviewQuantity::Delta: m_caption->setText(tr("root mean square of ΔW per matrix, log scale · click a cell to open it")); break;
        case OverviewQuantity::Saliency: m_caption->setText(tr("mean saliency per matrix, log scale · click a cell to open it")); break;
    }
}

void OverviewCard::setSource(SaliencyPointer source) {
    m_model->setSource(std::move(source));
    m_legend->setScale(m_model->scale());
}

}  // namespace tacq::ui

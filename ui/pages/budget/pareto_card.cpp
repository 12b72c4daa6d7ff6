#include "pages/budget/pareto_card.h"

#include <QLabel>
#include <QStackedWidget>

#include "models/budget/prediction.h"
#include "models/shared/format.h"
#include "plot/pareto_view.h"
#include "widgets/export_menu.h"
#include "widgets/parts.h"

namespace tacq::ui {

ParetoCard::ParetoCard(PageContext context, QWidget* parent)
    : Card(tr("Size against loss"), QStringLiteral("paretoCard"), parent), m_context(context), m_view(new ParetoView(this)), m_stack(new QStackedWidget(this)) {
    m_view->setObjectName(QStringLiteral("pareto"));
    m_view->setAccessibleName(tr("Measured runs: bits per weight against mean loss. Arrows choose a run."));
    m_words = makeLabel({}, TextRole::Secondary, QStringLiteral("paretoEmpty"), this);
    m_words->setWordWrap(true);
    m_words->setAlignment(Qt::AlignCenter);
    m_stack->setObjectName(QStringLiteral("paretoStack"));
    // Hidden behind the plot it keeps its first, narrow width, and would ask for the height that it had there.
    m_words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_stack->addWidget(m_words);
    m_stack->addWidget(m_view);
    m_chosen = makeLabel({}, TextRole::Small, QStringLiteral("paretoChosen"), this);
    m_chosen->setWordWrap(true);
    body()->addWidget(m_stack, 1);
    body()->addWidget(m_chosen);
    offerPlotExport(m_view, tr("size against loss"), [this](QPaintDevice* device) { m_view->writeTo(device); });
    connect(m_view, &ParetoView::runSelected, this, &ParetoCard::showChosen);
    connect(&context.budget, &BudgetModel::measuredChanged, this, &ParetoCard::showRuns);
    connect(&context.budget, &BudgetModel::changed, this, &ParetoCard::showPresent);
    showRuns();
    showPresent();
}

void ParetoCard::showRuns() {
    const MeasuredRuns& runs = m_context.budget.measured();
    std::vector<ParetoPoint> points = Pareto::points(runs);
    m_stack->setCurrentIndex(points.empty() ? 0 : 1);
    m_words->setText(tr("Nothing measured yet for this model and task. Each budget that you quantize and measure becomes a point here."));
    m_chosen->setVisible(!points.empty());
    m_view->setPoints(std::move(points), runs.original ? std::optional<double>(runs.original->loss) : std::nullopt);
    showChosen(m_view->selectedRun());
}

void ParetoCard::showPresent() {
    const BudgetState& state = m_context.budget.state();
    ParetoView::Present present;
    present.bits = m_context.budget.hasState() ? state.ledger.totalBits : 0;
    if (const auto predicted = predictionOf(m_context.budget)) {
        present.loss = predicted->loss;
        present.low = predicted->low.value_or(predicted->loss);
        present.high = predicted->high.value_or(predicted->loss);
    }
    m_view->setPresent(present);
}

void ParetoCard::showChosen(qint64 run) {
    for (const ParetoPoint& point : m_view->points()) {
        if (point.run != run) continue;
        return m_chosen->setText(tr("Run %1: %2 · %3 bits · loss %4 ± %5").arg(QString::number(point.run), point.title, Format::bits(point.bits), Format::fixed(point.loss, 3), Format::fixed(point.error, 3)));
    }
    m_chosen->setText(tr("Click a point for its run. Line: the best for its size. Dashed: the original. Orange: the present budget."));
}

}  // namespace tacq::ui

#include "pages/quantize/forecast_card.h"

#include <QLabel>
#include <algorithm>

#include "models/shared/format.h"
#include "pages/budget/ledger_panel.h"
#include "widgets/parts.h"

namespace tacq::ui {
namespace {

constexpr double kMoreBits = 0.1;

}  // namespace

ForecastCard::ForecastCard(PageContext context, QWidget* parent) : Card({}, QStringLiteral("forecastCard"), parent), m_context(context) {
    // The figure that matters stands where other cards have their title.
    setAccessibleName(tr("What it comes to"));
    body()->addWidget(new LedgerPanel(context, QStringLiteral("budget"), this));
    body()->addWidget(makeLine(this));
    const auto add = [this](TextRole role, const char* name) {
        auto* label = makeLabel({}, role, QLatin1String(name), this);
        label->setWordWrap(true);
        body()->addWidget(label);
        return label;
    };
    m_predicted = add(TextRole::Plain, "predictedLoss");
    m_next = add(TextRole::Secondary, "nextBits");
    body()->addStretch(1);
    connect(&context.budget, &BudgetModel::changed, this, &ForecastCard::showState);
    showState();
}

void ForecastCard::showEvent(QShowEvent* event) {
    Card::showEvent(event);
    showState();
}

void ForecastCard::showState() {
    // Nobody looks: a slider on another page need not wait for this one.
    if (!m_context.budget.hasState() || !isVisible()) return;
    showPrediction();
    showNext();
}

void ForecastCard::showPrediction() {
    const BudgetState& state = m_context.budget.state();
    const auto runs = static_cast<int>(m_context.budget.calibratingRuns());
    const QString own = tr("by %n measured run(s) of this model and task", nullptr, runs);
    if (state.predicted) {
        const QString loss = Format::fixed(*state.predicted, 3);
        m_predicted->setText((state.predictedSpread ? tr("Predicted loss: %1 ± %2, %3").arg(loss, Format::fixed(*state.predictedSpread, 3), own) : tr("Predicted loss: %1, %2").arg(loss, own)));
        m_predicted->setToolTip(tr("A curve that never falls, through the measured runs, read at this budget's first-order loss. Measure to be sure."));
        return;
    }
    if (runs < 2) m_predicted->setText(tr("No predicted loss yet: quantize and measure two budgets, and the others can be judged by them (%n so far).", nullptr, runs));
    else if (state.firstOrderEstimated) m_predicted->setText(tr("No predicted loss: these widths were not simulated. Quantize to measure them."));
    else m_predicted->setText(tr("No predicted loss: counts beyond the top 5 % are not exact."));
    m_predicted->setToolTip(tr("Figures are shown only where measured runs of this model and task stand behind them."));
}

void ForecastCard::showNext() {
    BudgetModel& budget = m_context.budget;
    const BudgetState& state = budget.state();
    const BudgetNext next = budget.next(kMoreBits);
    const QString about = state.firstOrderEstimated ? QStringLiteral("≈ ") : QString();
    QStringList parts;
    if (state.firstOrder) parts << tr("First-order loss %1%2.").arg(about, Format::significant(*state.firstOrder));
    if (next.kept > 0) {
        QString more = tr("The next %1 bit: %2%3 more kept weights").arg(Format::fixed(kMoreBits, 1), next.exact ? QString() : QStringLiteral("≈ "), Format::count(next.kept));
        if (state.firstOrder && next.firstOrder && *state.firstOrder > 0)
            more += tr(", first-order loss %1−%2 %").arg(about, Format::fixed(100 * std::max(0.0, 1 - *next.firstOrder / *state.firstOrder), 1));
        if (state.predicted && next.firstOrder && next.exact)
            if (const auto then = budget.predictionFor(*next.firstOrder)) more += tr(", predicted loss −%1").arg(Format::fixed(std::max(0.0, *state.predicted - *then), 3));
        parts << more + QLatin1Char('.');
    }
    m_next->setText(parts.join(QLatin1Char(' ')));
    QString tip = tr("First-order loss: (1 / samples) Σ gradient · |ΔW| over the weights not kept. It ranks budgets; it is not a loss that anyone would measure.");
    if (state.firstOrderEstimated) tip += QLatin1Char('\n') + tr("≈: some widths were not simulated; their errors are taken to shrink as the step between neighbouring values does.");
    m_next->setToolTip(tip);
}

}  // namespace tacq::ui

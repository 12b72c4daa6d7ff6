#include "pages/quantize/forecast_card.h"

#include <QLabel>
#include <algorithm>

#include "models/budget/prediction.h"
#include "models/shared/format.h"
#include "pages/budget/ledger_panel.h"
#include "tacq/numerics/interval.h"
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
    if (const auto measured = measuredAlike(m_context.budget)) {
        const QString loss = Format::fixed(measured->loss, 3);
        // Older runs noted no error: that is not an error of nought.
        const bool sure = measured->standardError > 0;
        m_predicted->setText(sure ? tr("Measured loss: %1 ± %2, run %3 had these very settings").arg(loss, Format::fixed(intervalHalfWidth(measured->standardError), 3)).arg(measured->run)
                                  : tr("Measured loss: %1, run %2 had these very settings").arg(loss).arg(measured->run));
        m_predicted->setToolTip(sure ? tr("Mean surprise at a token of the task's text, in nats, with its 95 % interval.") : tr("Mean surprise at a token of the task's text, in nats. The run noted no interval."));
        return;
    }
    if (const auto predicted = predictionOf(m_context.budget)) {
        const auto fixed = [](double loss) { return Format::fixed(loss, 3); };
        const QString loss = fixed(predicted->loss);
        m_predicted->setText(predicted->low ? tr("Predicted loss: %1 (%2 to %3), %4").arg(loss, fixed(*predicted->low), fixed(*predicted->high), own) : tr("Predicted loss: %1, %2").arg(loss, own));
        m_predicted->setToolTip(tr("A curve that never falls, from the unquantized model through the measured runs, read at this budget's first-order loss. In brackets: how far it missed runs it had not seen, and never below what was measured. Measure to be sure."));
        return;
    }
    if (m_context.budget.settings().method != Method::Tacq) m_predicted->setText(tr("No predicted loss: it is known for TaCQ's score only. Quantize to measure."));
    else if (runs < 2) m_predicted->setText(tr("No predicted loss yet: quantize and measure two budgets, and the others can be judged by them (%n so far).", nullptr, runs));
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
        if (const auto now = predictionOf(budget); now && next.firstOrder && next.exact)
            if (const auto then = predictionAt(budget.measured(), *next.firstOrder)) more += tr(", predicted loss −%1").arg(Format::fixed(std::max(0.0, now->loss - then->loss), 3));
        parts << more + QLatin1Char('.');
    }
    m_next->setText(parts.join(QLatin1Char(' ')));
    QString tip = tr("First-order loss: (1 / samples) Σ gradient · |ΔW| over the weights not kept. It ranks budgets; it is not a loss that anyone would measure.");
    if (state.firstOrderEstimated) tip += QLatin1Char('\n') + tr("≈: some widths were not simulated; their errors are taken to shrink as the step between neighbouring values does.");
    m_next->setToolTip(tip);
}

}  // namespace tacq::ui

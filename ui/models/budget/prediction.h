#pragma once
#include <optional>

#include "models/budget/budget_model.h"

namespace tacq::ui {

/// What measured runs say of a loss, nats per token.
struct PredictedLoss {
    double loss = 0;
    /// Where runs that the curve had not seen lay, 95 of 100 times: left out one by one, as predictionSpread() does, but with the unquantized model always
    /// there. `low` is not below the least loss ever measured, the unquantized model's included. Nothing where there are too few runs to leave one out.
    std::optional<double> low, high;
};

/// The loss at this first-order loss: by a curve that never falls, from the unquantized model (no first-order loss, its own loss) through the measured
/// runs. Nothing below two runs.
std::optional<PredictedLoss> predictionAt(const MeasuredRuns& runs, double firstOrder);
/// Of the budget on show; nothing where its first-order loss is not exact.
std::optional<PredictedLoss> predictionOf(const BudgetModel& budget);

/// The newest run of exactly this budget, known by its size to the byte and its first-order loss; nothing where it was never measured.
std::optional<MeasuredRun> measuredAlike(const BudgetModel& budget);

}  // namespace tacq::ui

#pragma once
#include <memory>
#include <optional>
#include <vector>

#include "models/saliency/saliency_source.h"
#include "tacq/budget/ledger.h"
#include "tacq/budget/mixed.h"
#include "tacq/budget/recipe.h"

namespace tacq::ui {

/// As far as a slider reaches: kept counts are exact up to there in every sketch.
inline constexpr double kLeastFraction = 1e-4, kMostFraction = 0.05;

using RecipePointer = std::shared_ptr<const Recipe>;

/// What the person dials. A plain value, so that an edit is a pair of these; overrides are shared, so that a copy costs nothing while a slider is dragged.
struct BudgetSettings {
    double fraction = 0.0035;   ///< share of the quantizable weights kept in 16 bit
    GridOptions grid;
    EmbeddingBits embeddings = EmbeddingBits::Source16;
    RecipePointer overrides = {};   ///< per tensor; null: none
    Method method = Method::Tacq;   ///< what chooses the kept weights; one that keeps none leaves the fraction alone

    const Recipe& recipe() const;
    /// Some tensor has another width or group than the rest. Asks without making anything: it is asked at every step of a slider.
    bool mixed() const;
    /// Same in every effect and lock.
    bool operator==(const BudgetSettings& other) const;
};

/// What the settings give, exact: counts from the sketch and tail index, bytes from the ledger.
struct BudgetState {
    CountAnswer counts;         ///< in all, by whatever method; of single matrices those that TaCQ's score keeps
    Ledger ledger;
    bool simulated = false;     ///< false: the counts are those of the nearest simulated grid
    bool mixed = false;         ///< some tensors have another grid than the rest
    /// (1/samples) Σ G·|ΔW| over the weights not kept, by the sketch's curves; nothing where the saliency has none, or another score chooses.
    std::optional<double> firstOrder;
    /// Some width in it was not simulated: its ΔW is taken to grow as the grid's step does.
    bool firstOrderEstimated = false;
    /// By measured runs of this model and task; nothing below two of them, and nothing for an estimate. Never a measured figure itself.
    std::optional<double> predicted, predictedSpread;
    std::optional<Error> error;
};

/// What a little more size buys.
struct BudgetNext {
    double bits = 0;             ///< added, per quantizable weight; never more than asked for
    std::uint64_t kept = 0;      ///< more kept weights
    std::optional<double> firstOrder;  ///< the loss there
    bool exact = true;
};

/// How much less a weight errs on a grid of `to` bits than on one of `from`, by the step between neighbouring values alone.
double stepRatio(int from, int to);

/// A fraction that gives exactly `kept` of `weights` by keptForFraction(), with as few digits as do.
double fractionForKept(std::uint64_t kept, std::uint64_t weights);

/// The arithmetic of budgets over one saliency. Plans, scales and loss curves are made once and kept while a slider moves.
class BudgetArithmetic {
public:
    void setSource(SaliencyPointer source);
    const SaliencyPointer& source() const { return m_source; }
    /// Everything but the prediction.
    BudgetState state(const BudgetSettings& settings);
    BudgetNext next(const BudgetSettings& settings, const BudgetState& now, double bits);
    /// The most kept weights within the request, at most as many as the sketch counts exactly. `room`: the request would have allowed more.
    Result<BudgetAnswer> fit(const BudgetSettings& settings, const BudgetRequest& request, bool* room = nullptr);
    /// Linears of the plan as the settings have them, kept counts of the last call.
    const PackedPlan& plan(const BudgetSettings& settings);

private:
    void prepare(const BudgetSettings& settings);
    std::optional<double> lossOf(const CountAnswer& counts) const;

    SaliencyPointer m_source;
    std::vector<LossCurve> m_curves;
    BudgetSettings m_prepared;
    PackedPlan m_plan;
    std::vector<double> m_scale;   ///< per linear, of its curve
    std::optional<std::uint64_t> m_headerBytes;   ///< of m_plan's files, whatever is kept
    bool m_ready = false, m_estimated = false, m_mixed = false;
    std::optional<Error> m_error;
};

/// Pure: the whole arithmetic of one slider step.
BudgetState budgetState(const SaliencyPointer& source, const BudgetSettings& settings);

}  // namespace tacq::ui

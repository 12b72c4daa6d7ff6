#include "pipeline/stages/circuit.h"

#include <algorithm>

#include "pipeline/stages/refine.h"

namespace tacq {
namespace {

std::uint64_t weightsOf(const PackedPlan& plan) {
    std::uint64_t sum = 0;
    for (const PackedShape& linear : plan.linears) sum += static_cast<std::uint64_t>(linear.rows * linear.columns);
    return sum;
}

}  // namespace

Result<void> CircuitChooser::select(std::uint64_t k) {
    if (m_selection && m_selection->kept == k) return {};
    TACQ_TRY(Selection selection, selectKept(m_method, k, m_seed, *m_inputs.model, m_upstream.gradientFile, m_upstream.simulationFolder, m_session.context()));
    m_selection = std::move(selection);
    return {};
}

/// Counts that need no pass over the weights: exact from the sketch where it reaches, spread by size where there is none.
CountAnswer CircuitChooser::guess(const PackedPlan& plan, std::uint64_t k) const { return m_sketch ? m_sketch->counts(k) : spreadCounts(plan, k); }

Result<Circuit> CircuitChooser::exactAt(PackedPlan plan, std::uint64_t k) {
    Circuit circuit;
    if (m_sketch)
        if (const CountAnswer counts = m_sketch->counts(k); counts.exact) {
            circuit.kept = counts.total;
            circuit.threshold = static_cast<double>(counts.threshold);
            circuit.perMatrix = counts.kept;
        }
    if (circuit.perMatrix.empty()) {
        TACQ_CHECK(select(k));
        circuit.kept = m_selection->kept;
        circuit.threshold = static_cast<double>(m_selection->threshold);
        for (const KeptPositions& matrix : m_selection->matrices) circuit.perMatrix.push_back(matrix.position.size());
    }
    for (std::size_t i = 0; i < plan.linears.size(); ++i) plan.linears[i].kept = static_cast<std::int64_t>(circuit.perMatrix[i]);
    TACQ_TRY(circuit.ledger, makeLedger(plan));
    return circuit;
}

/// Largest k whose exact ledger fits, from a guess that is off by a header's few digits at most.
Result<std::uint64_t> CircuitChooser::refine(const PackedPlan& plan, const BudgetRequest& budget, std::uint64_t guess) {
    const std::uint64_t all = weightsOf(plan);
    const auto fitsAt = [&](std::uint64_t k) -> Result<bool> {
        TACQ_TRY(const Circuit circuit, exactAt(plan, k));
        return holdsTarget(circuit.ledger, budget);
    };
    return largestFitting(guess, all, fitsAt);
}

Result<Circuit> CircuitChooser::choose(const PackedPlan& plan, const BudgetRequest& budget) {
    if (!keepsWeights(m_method)) {
        const auto nothing = [&plan](std::uint64_t) {
            CountAnswer answer;
            answer.kept.assign(plan.linears.size(), 0);
            return answer;
        };
        TACQ_TRY(const BudgetAnswer answer, solveBudget(plan, budget, nothing));
        return Circuit{0, 0, answer.counts.kept, answer.ledger};
    }
    if (m_method == Method::Tacq && !m_sketch) {
        TACQ_TRY(SaliencyArtifact opened, SaliencyArtifact::open(m_upstream.saliencyFolder));
        m_sketch.emplace(std::move(opened));
    }
    std::uint64_t k = 0;
    if (budget.targetBits > 0 || budget.targetBytes > 0) {
        TACQ_TRY(const std::optional<std::uint64_t> allowed, affordable(plan, budget));
        if (allowed) {
            k = *allowed;
        } else {
            TACQ_TRY(const BudgetAnswer answer, solveBudget(plan, budget, [&](std::uint64_t tried) { return guess(plan, tried); }));
            k = answer.kept;
            if (!answer.counts.exact) { TACQ_TRY(k, refine(plan, budget, k)); }
        }
    } else {
        TACQ_TRY(k, keptForFraction(budget.outlierFraction, static_cast<std::int64_t>(weightsOf(plan))));
    }
    m_chosen = k;
    return exactAt(plan, k);
}

Result<std::vector<std::vector<std::uint32_t>>> CircuitChooser::positions() {
    TACQ_CHECK(select(m_chosen));
    std::vector<std::vector<std::uint32_t>> kept;
    for (KeptPositions& matrix : m_selection->matrices) kept.push_back(std::move(matrix.position));
    m_selection.reset();
    return kept;
}

}  // namespace tacq

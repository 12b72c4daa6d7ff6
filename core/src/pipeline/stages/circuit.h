#pragma once
// Private to the pipeline: which weights a method keeps under a budget.
#include <optional>

#include "pipeline/stages/stages.h"
#include "tacq/budget/ledger.h"
#include "tacq/store/saliency_artifact.h"

namespace tacq {

struct Circuit {
    std::uint64_t kept = 0;
    double threshold = 0;                  ///< smallest kept score
    std::vector<std::uint64_t> perMatrix;  ///< in model order
    Ledger ledger;
};

/// Answers a budget for one method over artifacts that are there. Exact: what is counted here is what selectKept() marks.
class CircuitChooser {
public:
    CircuitChooser(Session& session, const StageInputs& inputs, const Upstream& upstream, Method method, std::uint64_t seed)
        : m_session(session), m_inputs(inputs), m_upstream(upstream), m_method(method), m_seed(seed) {}
    Result<Circuit> choose(const PackedPlan& plan, const BudgetRequest& budget);
    /// Row-major positions per matrix of the circuit chosen last.
    Result<std::vector<std::vector<std::uint32_t>>> positions();

private:
    Result<Circuit> exactAt(PackedPlan plan, std::uint64_t k);
    Result<std::uint64_t> refine(const PackedPlan& plan, const BudgetRequest& budget, std::uint64_t guess);
    Result<void> select(std::uint64_t k);
    CountAnswer guess(const PackedPlan& plan, std::uint64_t k) const;

    Session& m_session;
    const StageInputs& m_inputs;
    const Upstream& m_upstream;
    Method m_method;
    std::uint64_t m_seed;
    std::optional<SaliencyArtifact> m_sketch;
    std::optional<Selection> m_selection;  ///< of the k looked at last
    std::uint64_t m_chosen = 0;
};

}  // namespace tacq

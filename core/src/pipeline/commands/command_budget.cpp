#include <algorithm>
#include <utility>

#include "command/request_io.h"
#include "pipeline/commands/command_list.h"
#include "pipeline/requests/packed_plan.h"
#include "pipeline/requests/source.h"
#include "pipeline/stages/first_order.h"
#include "pipeline/stages/mixed_budget.h"
#include "pipeline/stages/refine.h"
#include "pipeline/stages/stages.h"
#include "tacq/base/file_io.h"
#include "tacq/store/measured_points.h"

namespace tacq {
namespace {

/// Run keys are of fixed length, so a stand-in gives the same sizes.
const std::string kAnyRunKey(64, '0');

/// Exact counts where the sketch ends: one pass over the scores, which needs the model.
Result<CountAnswer> exactCounts(SaliencyArtifact& artifact, std::uint64_t k, const RunContext& context) {
    const auto& linears = artifact.meta().linears;
    std::vector<std::uint64_t> sizes;
    for (const LinearInfo& linear : linears) sizes.push_back(static_cast<std::uint64_t>(linear.elements()));
    const auto scores = [&](std::size_t i, std::span<float> out) { return artifact.readRows(i, MatrixLayer::Score, 0, linears[i].rows, out); };
    TACQ_TRY(const Selection selection, selectTopK(sizes, k, scores, context));
    CountAnswer answer;
    answer.total = selection.kept;
    answer.threshold = selection.threshold;
    for (std::size_t i = 0; i < selection.matrices.size(); ++i) {
        const auto& positions = selection.matrices[i].position;
        answer.kept.push_back(positions.size());
        std::vector<float> matrix;
        if (positions.empty()) continue;
        matrix.resize(sizes[i]);
        TACQ_CHECK(scores(i, matrix));
        for (const std::uint32_t position : positions)
            if (scoreRank(matrix[position]) == scoreRank(selection.threshold)) {
                answer.lastMatrix = static_cast<std::uint32_t>(i);
                answer.lastPosition = position;
            }
    }
    return answer;
}

Json perTensor(const PackedPlan& plan, const CountAnswer& counts) {
    Json list = Json::array();
    for (std::size_t i = 0; i < plan.linears.size(); ++i) {
        const PackedShape& linear = plan.linears[i];
        list.push_back({{"name", linear.name}, {"bits", linear.grid.bits}, {"groupSize", linear.grid.groupSize}, {"kept", counts.kept.at(i)}, {"weights", linear.rows * linear.columns}});
    }
    return list;
}

/// Attaches the model when something first needs it; later calls repeat the outcome.
class Attachment {
public:
    Attachment(const Session& session, const Workspace& workspace, SaliencyArtifact& artifact) : m_session(session), m_workspace(workspace), m_artifact(artifact) {}
    Result<void> attach() {
        if (!std::exchange(m_asked, true)) m_outcome = attachNow();
        return m_outcome;
    }
    /// What attaching found damaged, which is more than not being there.
    Result<void> damage() const { return m_damage; }

private:
    /// Single weights also come from the gradients and the simulation.
    Result<void> attachNow() {
        for (const std::string& key : {m_artifact.meta().gradientKey, m_artifact.meta().simulationKey}) {
            const auto found = m_workspace.find(key);
            if (found.ok() && found.value()) m_damage = m_session.requireSound(*found.value());
            TACQ_CHECK(m_damage);
        }
        return m_artifact.attachModel();
    }
    const Session& m_session;
    const Workspace& m_workspace;
    SaliencyArtifact& m_artifact;
    Result<void> m_damage;
    bool m_asked = false;
    Result<void> m_outcome;
};

/// Widths are given: the kept weights that the budget allows.
Result<BudgetAnswer> solve(SaliencyArtifact& artifact, PackedPlan& plan, const BudgetRequest& budget, Attachment& model, const RunContext& context) {
    TACQ_TRY(BudgetAnswer answer, solveBudget(plan, budget, [&](std::uint64_t k) { return artifact.counts(k); }));
    if (answer.counts.exact) return answer;
    if (!model.attach().ok()) {
        TACQ_CHECK(model.damage());
        return answer;
    }
    // Beyond the sketch's tail only the scores themselves tell.
    const auto settle = [&](std::uint64_t k) -> Result<void> {
        answer.counts = artifact.counts(k);
        if (!answer.counts.exact) { TACQ_TRY(answer.counts, exactCounts(artifact, k, context)); }
        answer.kept = answer.counts.total;
        for (std::size_t i = 0; i < plan.linears.size(); ++i) plan.linears[i].kept = static_cast<std::int64_t>(answer.counts.kept[i]);
        TACQ_TRY(answer.ledger, makeLedger(plan));
        return {};
    };
    const auto weights = static_cast<std::uint64_t>(answer.ledger.quantizableWeights);
    std::uint64_t k = 0;
    if (budget.targetBits > 0 || budget.targetBytes > 0) {
        const auto fitsAt = [&](std::uint64_t tried) -> Result<bool> {
            TACQ_CHECK(settle(tried));
            return holdsTarget(answer.ledger, budget);
        };
        TACQ_TRY(const std::optional<std::uint64_t> allowed, affordable(plan, budget));
        if (allowed) k = *allowed;
        else { TACQ_TRY(k, largestFitting(answer.kept, weights, fitsAt)); }
    } else {
        TACQ_TRY(k, keptForFraction(budget.outlierFraction, answer.ledger.quantizableWeights));
    }
    TACQ_CHECK(settle(k));
    return answer;
}

/// To within one score bin, where the model is not there to read single weights of.
double sketchedLoss(const SaliencyArtifact& artifact, const CountAnswer& counts) {
    double loss = 0;
    for (std::size_t i = 0; i < counts.kept.size(); ++i) loss += LossCurve(artifact.histogram(i).counts, artifact.lossMass(i)).at(counts.kept[i]);
    return loss / static_cast<double>(std::max<std::int64_t>(artifact.meta().samples, 1));
}

/// A recipe may be written over an older one, not over anything else.
Result<void> isRecipeOrFree(const std::string& path) {
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) return {};
    const auto text = readText(path, 16u << 20);
    if (text.ok() && parseRecipe(text.value(), path, ErrorCode::InvalidFile).ok()) return {};
    return Error{ErrorCode::AlreadyExists, "there is a file that is no recipe", path, "name another file"};
}

/// With every tensor's width by name: a file that means the same whatever --bits it is used with.
Recipe spelledOut(Recipe recipe, const PackedPlan& plan) {
    for (const PackedShape& linear : plan.linears) recipe.tensors[linear.name].bits = linear.grid.bits;
    return recipe;
}

Json resultJson(const SaliencyMeta& meta, const std::string& key, const GridOptions& grid, const PackedPlan& plan, const BudgetAnswer& answer) {
    return {{"model", meta.modelPath},
            {"artifact", key},
            {"method", std::string(methodName(meta.method))},
            {"grid", gridJson(grid)},
            {"exact", answer.counts.exact},
            {"ledger", ledgerJson(answer.ledger)},
            {"modelBytes", answer.ledger.modelBytes},
            {"kept", answer.kept},
            {"threshold", static_cast<double>(answer.counts.threshold)},
            {"perTensor", perTensor(plan, answer.counts)}};
}

}  // namespace

Result<Json> budgetCommand(Session& session, Params& params) {
    const SizesRequest wanted = readRequest<SizesRequest>(params);
    TACQ_CHECK(params.finish());
    if (!wanted.recipeOut.empty()) TACQ_CHECK(isRecipeOrFree(wanted.recipeOut));
    TACQ_TRY(const Workspace* workspace, session.workspaceToRead());
    TACQ_TRY(const ArtifactInfo info, findSaliency(session, *workspace, wanted.artifact));
    TACQ_TRY(SaliencyArtifact artifact, SaliencyArtifact::open(info.folder));
    const SaliencyMeta& meta = artifact.meta();
    const GridOptions grid = wanted.gridOver(meta.grid);
    PackedPlan plan = makePlan(meta.linears, meta.dense, grid, wanted.dense, meta.modelIdentity, kAnyRunKey);
    TACQ_CHECK(applyRecipe(wanted.recipe, plan));
    Attachment model(session, *workspace, artifact);
    Recipe recipe = wanted.recipe;
    std::optional<MixedOutcome> mixed;
    BudgetAnswer answer;
    if (wanted.mixed) {
        TACQ_CHECK(model.attach());
        TACQ_TRY(mixed, distributeWidths(session, artifact, info.key, plan, grid, wanted.recipe, wanted.budget, wanted));
        recipe = mixed->recipe;
        answer = mixed->answer.budget;
        for (std::size_t i = 0; i < plan.linears.size(); ++i) plan.linears[i].grid.bits = mixed->answer.bits[i];
        if (!wanted.recipeOut.empty()) TACQ_CHECK(writeTextAtomic(wanted.recipeOut, recipeToJson(spelledOut(recipe, plan)) + "\n"));
    } else {
        TACQ_TRY(answer, solve(artifact, plan, wanted.budget, model, session.context()));
    }
    Json object = resultJson(meta, info.key, grid, plan, answer);
    // Scores of another grid choose other weights: their number and the sizes are right, not which they are.
    object["exact"] = answer.counts.exact && grid == meta.grid;
    const bool simulated = grid == meta.grid && effectiveRecipe(recipe, grid).empty();
    std::optional<double> firstOrder, predicted, spread;
    std::string text;
    std::size_t points = 0;
    if (simulated && answer.counts.exact) {
        if (model.attach().ok()) { TACQ_TRY(firstOrder, firstOrderLoss(artifact, answer.counts, session.context())); }
        else firstOrder = sketchedLoss(artifact, answer.counts);
        TACQ_CHECK(model.damage());
    }
    // Runs were measured with TaCQ's circuits: of another score they say nothing.
    if (firstOrder && meta.method == Method::Tacq) {
        TACQ_TRY(const MeasuredRuns onText, measuredRuns(*workspace, meta.modelIdentity, meta.taskName));
        const std::vector<MeasuredPoint> measured = onText.points();
        if (!measured.empty()) text = onText.text;
        points = measured.size();
        predicted = predictLoss(measured, *firstOrder);
        spread = predictionSpread(measured);
    }
    object.update({{"simulated", simulated}, {"firstOrder", firstOrder ? Json(*firstOrder) : Json()}, {"predictedLoss", predicted ? Json(*predicted) : Json()}, {"predictedSpread", predicted && spread ? Json(*spread) : Json()}, {"measuredPoints", points},
                   {"measuredOn", text.empty() ? Json() : Json(text)}});
    if (!recipe.empty()) { TACQ_TRY(object["recipe"], parseJson(recipeToJson(recipe, -1), "recipe")); }
    if (mixed) {
        object["mixed"] = mixedJson(*mixed, wanted);
        for (std::size_t i = 0; i < plan.linears.size(); ++i) object["perTensor"][i]["estimate"] = static_cast<bool>(mixed->estimated[i]);
        object["stages"] = session.stagesJson();
    }
    return object;
}

}  // namespace tacq

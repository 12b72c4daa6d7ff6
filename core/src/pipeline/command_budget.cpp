#include <cmath>

#include "pipeline/command_list.h"
#include "pipeline/first_order.h"
#include "pipeline/packed_plan.h"
#include "pipeline/source.h"
#include "pipeline/stages.h"

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

Json perTensor(const SaliencyMeta& meta, const GridOptions& grid, const CountAnswer& counts) {
    Json list = Json::array();
    for (std::size_t i = 0; i < meta.linears.size(); ++i)
        list.push_back({{"name", meta.linears[i].name}, {"bits", grid.bits}, {"kept", counts.kept.at(i)}, {"weights", meta.linears[i].elements()}});
    return list;
}

}  // namespace

Result<Json> budgetCommand(Session& session, Params& params) {
    const std::string name = params.text("artifact");
    const GridOptions given = readGrid(params);
    const bool bits = params.has("bits"), group = params.has("groupSize"), symmetric = params.has("symmetric"), scale = params.has("scaleDtype");
    const BudgetRequest budget = readBudget(params);
    const DenseOptions dense = DenseOptions::read(params);
    TACQ_CHECK(params.finish());
    TACQ_TRY(const Workspace* workspace, session.workspace());
    TACQ_TRY(const ArtifactInfo info, findSaliency(*workspace, name));
    TACQ_TRY(SaliencyArtifact artifact, SaliencyArtifact::open(info.folder));
    const SaliencyMeta& meta = artifact.meta();
    GridOptions grid = meta.grid;
    if (bits) grid.bits = given.bits;
    if (group) grid.groupSize = given.groupSize;
    if (symmetric) grid.symmetry = given.symmetry;
    if (scale) grid.scaleType = given.scaleType;

    PackedPlan plan = makePlan(meta.linears, meta.dense, grid, dense, meta.modelIdentity, kAnyRunKey);
    // Beyond the sketch's tail only the scores themselves tell; the model is looked up once.
    Result<void> attached = Error{ErrorCode::NotFound, "not asked for", "", ""};
    bool asked = false;
    const auto attach = [&] {
        if (!std::exchange(asked, true)) attached = artifact.attachModel();
        return attached.ok();
    };
    TACQ_TRY(BudgetAnswer answer, solveBudget(plan, budget, [&](std::uint64_t k) { return artifact.counts(k); }));
    if (!answer.counts.exact && budget.targetBits == 0 && budget.targetBytes == 0 && attach()) {
        TACQ_TRY(const std::uint64_t k, keptForFraction(budget.outlierFraction, answer.ledger.quantizableWeights));
        TACQ_TRY(answer.counts, exactCounts(artifact, k, session.context()));
        answer.kept = answer.counts.total;
        for (std::size_t i = 0; i < plan.linears.size(); ++i) plan.linears[i].kept = static_cast<std::int64_t>(answer.counts.kept[i]);
        TACQ_TRY(answer.ledger, makeLedger(plan));
    }
    const bool simulated = describe(grid) == describe(meta.grid);
    std::optional<double> firstOrder, predicted;
    if (simulated && answer.counts.exact && attach()) {
        TACQ_TRY(firstOrder, firstOrderLoss(artifact, answer.counts, session.context()));
        TACQ_TRY(const auto points, measuredPoints(*workspace, meta.modelIdentity, meta.taskName));
        predicted = predictLoss(points, *firstOrder);
    }
    return Json{{"model", meta.modelPath},
                {"artifact", info.key},
                {"grid", gridJson(grid)},
                {"simulated", simulated},
                {"exact", answer.counts.exact},
                {"ledger", ledgerJson(answer.ledger)},
                {"modelBytes", answer.ledger.modelBytes},
                {"kept", answer.kept},
                {"threshold", static_cast<double>(answer.counts.threshold)},
                {"perTensor", perTensor(meta, grid, answer.counts)},
                {"firstOrder", firstOrder ? Json(*firstOrder) : Json()},
                {"predictedLoss", predicted ? Json(*predicted) : Json()}};
}

}  // namespace tacq

#include "pipeline/command_list.h"
#include "pipeline/source.h"
#include "tacq/store/circuit_overlap.h"

namespace tacq {
namespace {

constexpr double kDefaultOutliers = 0.0035;

Json perTensor(const CircuitOverlap& overlap) {
    Json list = Json::array();
    for (const CircuitOverlap::Tensor& tensor : overlap.perTensor)
        list.push_back({{"name", tensor.name}, {"weights", tensor.weights}, {"keptA", tensor.keptA}, {"keptB", tensor.keptB}, {"both", tensor.both}, {"expected", tensor.expected}});
    return list;
}

Json side(const ArtifactInfo& info, const SaliencyMeta& meta) {
    return {{"artifact", info.key}, {"task", meta.taskName}, {"samples", meta.samples}, {"tokens", meta.tokens}, {"bits", meta.grid.bits}, {"groupSize", meta.grid.groupSize}, {"seed", meta.seed}};
}

}  // namespace

Result<Json> circuitCompareCommand(Session& session, Params& params) {
    const std::string nameA = params.text("a"), nameB = params.text("b");
    const double outliers = params.real("outliers", kDefaultOutliers, 0, 1);
    TACQ_CHECK(params.finish());
    TACQ_TRY(const Workspace* workspace, session.workspace());
    TACQ_TRY(const ArtifactInfo infoA, findSaliency(*workspace, nameA));
    TACQ_TRY(const ArtifactInfo infoB, findSaliency(*workspace, nameB));
    TACQ_TRY(const SaliencyArtifact a, SaliencyArtifact::open(infoA.folder));
    TACQ_TRY(const SaliencyArtifact b, SaliencyArtifact::open(infoB.folder));
    TACQ_TRY(const CircuitOverlap overlap, compareCircuits(a, b, outliers));
    return Json{{"model", a.meta().modelPath},
                {"a", side(infoA, a.meta())},
                {"b", side(infoB, b.meta())},
                {"outliers", outliers},
                {"keptA", overlap.keptA},
                {"keptB", overlap.keptB},
                {"both", overlap.both},
                {"jaccard", overlap.jaccard},
                {"expectedJaccard", overlap.expectedJaccard},
                {"perTensor", perTensor(overlap)}};
}

}  // namespace tacq

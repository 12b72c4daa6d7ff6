#include "command/request_io.h"
#include "pipeline/commands/command_list.h"
#include "pipeline/requests/source.h"
#include "pipeline/stages/stages.h"
#include "tacq/store/circuit_overlap.h"

namespace tacq {
namespace {

Json perTensor(const CircuitOverlap& overlap) {
    Json list = Json::array();
    for (const CircuitOverlap::Tensor& tensor : overlap.perTensor)
        list.push_back({{"name", tensor.name}, {"weights", tensor.weights}, {"keptA", tensor.keptA}, {"keptB", tensor.keptB}, {"both", tensor.both}, {"expected", tensor.expected}});
    return list;
}

Json side(const ArtifactInfo& info, const SaliencyMeta& meta) {
    return {{"artifact", info.key}, {"task", meta.taskName}, {"method", std::string(methodName(meta.method))}, {"samples", meta.samples}, {"tokens", meta.tokens}, {"bits", meta.grid.bits}, {"groupSize", meta.grid.groupSize}, {"seed", meta.seed}};
}

}  // namespace

Result<Json> circuitCompareCommand(Session& session, Params& params) {
    const OverlapRequest request = readRequest<OverlapRequest>(params);
    TACQ_CHECK(params.finish());
    TACQ_TRY(const Workspace* workspace, session.workspaceToRead());
    TACQ_TRY(const ArtifactInfo infoA, findSaliency(session, *workspace, request.a));
    TACQ_TRY(const ArtifactInfo infoB, findSaliency(session, *workspace, request.b));
    TACQ_TRY(const SaliencyArtifact a, SaliencyArtifact::open(infoA.folder));
    TACQ_TRY(const SaliencyArtifact b, SaliencyArtifact::open(infoB.folder));
    TACQ_TRY(const CircuitOverlap overlap, compareCircuits(a, b, request.outliers));
    return Json{{"model", a.meta().modelPath},
                {"a", side(infoA, a.meta())},
                {"b", side(infoB, b.meta())},
                {"outliers", request.outliers},
                {"keptA", overlap.keptA},
                {"keptB", overlap.keptB},
                {"both", overlap.both},
                {"jaccard", overlap.jaccard},
                {"expectedJaccard", overlap.expectedJaccard},
                {"perTensor", perTensor(overlap)}};
}

Result<Json> circuitScoreCommand(Session& session, Params& params) {
    const ScoreRequest request = readRequest<ScoreRequest>(params);
    TACQ_CHECK(params.finish());
    const Method method = request.method;
    if (!keepsWeights(method)) return Error{ErrorCode::InvalidArgument, "\"" + std::string(methodName(method)) + "\" keeps no weights: it has no score", "--method", "choose one of " + listNames(scoringMethods())};
    TACQ_TRY(const Workspace* workspace, session.workspace());
    TACQ_TRY(const ArtifactInfo saliency, findSaliency(session, *workspace, request.saliency));
    TACQ_TRY(SaliencyMeta meta, saliencyMetaFromJson(saliency.metaJson, saliency.key));
    // The run must find the saliency again when run numbers have moved on.
    Json options = params.json();
    options["saliency"] = saliency.key;
    TACQ_CHECK(session.beginRun(RunKind::CircuitScore, hashOfParts({"circuit-score", scoredKey(meta, method)}), options, meta.modelName, meta.taskName));
    TACQ_TRY(const ArtifactInfo scored, scoredStage(session, saliency, method));
    meta.method = method;
    Json answer = side(scored, meta);
    answer.update({{"model", meta.modelPath}, {"run", session.runId()}, {"folder", scored.folder.string()}, {"of", saliency.key}, {"stages", session.stagesJson()}});
    return answer;
}

}  // namespace tacq

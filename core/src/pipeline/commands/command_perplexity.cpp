#include "command/request_io.h"
#include "pipeline/commands/command_list.h"
#include "pipeline/delivery/output_folder.h"
#include "pipeline/requests/token_source.h"
#include "pipeline/stages/stages.h"

namespace tacq {
namespace {

std::string rowsKey(const TokenRows& rows) {
    std::vector<std::string> parts{"rows/1"};
    for (const auto& row : rows)
        parts.emplace_back(reinterpret_cast<const char*>(row.data()), row.size() * sizeof(std::int32_t));
    return stageKey(parts);
}

/// A checkpoint made here passes its figures on to the run that made it.
void noteForMaker(Session& session, const std::string& path, const std::string& source, const PerplexityResult& result) {
    auto provenance = readProvenance(path);
    if (!provenance.ok() || !provenance.value().is_object() || session.runId() == 0) return;
    auto workspace = session.workspace();
    if (!workspace.ok()) return;
    auto maker = workspace.value()->findRun(textOf(provenance.value(), "runKey"));
    if (!maker.ok() || !maker.value()) return;
    for (const auto& [name, value] : {std::pair{"meanNll:" + source, result.meanNll}, std::pair{"perplexity:" + source, result.perplexity},
                                      std::pair{"standardError:" + source, result.standardError}})
        if (auto added = workspace.value()->addMetric(maker.value()->id, name, value); !added.ok())
            session.context().note(LogLevel::Warning, formatError(added.error()));
}

}  // namespace

Result<Json> perplexityCommand(Session& session, Params& params) {
    const PerplexityRequest request = readRequest<PerplexityRequest>(params);
    TACQ_CHECK(params.finish());
    const std::string& path = request.model;
    TACQ_TRY(const auto model, session.openModel(path));
    TACQ_TRY(const WindowRows windows, makeRows(request.text, *model, session));
    const TokenRows& rows = windows.rows;
    TACQ_TRY(const Compute compute, session.compute());
    TACQ_TRY(const std::string identity, model->identity());
    session.tryBeginRun("perplexity", stageKey({"perplexity/1", identity, rowsKey(rows), arithmetic(compute)}), params.json(), model->displayName(), sourceName(request.text));
    TACQ_TRY(const PerplexityResult result, perplexity(model, rows, compute, session.context()));
    session.metric("meanNll", result.meanNll);
    session.metric("perplexity", result.perplexity);
    session.metric("standardError", result.standardError);
    noteForMaker(session, path, sourceName(request.text), result);
    return Json{{"model", path},           {"tokens", result.tokens},         {"windows", result.windows},
                {"meanNll", result.meanNll}, {"perplexity", result.perplexity}, {"standardError", result.standardError},
                {"arithmetic", compute.describe()}, {"notes", notesJson(windows.notes)}};
}

Result<Json> compareCommand(Session& session, Params& params) {
    const CompareRequest request = readRequest<CompareRequest>(params);
    TACQ_CHECK(params.finish());
    const std::string &pathA = request.modelA, &pathB = request.modelB;
    TACQ_TRY(const auto a, session.openModel(pathA));
    TACQ_TRY(const auto b, session.openModel(pathB));
    if (a->config().vocabSize != b->config().vocabSize)
        return Error{ErrorCode::InvalidArgument, "the two models have vocabularies of different size", pathB, "compare models with the same tokenizer"};
    TACQ_TRY(const WindowRows windows, makeRows(request.text, *a, session));
    const TokenRows& rows = windows.rows;
    TACQ_TRY(const Compute compute, session.compute());
    TACQ_TRY(const std::string identityA, a->identity());
    TACQ_TRY(const std::string identityB, b->identity());
    session.tryBeginRun("compare", stageKey({"compare/1", identityA, identityB, rowsKey(rows), arithmetic(compute)}), params.json(), b->displayName(), sourceName(request.text));
    TACQ_TRY(const CompareResult result, compare(a, b, rows, compute, session.context()));
    session.metric("klMean", result.klMean);
    session.metric("top1Agreement", result.top1Agreement);
    return Json{{"model", pathA},
                {"modelA", pathA},
                {"modelB", pathB},
                {"klMean", result.klMean},
                {"klMedian", result.klMedian},
                {"klP99", result.klP99},
                {"top1Agreement", result.top1Agreement},
                {"meanNllA", result.meanNllA},
                {"meanNllB", result.meanNllB},
                {"tokens", result.tokens},
                {"windows", result.windows},
                {"arithmetic", compute.describe()},
                {"notes", notesJson(windows.notes)}};
}

}  // namespace tacq

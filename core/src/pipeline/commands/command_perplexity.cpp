#include "command/request_io.h"
#include "pipeline/commands/command_list.h"
#include "pipeline/commands/measured.h"
#include "pipeline/delivery/output_folder.h"
#include "pipeline/stages/stages.h"

namespace tacq {
namespace {

/// What is said about a model's measurements is said of the run that made it, too.
std::string makerOf(const std::string& path) {
    const auto provenance = readProvenance(path);
    return provenance.ok() && provenance.value().is_object() ? textOf(provenance.value(), "runKey") : std::string();
}

}  // namespace

std::string rowsKey(const TokenRows& rows) {
    std::vector<std::string> parts{"rows/1"};
    for (const auto& row : rows)
        parts.emplace_back(reinterpret_cast<const char*>(row.data()), row.size() * sizeof(std::int32_t));
    return hashOfParts(parts);
}

void noteMeasured(Session& session, std::vector<Measurement> measurements, const std::string& text, const std::string& path) {
    std::error_code ignored;
    const std::string maker = makerOf(path), subject = std::filesystem::absolute(path, ignored).lexically_normal().string();
    for (Measurement& measurement : measurements) {
        measurement.text = text;
        measurement.subject = subject;
        measurement.maker = maker;
    }
    session.measured(std::move(measurements));
}

Result<Json> perplexityCommand(Session& session, Params& params) {
    const PerplexityRequest request = readRequest<PerplexityRequest>(params);
    TACQ_CHECK(params.finish());
    const std::string& path = request.model;
    TACQ_TRY(const auto model, session.openModel(path));
    TACQ_TRY(const WindowRows windows, makeRows(request.text, *model, session));
    const TokenRows& rows = windows.rows;
    TACQ_TRY(const Compute compute, session.compute());
    TACQ_TRY(const std::string identity, session.identityOf(*model));
    session.tryBeginRun(RunKind::Perplexity, hashOfParts({"perplexity/1", identity, rowsKey(rows), arithmetic(compute)}), params.json(), model->displayName(), sourceName(request.text));
    TACQ_TRY(const PerplexityResult result, perplexity(model, rows, compute, session.context()));
    session.metric("meanNll", result.meanNll);
    session.metric("perplexity", result.perplexity);
    session.metric("standardError", result.standardError);
    noteMeasured(session, measurementsOf(result), sourceName(request.text), path);
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
    TACQ_TRY(const std::string identityA, session.identityOf(*a));
    TACQ_TRY(const std::string identityB, session.identityOf(*b));
    session.tryBeginRun(RunKind::Compare, hashOfParts({"compare/1", identityA, identityB, rowsKey(rows), arithmetic(compute)}), params.json(), b->displayName(), sourceName(request.text));
    TACQ_TRY(const CompareResult result, compare(a, b, rows, compute, session.context()));
    session.metric("klMean", result.klMean);
    session.metric("top1Agreement", result.top1Agreement);
    noteMeasured(session, measurementsOf(result), sourceName(request.text), pathB);
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

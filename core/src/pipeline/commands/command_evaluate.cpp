#include "command/request_io.h"
#include "pipeline/commands/command_list.h"
#include "pipeline/commands/measured.h"
#include "pipeline/stages/stages.h"

namespace tacq {

Result<Json> evaluateCommand(Session& session, Params& params) {
    const EvaluateRequest request = readRequest<EvaluateRequest>(params);
    TACQ_CHECK(params.finish());
    const std::string &path = request.model, &name = request.metric, &against = request.against, text = sourceName(request.text);
    TACQ_TRY(const MetricSpec* metric, findMetric(name));
    TACQ_CHECK(checkOriginal(*metric, !against.empty()));  // before anything is loaded
    TACQ_TRY(const auto model, session.openModel(path));
    std::shared_ptr<const Checkpoint> original;
    if (metric->needsOriginal) { TACQ_TRY(original, session.openModel(against)); }
    TACQ_TRY(const WindowRows windows, makeRows(request.text, *model, session));
    const TokenRows& rows = windows.rows;
    TACQ_TRY(const Compute compute, session.compute());
    TACQ_TRY(const std::string identity, session.identityOf(*model));
    std::string originalIdentity;
    if (original) { TACQ_TRY(originalIdentity, session.identityOf(*original)); }
    session.tryBeginRun(RunKind::Evaluate, hashOfParts({"evaluate/1", name, identity, originalIdentity, rowsKey(rows), arithmetic(compute)}), params.json(), model->displayName(), text);
    TACQ_TRY(const Measured measured, measure(*metric, {model, original, rows, compute}, session.context()));
    const Measurement measurement = measurementOf(*metric, measured);
    session.metric(name, measured.value);
    noteMeasured(session, {measurement}, text, path);
    const auto end = [&measured](double Interval::*member) { return measured.interval ? Json(*measured.interval.*member) : Json(); };
    return Json{{"model", path},
                {"metric", name},
                {"title", measurement.title},
                {"lowerIsBetter", measurement.lowerIsBetter},
                {"value", measured.value},
                {"low", end(&Interval::low)},
                {"high", end(&Interval::high)},
                {"level", end(&Interval::level)},
                {"items", measured.items},
                {"unit", measurement.unit},
                {"text", text},
                {"run", session.runId()},
                {"arithmetic", compute.describe()},
                {"notes", notesJson(windows.notes)}};
}

}  // namespace tacq

#include "command/request_io.h"
#include "pipeline/commands/command_list.h"
#include "pipeline/delivery/output_folder.h"
#include "pipeline/requests/source.h"
#include "tacq/base/byte_text.h"

namespace tacq {
namespace {

/// The quantize run of that number or key, or the one that wrote the folder.
Result<RunInfo> findQuantizeRun(Session& session, const std::string& name) {
    TACQ_TRY(const Workspace* workspace, session.workspace());
    std::string run = name;
    std::error_code ignored;
    if (!looksLikeRun(name) || std::filesystem::exists(name, ignored)) {
        TACQ_TRY(const Json provenance, readProvenance(name));
        run = textOf(provenance, "runKey");
        if (run.empty()) return Error{ErrorCode::NotFound, "this folder does not say which run made it", name, "name a run: see `tacq runs list`"};
    }
    TACQ_TRY(const RunInfo found, findRunByName(*workspace, run));
    if (found.command != runKindName(RunKind::Quantize) || found.state != "done")
        return Error{ErrorCode::InvalidArgument, "run " + name + " is no finished quantize run", "RUN", "see `tacq runs list`"};
    return found;
}

}  // namespace

/// The run's own command with the step: whatever of it is still in the workspace is used, and the history holds a quantize run like any other.
Result<Json> tuneCommand(Session& session, Params& params) {
    const TuneRequest request = readRequest<TuneRequest>(params);
    TACQ_CHECK(params.finish());
    TACQ_TRY(const std::string steps, request.steps());
    TACQ_TRY(const RunInfo run, findQuantizeRun(session, request.run));
    TACQ_TRY(Json options, parseJson(run.optionsJson, "run " + request.run));
    if (!options.is_object()) return Error{ErrorCode::InvalidFile, "the record of this run is damaged", "run " + request.run, "quantize again"};
    options["out"] = escapeBytes(request.out);
    options["steps"] = steps;
    if (!request.format.empty()) options["format"] = request.format;
    options.erase("force");
    if (request.force) options["force"] = true;
    options.erase("noVerify");   // how the run was asked for says nothing of this file
    if (!request.verify) options["noVerify"] = true;
    TACQ_TRY(const std::string text, runCommand("quantize", dumpJson(options), session.environment(), session.context()));
    TACQ_TRY(Json result, parseJson(text, "result"));
    result.erase("command");
    // The step's own figures where scripts look for them.
    if (result.contains("steps") && result.at("steps").is_array() && !result.at("steps").empty())
        for (const char* member : {"epochs", "best", "trained"}) result[member] = result.at("steps").front().at("figures").at(member);
    return result;
}

}  // namespace tacq

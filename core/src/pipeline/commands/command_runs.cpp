#include <map>
#include <optional>
#include <set>
#include <utility>

#include "command/request_io.h"
#include "pipeline/commands/command_list.h"
#include "pipeline/requests/source.h"
#include "tacq/base/byte_text.h"

namespace tacq {
namespace {

Json parsedOr(const std::string& text) {
    auto parsed = parseJson(text.empty() ? "null" : text, "run");
    return parsed.ok() ? std::move(parsed).value() : Json();
}

Json measurementsJson(const RunInfo& run) {
    Json list = Json::array();
    for (const Measurement& m : run.measurements) list.push_back(parsedOr(measurementToJson(m)));
    return list;
}

void addLabel(const RunLabel& label, Json& object) {
    if (!label.name.empty()) object["name"] = label.name;
    if (!label.note.empty()) object["note"] = label.note;
    if (!label.tags.empty()) object["tags"] = label.tags;
}

Json runJson(const RunInfo& run, bool whole) {
    Json object{{"id", run.id},
                {"key", run.key},
                {"command", run.command},
                {"commandLine", run.commandLine},
                {"model", run.modelName},
                {"task", run.taskName},
                {"state", run.state},
                {"error", run.error},
                {"started", run.started},
                {"finished", run.finished},
                {"metrics", figuresByName(run)},
                {"measurements", measurementsJson(run)},
                {"options", parsedOr(run.optionsJson)}};
    addLabel(run.label, object);
    if (whole) object["result"] = parsedOr(run.resultJson);
    return object;
}

/// The result without its list of tensors: what a table of runs is made from.
Json resultForTable(const RunInfo& run) {
    Json result = parsedOr(run.resultJson);
    if (result.is_object()) result.erase("perTensor");
    return result;
}

/// Plain members of an object, nested ones as `a.b`.
void flatten(const Json& value, const std::string& prefix, std::map<std::string, std::string>& into) {
    if (value.is_object()) {
        for (const auto& [key, member] : value.items()) flatten(member, prefix.empty() ? key : prefix + "." + key, into);
    } else if (!value.is_array() && !value.is_null()) {
        into[prefix] = value.is_string() ? value.get<std::string>() : dumpJson(value);
    }
}

std::string runName(Params& params) {
    std::string name;
    RequestReader(params).run(name);
    return name;
}

}  // namespace

Result<Json> runsListCommand(Session& session, Params& params) {
    const std::int64_t limit = params.integer("limit");
    const bool results = params.flag("results");
    TACQ_CHECK(params.finish());
    TACQ_TRY(const Workspace* workspace, session.workspaceToRead());
    TACQ_TRY(const std::vector<RunInfo> runs, workspace->runs(RunDetail::Overview, limit));
    Json list = Json::array();
    for (const RunInfo& run : runs) {
        list.push_back(runJson(run, false));
        if (!results) continue;
        // One at a time: what is left of a result is small.
        TACQ_TRY(const RunInfo whole, workspace->run(run.id));
        list.back()["result"] = resultForTable(whole);
        TACQ_CHECK(session.context().checkpoint());
    }
    return Json{{"runs", std::move(list)}};
}

Result<Json> runsShowCommand(Session& session, Params& params) {
    const std::string name = runName(params);
    TACQ_CHECK(params.finish());
    TACQ_TRY(const Workspace* workspace, session.workspaceToRead());
    TACQ_TRY(const RunInfo run, findRunByName(*workspace, name));
    return Json{{"runs", Json::array({runJson(run, true)})}};
}

Result<Json> runsDiffCommand(Session& session, Params& params) {
    const std::vector<std::string> names = params.texts("runs");
    if (names.size() < 2) params.fail({ErrorCode::InvalidArgument, "two runs or more are required", "--runs", "see `tacq runs list`"});
    TACQ_CHECK(params.finish());
    TACQ_TRY(const Workspace* workspace, session.workspaceToRead());
    Json runs = Json::array();
    std::vector<std::map<std::string, std::string>> values;
    std::set<std::string> keys;
    for (const std::string& name : names) {
        TACQ_TRY(const RunInfo run, findRunByName(*workspace, name));
        const Json object = runJson(run, true);
        runs.push_back(object);
        auto& flat = values.emplace_back();
        for (const char* part : {"command", "model", "task", "options", "metrics", "result"}) flatten(object.at(part), part, flat);
        for (const auto& [key, value] : flat) keys.insert(key);
    }
    Json differences = Json::array();
    for (const std::string& key : keys) {
        std::set<std::string> distinct;
        Json row = Json::array();
        for (const auto& flat : values) {
            const auto found = flat.find(key);
            distinct.insert(found == flat.end() ? std::string("\x01") : found->second);
            row.push_back(found == flat.end() ? Json() : Json(found->second));
        }
        if (distinct.size() > 1) differences.push_back({{"name", key}, {"values", row}});
    }
    return Json{{"runs", runs}, {"differences", differences}};
}

Result<Json> runsRerunCommand(Session& session, Params& params) {
    const RerunRequest request = readRequest<RerunRequest>(params);
    TACQ_CHECK(params.finish());
    TACQ_TRY(const Workspace* workspace, session.workspace());
    TACQ_TRY(const RunInfo run, findRunByName(*workspace, request.run));
    TACQ_TRY(Json options, parseJson(run.optionsJson, "run " + request.run));
    if (!request.out.empty()) options["out"] = escapeBytes(request.out);
    if (request.force) options["force"] = true;
    TACQ_TRY(const std::string result, runCommand(run.command, dumpJson(options), session.environment(), session.context()));
    return parseJson(result, "result");
}

Result<Json> runsLabelCommand(Session& session, Params& params) {
    const std::string name = runName(params);
    const auto given = [&params](const char* key) {
        std::string text = params.text(key);
        return params.has(key) ? std::optional(std::move(text)) : std::nullopt;
    };
    const auto called = given("name"), note = given("note"), tags = given("tags");
    TACQ_CHECK(params.finish());
    if (!called && !note && !tags) return Error{ErrorCode::InvalidArgument, "give --name, --note or --tags", "--name", "an empty one takes away what was there"};
    TACQ_TRY(const Workspace* workspace, session.workspace());
    TACQ_TRY(const RunInfo run, findRunByName(*workspace, name));
    RunLabel label = run.label;
    if (called) label.name = *called;
    if (note) label.note = *note;
    if (tags) label.tags = splitTags(*tags);
    TACQ_CHECK(workspace->labelRun(run.id, label));
    TACQ_TRY(const RunInfo labelled, workspace->run(run.id));
    return Json{{"runs", Json::array({runJson(labelled, false)})}};
}

Result<Json> runsDeleteCommand(Session& session, Params& params) {
    const std::vector<std::string> names = params.texts("runs");
    if (names.empty()) params.fail({ErrorCode::InvalidArgument, "name one run or more", "--runs", "see `tacq runs list`"});
    TACQ_CHECK(params.finish());
    TACQ_TRY(const Workspace* workspace, session.workspace());
    std::vector<std::int64_t> ids;
    for (const std::string& name : names) {
        TACQ_TRY(const RunInfo run, findRunByName(*workspace, name));
        ids.push_back(run.id);
    }
    TACQ_CHECK(workspace->removeRuns(ids));
    return Json{{"deleted", ids}};
}

Result<Json> runsCommandCommand(Session& session, Params& params) {
    const std::string name = runName(params);
    TACQ_CHECK(params.finish());
    TACQ_TRY(const Workspace* workspace, session.workspaceToRead());
    TACQ_TRY(const RunInfo run, findRunByName(*workspace, name));
    return Json{{"runs", Json::array({runJson(run, false)})}, {"commandLine", run.commandLine}};
}

}  // namespace tacq

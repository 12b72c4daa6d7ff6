#include "tacq/protocol/serve.h"

#include <string>

#include "protocol/hello.h"
#include "protocol/job_queue.h"

namespace tacq {
namespace {

constexpr std::size_t kLongestRequest = 64u << 20;

Result<Json> readRequest(const std::string& line) {
    if (line.size() > kLongestRequest) return Error{ErrorCode::InvalidArgument, "the request is too long", "", ""};
    auto parsed = parseJson(line, "request");
    const auto wrong = [](const std::string& what) { return Error{ErrorCode::InvalidArgument, what, "request", "send {\"id\":1,\"method\":\"…\",\"params\":{…}}"}; };
    if (!parsed.ok()) return wrong(parsed.error().message);
    const Json& request = parsed.value();
    if (!request.is_object() || !request.contains("id") || !(request.at("id").is_number_integer() || request.at("id").is_string()))
        return wrong("a request is an object with an `id`");
    if (!request.contains("method") || !request.at("method").is_string()) return wrong("a request names its `method`");
    if (request.contains("params") && !request.at("params").is_object()) return wrong("`params` must be an object");
    return parsed;
}

enum class Next { GoOn, Leave };

Next answer(const Json& request, JobQueue& queue, LineWriter& writer, const CommandEnvironment& environment) {
    const Json& id = request.at("id");
    const auto method = request.at("method").get<std::string>();
    const Json params = request.contains("params") ? request.at("params") : Json::object();
    const auto reply = [&](const Json& result) { writer.send({{"id", id}, {"result", result}}); };
    if (method == "hello") reply(helloJson(environment, params));
    else if (method == "ping") reply(Json::object());
    else if (method == "jobs") reply({{"jobs", queue.jobs()}});
    else if (method == "cancel") reply({{"cancelled", params.contains("id") && queue.cancel(params.at("id"))}});
    else if (method == "shutdown") {
        reply(Json::object());
        return Next::Leave;
    } else if (auto submitted = queue.submit(id, method, params); !submitted.ok()) {
        writer.send({{"id", id}, {"error", errorJson(submitted.error())}});
    }
    return Next::GoOn;
}

}  // namespace

Result<void> serve(std::istream& in, std::ostream& out, const CommandEnvironment& environment) {
    LineWriter writer(out);
    JobQueue queue(environment, writer);
    for (std::string line; std::getline(in, line);) {
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        auto request = readRequest(line);
        if (!request.ok()) writer.send({{"error", errorJson(request.error())}});
        else if (answer(request.value(), queue, writer, environment) == Next::Leave) break;
    }
    return {};
}

}  // namespace tacq

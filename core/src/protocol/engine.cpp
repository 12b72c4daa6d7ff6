#include "protocol/engine.h"

#include "base/mapped_guard.h"
#include "protocol/hello.h"
#include "protocol/pause.h"
#include "tacq/command/command_line.h"
#include "tacq/store/workspace.h"

namespace tacq {
namespace {

constexpr JsonLimits kRequestLimits{32, 1'000'000};  // a recipe names every tensor of a large model, and no request is longer
constexpr auto kWatch = std::chrono::milliseconds(500);

bool hasId(const Json& request) {
    return request.is_object() && request.contains("id") && (request.at("id").is_number_integer() || request.at("id").is_string());
}

Result<Json> readRequest(const std::string& line) {
    if (line.size() > Engine::kLongestRequest) return Error{ErrorCode::InvalidArgument, "the request is too long", "", ""};
    auto parsed = parseJson(line, "request", kRequestLimits);
    const auto wrong = [](const std::string& what) { return Error{ErrorCode::InvalidArgument, what, "request", "send {\"id\":1,\"method\":\"…\",\"params\":{…}}"}; };
    if (!parsed.ok()) return wrong(parsed.error().message);
    const Json& request = parsed.value();
    if (!hasId(request)) return wrong("a request is an object with an `id`");
    if (!request.contains("method") || !request.at("method").is_string()) return wrong("a request names its `method`");
    if (request.contains("params") && !request.at("params").is_object()) return wrong("`params` must be an object");
    if (request.contains("token") && !request.at("token").is_string()) return wrong("`token` must be a text");
    return parsed;
}

Json warningJson(const Json& id, const std::string& text) {
    Json line = eventJson(id, "log");
    line.update({{"level", "warning"}, {"text", text}});
    return line;
}

/// What one job has checked, the next need not.
CommandEnvironment withChecks(CommandEnvironment environment) {
    if (!environment.checks) environment.checks = std::make_shared<ArtifactChecks>();
    return environment;
}

}  // namespace

bool isQuick(const std::string& method, const Json& params) { return method == "fetch" || method == "put" || isQuickCommand(method, dumpJson(params)); }

Engine::Engine(const CommandEnvironment& environment, std::ostream& out)
    : m_environment(withChecks(environment)),
      m_workspace(environment.workspace.empty() ? Workspace::defaultFolder() : environment.workspace),
      m_writer(out),
      m_files(m_workspace, m_writer, *m_environment.checks),
      m_followers(Journal::folderOf(m_workspace), m_writer),
      m_heavy(m_environment, m_writer, [this](const auto& request, const auto& e, const auto& context) { return perform(request, e, context); }),
      m_quick(m_environment, m_writer, [this](const auto& request, const auto& e, const auto& context) { return perform(request, e, context); }),
      m_watcher([this](const std::stop_token& stop) { watch(stop); }) {}

Engine::~Engine() = default;

Result<std::string> Engine::perform(const JobRequest& request, const CommandEnvironment& environment, const RunContext& context) {
    const MappedJob job;
    try {
        if (request.method != "fetch" && request.method != "put") return runCommand(request.method, dumpJson(request.params), environment, context);
        auto outcome = request.method == "fetch" ? m_files.fetch(request.id, request.params, context) : m_files.put(request.params);
        if (!outcome.ok()) return outcome.error();
        return dumpJson(outcome.value());
    } catch (const std::exception& failure) {
        return Error{ErrorCode::Internal, failure.what(), request.method, "this is a defect: please report it"};
    }
}

bool Engine::answer(const std::string& line) {
    auto request = readRequest(line);
    if (request.ok()) return answer(request.value(), line.size());
    Json reply{{"error", errorJson(request.error())}};
    // Whoever sent an id waits for an answer to it, however wrong the rest is.
    if (line.size() <= kLongestRequest)
        if (const auto parsed = parseJson(line, "request", kRequestLimits); parsed.ok() && hasId(parsed.value())) reply = Json{{"id", parsed.value().at("id")}, {"error", errorJson(request.error())}};
    m_writer.send(reply);
    return true;
}

bool Engine::answer(const Json& request, std::size_t bytes) {
    const Json& id = request.at("id");
    const auto method = request.at("method").get<std::string>();
    const Json params = request.contains("params") ? request.at("params") : Json::object();
    const auto reply = [&](const Json& result) { m_writer.send({{"id", id}, {"result", result}}); };
    if (method == "hello") reply(hello(params));
    else if (method == "ping") reply(Json::object());
    else if (method == "jobs") reply({{"jobs", jobs()}});
    else if (method == "cancel") reply({{"cancelled", params.contains("id") && cancel(params.at("id"))}});
    else if (method == "acknowledge") {
        if (const std::string token = textOf(params, "token"); Journal::checkToken(token).ok()) Journal::remove(Journal::folderOf(m_workspace), token);
        reply(Json::object());
    } else if (method == "shutdown") {
        reply(Json::object());
        m_followers.cancelAll();
        // Both before either is joined: a long job in one must not wait for the other's end.
        m_quick.close();
        m_heavy.close();
        return false;
    } else {
        submit(request, method, params, bytes);
    }
    return true;
}

void Engine::submit(const Json& request, const std::string& method, const Json& params, std::size_t bytes) {
    JobRequest job;
    job.id = request.at("id");
    const auto refuse = [&](const Error& error) { m_writer.send(endJson(job.id, error)); };
    if (m_heavy.has(job.id) || m_quick.has(job.id) || m_followers.has(job.id))
        return refuse({ErrorCode::InvalidArgument, "a job with this id is not finished", dumpJson(job.id), "use a new id for each request"});
    if (method == "fetch" && request.contains("token"))
        return refuse({ErrorCode::InvalidArgument, "a fetch takes no `token`: its frames are not kept for whoever comes back", "token", "fetch again"});
    if ((method == "fetch" || method == "put") && params.contains("workspace"))
        return refuse({ErrorCode::InvalidArgument, "files come from and go to the engine's own workspace", "workspace", "start the engine with --workspace"});
    if (method == "attach") return m_followers.attach(job.id, textOf(params, "token"));
    JobQueue& queue = isQuick(method, params) ? m_quick : m_heavy;
    if (const auto room = queue.roomFor(bytes); !room.ok()) return refuse(room.error());
    if (request.contains("token")) {
        auto journal = Journal::begin(Journal::folderOf(m_workspace), request.at("token").get<std::string>());
        if (journal.ok()) job.journal = std::move(journal).value();
        else if (journal.error().code == ErrorCode::InvalidArgument || journal.error().code == ErrorCode::Busy) return refuse(journal.error());
        else m_writer.send(warningJson(job.id, "this job cannot be found again after a lost connection: " + formatError(journal.error())));
    }
    job.method = method;
    job.params = params;
    job.bytes = bytes;
    queue.submit(std::move(job));
}

bool Engine::cancel(const Json& id) { return m_heavy.cancel(id) || m_quick.cancel(id) || m_followers.cancel(id); }

Json Engine::jobs() const {
    Json list = Json::array();
    m_heavy.listJobs(list);
    m_quick.listJobs(list);
    m_followers.listJobs(list);
    return list;
}

Json Engine::hello(const Json& params) {
    const bool shared = !params.contains("witness") || witnessed(params.at("witness"));
    m_files.setShared(shared);
    return helloJson(m_environment, m_workspace, shared);
}

void Engine::watch(const std::stop_token& stop) {
    while (pauseFor(stop, kWatch)) {
        m_heavy.cancelAsked();
        m_quick.cancelAsked();
    }
}

void Engine::finish() {
    m_heavy.drain();
    m_quick.drain();
}

}  // namespace tacq

#include "protocol/job_queue.h"

#include <algorithm>

#include "protocol/progress_gate.h"

namespace tacq {
namespace {

Json event(const Json& id, const char* name) { return {{"id", id}, {"event", name}}; }

Json cancelledJson() { return errorJson({ErrorCode::Cancelled, "cancelled before it began", "", ""}); }

Json progressJson(const Json& id, const Progress& step, const ProgressMeter::Reading& reading) {
    Json object = event(id, "progress");
    object.update({{"stage", step.stage},
                   {"done", step.done},
                   {"total", step.total},
                   {"unit", step.unit},
                   {"detail", step.detail},
                   {"value", step.value},
                   {"fraction", reading.fraction},
                   {"rate", reading.ratePerSecond},
                   {"secondsLeft", reading.secondsLeft}});
    return object;
}

}  // namespace

JobQueue::JobQueue(CommandEnvironment environment, LineWriter& writer) : m_environment(std::move(environment)), m_writer(writer), m_worker([this] { work(); }) {}

JobQueue::~JobQueue() {
    std::deque<std::shared_ptr<Job>> dropped;
    {
        const std::scoped_lock lock(m_mutex);
        m_closing = true;
        dropped.swap(m_waiting);
        if (m_running) m_running->stop.request_stop();
    }
    m_changed.notify_all();
    m_worker.join();
    for (const auto& job : dropped) m_writer.send({{"id", job->id}, {"error", cancelledJson()}});
}

Result<void> JobQueue::submit(const Json& id, const std::string& method, const Json& params) {
    {
        const std::scoped_lock lock(m_mutex);
        const auto taken = [&](const std::shared_ptr<Job>& job) { return job && job->id == id; };
        if (taken(m_running) || std::any_of(m_waiting.begin(), m_waiting.end(), taken))
            return Error{ErrorCode::InvalidArgument, "a job with this id is not finished", dumpJson(id), "use a new id for each request"};
        auto job = std::make_shared<Job>();
        job->id = id;
        job->method = method;
        job->params = dumpJson(params);
        m_waiting.push_back(std::move(job));
        // Inside the lock, so that `queued` comes before the worker's `started`.
        m_writer.send(event(id, "queued"));
    }
    m_changed.notify_all();
    return {};
}

bool JobQueue::cancel(const Json& id) {
    std::shared_ptr<Job> waiting;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_running && m_running->id == id) {
            m_running->stop.request_stop();
            return true;
        }
        const auto found = std::find_if(m_waiting.begin(), m_waiting.end(), [&](const auto& job) { return job->id == id; });
        if (found == m_waiting.end()) return false;
        waiting = *found;
        m_waiting.erase(found);
    }
    m_writer.send({{"id", waiting->id}, {"error", cancelledJson()}});
    return true;
}

Json JobQueue::jobs() const {
    const std::scoped_lock lock(m_mutex);
    Json list = Json::array();
    if (m_running) list.push_back({{"id", m_running->id}, {"method", m_running->method}, {"state", m_running->stop.stop_requested() ? "cancelling" : "running"}});
    for (const auto& job : m_waiting) list.push_back({{"id", job->id}, {"method", job->method}, {"state", "queued"}});
    return list;
}

void JobQueue::work() {
    for (;;) {
        std::shared_ptr<Job> job;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_closing || !m_waiting.empty(); });
            if (m_closing) return;
            job = m_waiting.front();
            m_waiting.pop_front();
            m_running = job;
        }
        run(*job);
    }
}

void JobQueue::run(Job& job) {
    m_writer.send(event(job.id, "started"));
    ProgressGate gate([&](const Progress& step, const ProgressMeter::Reading& reading) { m_writer.send(progressJson(job.id, step, reading)); });
    RunContext context;
    context.stop = job.stop.get_token();
    context.progress = [&gate](const Progress& step) { gate.report(step); };
    context.log = [&](LogLevel level, const std::string& text) {
        Json line = event(job.id, "log");
        line.update({{"level", level == LogLevel::Warning ? "warning" : "info"}, {"text", text}});
        m_writer.send(line);
    };
    CommandEnvironment environment = m_environment;
    environment.onArtifact = [&](const std::string& key, const std::string& kind) {
        Json line = event(job.id, "artifact");
        line.update({{"key", key}, {"kind", kind}});
        m_writer.send(line);
    };
    environment.onText = [&](const std::string& text) {
        Json line = event(job.id, "text");
        line["text"] = text;
        m_writer.send(line);
    };
    const auto result = runCommand(job.method, job.params, environment, context);
    gate.flush();
    {
        // Before the answer: who reads it may send the same id again.
        const std::scoped_lock lock(m_mutex);
        m_running.reset();
    }
    if (result.ok()) m_writer.send({{"id", job.id}, {"result", Json::parse(result.value())}});
    else m_writer.send({{"id", job.id}, {"error", errorJson(result.error())}});
}

}  // namespace tacq

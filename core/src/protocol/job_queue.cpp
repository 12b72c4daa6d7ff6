#include "protocol/job_queue.h"

#include <algorithm>

#include "protocol/progress_gate.h"

namespace tacq {
namespace {

const Error kNeverBegan{ErrorCode::Cancelled, "cancelled before it began", "", ""};

Json progressJson(const Json& id, const Progress& step, const ProgressMeter::Reading& reading) {
    Json object = eventJson(id, "progress");
    object.update({{"stage", stageName(step.stage)},
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

JobQueue::JobQueue(CommandEnvironment environment, LineWriter& writer, Work work)
    : m_environment(std::move(environment)), m_writer(writer), m_work(std::move(work)), m_worker([this] { this->work(); }) {}

JobQueue::~JobQueue() {
    close();
    m_worker.join();
}

void JobQueue::close() {
    std::deque<JobPointer> dropped;
    {
        const std::scoped_lock lock(m_mutex);
        m_closing = true;
        dropped.swap(m_waiting);
        if (m_running) m_running->stop.request_stop();
    }
    m_changed.notify_all();
    for (const JobPointer& job : dropped) end(*job, dumpJson(endJson(job->request.id, kNeverBegan)));
}

bool JobQueue::has(const Json& id) const {
    const std::scoped_lock lock(m_mutex);
    const auto same = [&](const JobPointer& job) { return job && job->request.id == id; };
    return same(m_running) || std::any_of(m_waiting.begin(), m_waiting.end(), same);
}

Result<void> JobQueue::roomFor(std::size_t bytes) const {
    const std::scoped_lock lock(m_mutex);
    for (const JobPointer& job : m_waiting) bytes += job->request.bytes;
    // One that nothing waits before is taken whatever its size: it is no longer than a request may be.
    if (m_waiting.empty() || (m_waiting.size() < kMostWaiting && bytes <= kMostWaitingBytes)) return {};
    return Error{ErrorCode::Busy, "too many jobs are waiting", "", "send it again when some of them have ended"};
}

void JobQueue::submit(JobRequest request) {
    {
        const std::scoped_lock lock(m_mutex);
        auto job = std::make_shared<Job>();
        job->request = std::move(request);
        m_waiting.push_back(job);
        // Inside the lock, so that `queued` comes before the worker's `started`.
        tell(*job, eventJson(job->request.id, "queued"));
    }
    m_changed.notify_all();
}

bool JobQueue::cancel(const Json& id) {
    JobPointer waiting;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_running && m_running->request.id == id) {
            m_running->stop.request_stop();
            return true;
        }
        const auto found = std::find_if(m_waiting.begin(), m_waiting.end(), [&](const JobPointer& job) { return job->request.id == id; });
        if (found == m_waiting.end()) return false;
        waiting = *found;
        m_waiting.erase(found);
    }
    m_changed.notify_all();
    end(*waiting, dumpJson(endJson(id, kNeverBegan)));
    return true;
}

void JobQueue::listJobs(Json& list) const {
    const std::scoped_lock lock(m_mutex);
    const auto add = [&list](const Job& job, const char* state) { list.push_back({{"id", job.request.id}, {"method", job.request.method}, {"state", state}}); };
    if (m_running) add(*m_running, m_running->stop.stop_requested() ? "cancelling" : "running");
    for (const JobPointer& job : m_waiting) add(*job, "queued");
}

void JobQueue::cancelAsked() {
    std::vector<Json> asked;
    {
        const std::scoped_lock lock(m_mutex);
        const auto look = [&asked](const JobPointer& job) {
            if (job && job->request.journal && job->request.journal->stopAsked()) asked.push_back(job->request.id);
        };
        look(m_running);
        std::for_each(m_waiting.begin(), m_waiting.end(), look);
    }
    for (const Json& id : asked) cancel(id);
}

void JobQueue::drain() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_waiting.empty() && !m_running; });
}

void JobQueue::work() {
    for (;;) {
        JobPointer job;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_closing || !m_waiting.empty(); });
            if (m_closing) return;
            job = m_waiting.front();
            m_waiting.pop_front();
            m_running = job;
        }
        run(*job);
        m_changed.notify_all();
    }
}

void JobQueue::tell(Job& job, const Json& line) {
    if (job.request.journal) job.request.journal->write(line);
    m_writer.send(line);
}

void JobQueue::end(Job& job, const std::string& line) {
    // The journal is let go first: who reads the end may ask for its removal.
    if (job.request.journal) job.request.journal->writeLine(line);
    job.request.journal.reset();
    m_writer.sendLine(line);
}

RunContext JobQueue::contextOf(Job& job, ProgressGate& gate) {
    RunContext context;
    context.stop = job.stop.get_token();
    context.progress = [&gate](const Progress& step) { gate.report(step); };
    context.log = [this, &job](LogLevel level, const std::string& text) {
        Json line = eventJson(job.request.id, "log");
        line.update({{"level", level == LogLevel::Warning ? "warning" : "info"}, {"text", text}});
        tell(job, line);
    };
    return context;
}

CommandEnvironment JobQueue::environmentOf(Job& job) {
    CommandEnvironment environment = m_environment;
    environment.onArtifact = [this, &job](const std::string& key, const std::string& kind) {
        Json line = eventJson(job.request.id, "artifact");
        line.update({{"key", key}, {"kind", kind}});
        tell(job, line);
    };
    environment.onText = [this, &job](const std::string& text, std::optional<double> kl) {
        Json line = eventJson(job.request.id, "text");
        line["text"] = text;
        if (kl) line["kl"] = *kl;
        tell(job, line);
    };
    return environment;
}

void JobQueue::run(Job& job) {
    tell(job, eventJson(job.request.id, "started"));
    ProgressGate gate([&](const Progress& step, const ProgressMeter::Reading& reading) { tell(job, progressJson(job.request.id, step, reading)); });
    const auto result = m_work(job.request, environmentOf(job), contextOf(job, gate));
    gate.flush();
    {
        // Before the answer: who reads it may send the same id again.
        const std::scoped_lock lock(m_mutex);
        m_running.reset();
    }
    // A result may be megabytes: it is JSON already, and goes out as it came.
    end(job, result.ok() ? "{\"id\":" + dumpJson(job.request.id) + ",\"result\":" + result.value() + "}" : dumpJson(endJson(job.request.id, result.error())));
}

}  // namespace tacq

#pragma once
// Private to the protocol: jobs one after another on one worker thread.
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "protocol/journal.h"
#include "protocol/line_writer.h"
#include "tacq/pipeline/commands.h"

namespace tacq {

/// What is asked for, as it came over the wire.
struct JobRequest {
    Json id;
    std::string method;
    Json params;
    std::unique_ptr<Journal> journal;   ///< may be empty: nobody will look for this job from elsewhere
    std::size_t bytes = 0;              ///< of the line it came in
};

class ProgressGate;

class JobQueue {
public:
    /// Does a job's work and returns its result as JSON text.
    using Work = std::function<Result<std::string>(const JobRequest&, const CommandEnvironment&, const RunContext&)>;

    /// Jobs that may wait, and the bytes of their requests.
    static constexpr std::size_t kMostWaiting = 1000, kMostWaitingBytes = std::size_t{512} << 20;

    /// Throws std::system_error where no thread can be made.
    JobQueue(CommandEnvironment environment, LineWriter& writer, Work work);
    /// Cancels what runs, drops what waits (each ends with `cancelled`), joins the worker.
    ~JobQueue();

    bool has(const Json& id) const;
    /// Busy where no further request of that size is taken. Only submit() makes room scarcer.
    Result<void> roomFor(std::size_t bytes) const;
    void submit(JobRequest request);
    /// False if there is no such job any more. A waiting job ends at once, the running one at its next look at the stop token.
    bool cancel(const Json& id);
    /// Adds what runs and what waits to a list.
    void listJobs(Json& list) const;
    /// Cancels the jobs that someone asked to stop from another engine.
    void cancelAsked();
    /// Cancels what runs and drops what waits (each ends with `cancelled`); takes no job after.
    void close();
    /// Waits until nothing runs or waits.
    void drain();

private:
    struct Job {
        JobRequest request;
        std::stop_source stop;
    };
    using JobPointer = std::shared_ptr<Job>;
    void work();
    void run(Job& job);
    void tell(Job& job, const Json& line);
    void end(Job& job, const std::string& line);
    RunContext contextOf(Job& job, ProgressGate& gate);
    CommandEnvironment environmentOf(Job& job);

    CommandEnvironment m_environment;
    LineWriter& m_writer;
    Work m_work;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<JobPointer> m_waiting;
    JobPointer m_running;
    bool m_closing = false;
    std::thread m_worker;
};

}  // namespace tacq

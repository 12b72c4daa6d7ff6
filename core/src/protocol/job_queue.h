#pragma once
// Private to the protocol: jobs one after another on one worker thread, which owns model and device.
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

#include "protocol/line_writer.h"
#include "tacq/pipeline/commands.h"

namespace tacq {

class JobQueue {
public:
    JobQueue(CommandEnvironment environment, LineWriter& writer);
    /// Cancels what runs, drops what waits (each ends with `cancelled`), joins the worker.
    ~JobQueue();

    /// InvalidArgument if a job with this id is waiting or running.
    Result<void> submit(const Json& id, const std::string& method, const Json& params);
    /// False if there is no such job any more. A waiting job ends at once, the running one at its next look at the stop token.
    bool cancel(const Json& id);
    Json jobs() const;

private:
    struct Job {
        Json id;
        std::string method, params;
        std::stop_source stop;
    };
    void work();
    void run(Job& job);

    CommandEnvironment m_environment;
    LineWriter& m_writer;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::shared_ptr<Job>> m_waiting;
    std::shared_ptr<Job> m_running;
    bool m_closing = false;
    std::thread m_worker;
};

}  // namespace tacq

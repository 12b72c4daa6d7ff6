#pragma once
// Private to the protocol: one engine process between its input and its output.
#include <thread>

#include "protocol/file_service.h"
#include "protocol/followers.h"
#include "protocol/job_queue.h"

namespace tacq {

class Engine {
public:
    static constexpr std::size_t kLongestRequest = 160u << 20;   ///< bytes: a `put` of 64 MiB, with its line ends and quotes escaped

    /// Throws std::system_error where the system gives no threads.
    Engine(const CommandEnvironment& environment, std::ostream& out);
    /// Cancels what is left.
    ~Engine();

    /// Answers one line. False after `shutdown`.
    bool answer(const std::string& line);
    /// The input ended without `shutdown`: the other side may only have lost its connection. Waits for all jobs.
    void finish();

private:
    bool answer(const Json& request, std::size_t bytes);
    void submit(const Json& request, const std::string& method, const Json& params, std::size_t bytes);
    bool cancel(const Json& id);
    Json jobs() const;
    Json hello(const Json& params);
    Result<std::string> perform(const JobRequest& request, const CommandEnvironment& environment, const RunContext& context);
    void watch(const std::stop_token& stop);

    CommandEnvironment m_environment;
    std::filesystem::path m_workspace;
    LineWriter m_writer;
    FileService m_files;
    Followers m_followers;
    JobQueue m_heavy, m_quick;
    std::jthread m_watcher;   // last: stopped before what it looks at goes
};

/// Requests that only read and are soon done: they need not wait for a long job.
bool isQuick(const std::string& method, const Json& params);

}  // namespace tacq

#pragma once
// Private to the protocol: jobs of another engine on this workspace, told on from their journals.
#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "protocol/line_writer.h"

namespace tacq {

/// One thread looks at all journals in turn, so that following a job takes no thread that might not be had.
class Followers {
public:
    /// Jobs followed at once. Each holds a file open; a window has a handful.
    static constexpr std::size_t kMost = 64;

    /// Throws std::system_error where no thread can be made.
    Followers(std::filesystem::path folder, LineWriter& writer);
    /// Follows no more; the jobs themselves go on.
    ~Followers();

    bool has(const Json& id) const;
    /// Repeats what the job said (of progress only the last) under `id`, then what it says, up to its result or error. Ends with NotFound where
    /// the token is unknown, EngineLost where the engine that ran the job died, Busy where kMost jobs are followed already.
    void attach(const Json& id, const std::string& token);
    /// Asks the holder of the job to cancel it; its end comes as any other. False if there is no such job here.
    bool cancel(const Json& id);
    void cancelAll();
    void listJobs(Json& list) const;

private:
    struct Follower;
    using FollowerPointer = std::shared_ptr<Follower>;
    void work(const std::stop_token& stop);
    void look(const FollowerPointer& follower);
    void end(const FollowerPointer& follower, const Json& line);

    std::filesystem::path m_folder;
    LineWriter& m_writer;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_arrived;
    bool m_hasNew = false;
    std::vector<FollowerPointer> m_followers;
    std::jthread m_thread;   // last: ends before what it looks at goes
};

}  // namespace tacq

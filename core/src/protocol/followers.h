#pragma once
// Private to the protocol: jobs of another engine on this workspace, told on from their journals.
#include <filesystem>
#include <list>
#include <mutex>
#include <string>
#include <thread>

#include "protocol/line_writer.h"

namespace tacq {

class Followers {
public:
    Followers(std::filesystem::path folder, LineWriter& writer) : m_folder(std::move(folder)), m_writer(writer) {}
    /// Follows no more; the jobs themselves go on.
    ~Followers();

    bool has(const Json& id) const;
    /// Repeats what the job said (of progress only the last) under `id`, then what it says, up to its result or error. Ends with NotFound where
    /// the token is unknown, EngineLost where the engine that ran the job died.
    void attach(const Json& id, const std::string& token);
    /// Asks the holder of the job to cancel it; its end comes as any other. False if there is no such job here.
    bool cancel(const Json& id);
    void cancelAll();
    void listJobs(Json& list) const;

private:
    struct Follower {
        Json id;
        std::string token;
        bool ended = false;
        std::jthread thread;
    };
    void follow(Follower& follower, const std::stop_token& stop);

    std::filesystem::path m_folder;
    LineWriter& m_writer;
    mutable std::mutex m_mutex;
    std::list<Follower> m_followers;
};

}  // namespace tacq

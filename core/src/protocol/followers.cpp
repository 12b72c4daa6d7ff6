#include "protocol/followers.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <new>
#include <utility>

#include "protocol/journal.h"
#include "tacq/base/file_io.h"

namespace tacq {
namespace {

constexpr auto kPoll = std::chrono::milliseconds(150);

/// The lines of a journal from where the last look ended; a line that is still being written waits.
class JournalReader {
public:
    explicit JournalReader(const std::filesystem::path& file) : m_fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC)), m_failure(m_fd < 0 ? errno : 0) {}
    ~JournalReader() {
        if (m_fd >= 0) ::close(m_fd);
    }
    JournalReader(const JournalReader&) = delete;
    JournalReader& operator=(const JournalReader&) = delete;
    /// Why it could not be opened; 0: it was.
    int failure() const { return m_failure; }

    std::vector<Json> newLines() {
        std::array<char, 65536> piece;
        for (ssize_t n; (n = ::read(m_fd, piece.data(), piece.size())) > 0;) m_text.append(piece.data(), static_cast<std::size_t>(n));
        std::vector<Json> lines;
        std::size_t begin = 0;
        for (std::size_t end; (end = m_text.find('\n', begin)) != std::string::npos; begin = end + 1) {
            auto line = parseJson(std::string_view(m_text).substr(begin, end - begin), "journal");
            if (line.ok() && line.value().is_object()) lines.push_back(std::move(line).value());
        }
        m_text.erase(0, begin);
        return lines;
    }

    /// Whether the engine that writes it is alive.
    bool isHeld() const {
        if (::flock(m_fd, LOCK_SH | LOCK_NB) != 0) return true;
        ::flock(m_fd, LOCK_UN);
        return false;
    }

private:
    int m_fd, m_failure;
    std::string m_text;
};

bool isEnd(const Json& line) { return line.contains("result") || line.contains("error"); }
bool isProgress(const Json& line) { return textOf(line, "event") == "progress"; }

/// Not all of a long job's progress again: the last line says where it stands.
void keepLastProgress(std::vector<Json>& lines) {
    std::vector<Json> kept;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (!isProgress(lines[i]) || std::none_of(lines.begin() + static_cast<std::ptrdiff_t>(i) + 1, lines.end(), isProgress)) kept.push_back(std::move(lines[i]));
    lines = std::move(kept);
}

}  // namespace

struct Followers::Follower {
    Json id;
    std::string token;
    std::unique_ptr<JournalReader> journal;   ///< the thread's own
};

Followers::Followers(std::filesystem::path folder, LineWriter& writer)
    : m_folder(std::move(folder)), m_writer(writer), m_thread([this](const std::stop_token& stop) { work(stop); }) {}

Followers::~Followers() = default;

bool Followers::has(const Json& id) const {
    const std::scoped_lock lock(m_mutex);
    return std::any_of(m_followers.begin(), m_followers.end(), [&](const FollowerPointer& f) { return f->id == id; });
}

void Followers::attach(const Json& id, const std::string& token) {
    if (auto good = Journal::checkToken(token); !good.ok()) return m_writer.send(endJson(id, good.error()));
    {
        const std::scoped_lock lock(m_mutex);
        if (m_followers.size() < kMost) {
            m_followers.push_back(std::make_shared<Follower>(Follower{id, token, nullptr}));
            m_hasNew = true;
            m_arrived.notify_all();
            return;
        }
    }
    m_writer.send(endJson(id, {ErrorCode::Busy, "this engine follows " + std::to_string(kMost) + " jobs already", token, "attach again when one of them has ended"}));
}

bool Followers::cancel(const Json& id) {
    const std::scoped_lock lock(m_mutex);
    for (const FollowerPointer& follower : m_followers) {
        if (follower->id != id) continue;
        Journal::askStop(m_folder, follower->token);
        return true;
    }
    return false;
}

void Followers::cancelAll() {
    const std::scoped_lock lock(m_mutex);
    for (const FollowerPointer& follower : m_followers) Journal::askStop(m_folder, follower->token);
}

void Followers::listJobs(Json& list) const {
    const std::scoped_lock lock(m_mutex);
    for (const FollowerPointer& follower : m_followers) list.push_back({{"id", follower->id}, {"method", "attach"}, {"state", "running"}});
}

void Followers::work(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        std::vector<FollowerPointer> followers;
        {
            std::unique_lock lock(m_mutex);
            const auto hasNew = [this] { return m_hasNew; };
            if (m_followers.empty()) m_arrived.wait(lock, stop, hasNew);
            else m_arrived.wait_for(lock, stop, kPoll, hasNew);
            m_hasNew = false;
            followers = m_followers;
        }
        for (const FollowerPointer& follower : followers) {
            if (stop.stop_requested()) return;
            try {
                look(follower);
            } catch (const std::bad_alloc&) {
                end(follower, endJson(follower->id, {ErrorCode::OutOfMemory, "not enough memory for what the job said", follower->token, "close other programs, then attach again"}));
            }
        }
    }
}

void Followers::end(const FollowerPointer& follower, const Json& line) {
    {
        // Before the answer: who reads it may send the same id again.
        const std::scoped_lock lock(m_mutex);
        std::erase(m_followers, follower);
    }
    m_writer.send(line);
}

void Followers::look(const FollowerPointer& follower) {
    const bool first = !follower->journal;
    const std::filesystem::path file = Journal::fileOf(m_folder, follower->token);
    if (first) follower->journal = std::make_unique<JournalReader>(file);
    const auto fail = [&](const Error& error) { end(follower, endJson(follower->id, error)); };
    const int failure = follower->journal->failure();
    if (failure == ENOENT) return fail({ErrorCode::NotFound, "no job with this token is known here", follower->token, "send the job again"});
    if (failure != 0) return fail(systemError(failure, "cannot open the job's journal", file.string()));
    // Asked before reading: what the holder wrote before it let go is then read below.
    const bool held = follower->journal->isHeld();
    std::vector<Json> lines = follower->journal->newLines();
    if (first) keepLastProgress(lines);
    for (Json& line : lines) {
        line["id"] = follower->id;
        if (isEnd(line)) return end(follower, line);
        m_writer.send(line);
    }
    if (!held) fail({ErrorCode::EngineLost, "the engine that ran this job ended", follower->token, "send the job again"});
}

}  // namespace tacq

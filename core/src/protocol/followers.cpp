#include "protocol/followers.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "protocol/journal.h"
#include "protocol/pause.h"

namespace tacq {
namespace {

constexpr auto kPoll = std::chrono::milliseconds(150);

/// The lines of a journal from where the last look ended; a line that is still being written waits.
class JournalReader {
public:
    explicit JournalReader(const std::filesystem::path& file) : m_fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC)) {}
    ~JournalReader() {
        if (m_fd >= 0) ::close(m_fd);
    }
    JournalReader(const JournalReader&) = delete;
    JournalReader& operator=(const JournalReader&) = delete;
    bool isOpen() const { return m_fd >= 0; }

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
    int m_fd;
    std::string m_text;
};

bool isEnd(const Json& line) { return line.contains("result") || line.contains("error"); }
bool isProgress(const Json& line) { return line.value("event", "") == "progress"; }

/// Not all of a long job's progress again: the last line says where it stands.
void keepLastProgress(std::vector<Json>& lines) {
    std::vector<Json> kept;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (!isProgress(lines[i]) || std::none_of(lines.begin() + static_cast<std::ptrdiff_t>(i) + 1, lines.end(), isProgress)) kept.push_back(std::move(lines[i]));
    lines = std::move(kept);
}

}  // namespace

Followers::~Followers() {
    for (Follower& follower : m_followers) follower.thread.request_stop();
    // Each thread touches the list's members: all of them end before the list does.
    for (Follower& follower : m_followers) follower.thread.join();
}

bool Followers::has(const Json& id) const {
    const std::scoped_lock lock(m_mutex);
    return std::any_of(m_followers.begin(), m_followers.end(), [&](const Follower& f) { return !f.ended && f.id == id; });
}

void Followers::attach(const Json& id, const std::string& token) {
    if (auto good = Journal::checkToken(token); !good.ok()) return m_writer.send(endJson(id, good.error()));
    const std::scoped_lock lock(m_mutex);
    m_followers.remove_if([](const Follower& f) { return f.ended; });
    Follower& follower = m_followers.emplace_back();
    follower.id = id;
    follower.token = token;
    follower.thread = std::jthread([this, &follower](const std::stop_token& stop) { follow(follower, stop); });
}

bool Followers::cancel(const Json& id) {
    const std::scoped_lock lock(m_mutex);
    for (const Follower& follower : m_followers) {
        if (follower.ended || follower.id != id) continue;
        Journal::askStop(m_folder, follower.token);
        return true;
    }
    return false;
}

void Followers::cancelAll() {
    const std::scoped_lock lock(m_mutex);
    for (const Follower& follower : m_followers)
        if (!follower.ended) Journal::askStop(m_folder, follower.token);
}

void Followers::listJobs(Json& list) const {
    const std::scoped_lock lock(m_mutex);
    for (const Follower& follower : m_followers)
        if (!follower.ended) list.push_back({{"id", follower.id}, {"method", "attach"}, {"state", "running"}});
}

void Followers::follow(Follower& follower, const std::stop_token& stop) {
    const auto end = [&](const Json& line) {
        {
            // Before the answer: who reads it may send the same id again.
            const std::scoped_lock lock(m_mutex);
            follower.ended = true;
        }
        m_writer.send(line);
    };
    JournalReader journal(Journal::fileOf(m_folder, follower.token));
    if (!journal.isOpen()) return end(endJson(follower.id, {ErrorCode::NotFound, "no job with this token is known here", follower.token, "send the job again"}));
    for (bool first = true; !stop.stop_requested(); first = false) {
        // Asked before reading: what the holder wrote before it let go is then read below.
        const bool held = journal.isHeld();
        std::vector<Json> lines = journal.newLines();
        if (first) keepLastProgress(lines);
        for (Json& line : lines) {
            line["id"] = follower.id;
            if (isEnd(line)) return end(line);
            m_writer.send(line);
        }
        if (!held) return end(endJson(follower.id, {ErrorCode::EngineLost, "the engine that ran this job ended", follower.token, "send the job again"}));
        pauseFor(stop, kPoll);
    }
}

}  // namespace tacq

#include "protocol/journal.h"

#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <utility>

#include "store/file_lock.h"
#include "tacq/base/file_io.h"

namespace tacq {
namespace fs = std::filesystem;
namespace {

constexpr auto kProgressInterval = std::chrono::seconds(1);

fs::path stopFile(const fs::path& folder, const std::string& token) { return folder / (token + ".stop"); }

void removeIfEnded(const fs::path& folder, const std::string& token) {
    const fs::path file = Journal::fileOf(folder, token);
    std::error_code ec;
    if (!fs::exists(file, ec)) return;
    const auto lock = FileLock::tryLock(file, LockMode::Exclusive);
    if (!lock.ok() || !lock.value()) return;
    fs::remove(file, ec);
    fs::remove(stopFile(folder, token), ec);
}

void removeOld(const fs::path& folder) {
    std::error_code ec;
    const auto oldest = fs::file_time_type::clock::now() - Journal::kKept;
    // Not a range-for: its step throws where another engine removes a file meanwhile.
    for (fs::directory_iterator it(folder, ec), last; !ec && it != last; it.increment(ec)) {
        std::error_code gone;
        const auto written = it->last_write_time(gone);
        if (!gone && written < oldest && it->path().extension() == ".jsonl") removeIfEnded(folder, it->path().stem().string());
    }
}

}  // namespace

Result<void> Journal::checkToken(const std::string& token) {
    const bool good = token.size() >= 8 && token.size() <= 64 &&
                      std::all_of(token.begin(), token.end(), [](unsigned char c) { return c < 128 && (std::isalnum(c) != 0 || c == '-'); });
    if (good) return {};
    return Error{ErrorCode::InvalidArgument, "a token is 8 to 64 letters, digits or dashes", "token", ""};
}

Result<std::unique_ptr<Journal>> Journal::begin(const fs::path& folder, const std::string& token) {
    TACQ_CHECK(checkToken(token));
    std::error_code ec;
    fs::create_directories(folder, ec);
    if (ec) return systemError(ec.value(), "cannot create folder", folder.string());
    removeOld(folder);
    TACQ_TRY(std::optional<FileLock> lock, FileLock::tryLock(fileOf(folder, token), LockMode::Exclusive));
    if (!lock) return Error{ErrorCode::Busy, "the job with this token is not finished", token, "attach to it"};
    fs::remove(stopFile(folder, token), ec);
    const int fd = lock->take();
    std::unique_ptr<Journal> journal(new Journal(folder, token, fd));
    if (::ftruncate(fd, 0) != 0) return systemError(errno, "cannot write", fileOf(folder, token).string());
    return journal;
}

void Journal::remove(const fs::path& folder, const std::string& token) { removeIfEnded(folder, token); }

void Journal::askStop(const fs::path& folder, const std::string& token) {
    // A holder that cannot be asked goes on; the one who asked sees it go on.
    static_cast<void>(writeTextAtomic(stopFile(folder, token), "").ok());
}

Journal::~Journal() { ::close(m_fd); }

bool Journal::stopAsked() const {
    std::error_code ec;
    return fs::exists(stopFile(m_folder, m_token), ec);
}

void Journal::append(const std::string& text) {
    const off_t start = ::lseek(m_fd, 0, SEEK_END);
    for (std::size_t at = 0; at < text.size();) {
        const ssize_t written = ::write(m_fd, text.data() + at, text.size() - at);
        if (written <= 0 && errno == EINTR) continue;
        if (written <= 0) {
            // A full disk must not end the job (its own files will say so), nor leave half a line for the next to run into.
            if (start >= 0) static_cast<void>(::ftruncate(m_fd, start) == 0 && ::lseek(m_fd, start, SEEK_SET) == start);
            return;
        }
        at += static_cast<std::size_t>(written);
    }
}

void Journal::writeLine(const std::string& line) {
    if (m_held) append(*std::exchange(m_held, std::nullopt));
    append(line + "\n");
}

void Journal::write(const Json& line) {
    if (line.value("event", "") != "progress") return writeLine(dumpJson(line));
    std::string text = dumpJson(line) + "\n";
    const auto now = std::chrono::steady_clock::now();
    const std::string stage = line.value("stage", "");
    if (stage != m_stage && m_held) append(*std::exchange(m_held, std::nullopt));
    if (stage == m_stage && now - m_lastProgress < kProgressInterval) {
        m_held = std::move(text);
        return;
    }
    m_held.reset();
    m_stage = stage;
    m_lastProgress = now;
    append(text);
}

}  // namespace tacq

#include "store/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "tacq/base/file_io.h"

namespace tacq {
namespace {

// A lock on a file that was removed in the meantime guards nothing: whoever comes next locks a new file of that name.
bool stillNamed(int fd, const std::filesystem::path& file) {
    struct stat held {}, named {};
    return ::fstat(fd, &held) == 0 && ::stat(file.c_str(), &named) == 0 && held.st_ino == named.st_ino && held.st_dev == named.st_dev;
}

}  // namespace

Result<std::optional<FileLock>> FileLock::tryLock(const std::filesystem::path& file, LockMode mode) {
    while (true) {
        const int fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
        if (fd < 0) return systemError(errno, "cannot open lock file", file.string());
        FileLock lock(fd);
        if (::flock(fd, (mode == LockMode::Shared ? LOCK_SH : LOCK_EX) | LOCK_NB) != 0) {
            if (errno == EINTR) continue;
            if (errno == EWOULDBLOCK) return std::optional<FileLock>();
            return systemError(errno, "cannot lock", file.string());
        }
        if (stillNamed(fd, file)) return std::optional<FileLock>(std::move(lock));
    }
}

bool FileLock::isHeld(const std::filesystem::path& file) {
    const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) return false;
    const FileLock closes(fd);
    return ::flock(fd, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

FileLock::FileLock(FileLock&& other) noexcept : m_fd(other.take()) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
    std::swap(m_fd, other.m_fd);
    return *this;
}

FileLock::~FileLock() {
    if (m_fd >= 0) ::close(m_fd);
}

int FileLock::take() { return std::exchange(m_fd, -1); }

}  // namespace tacq

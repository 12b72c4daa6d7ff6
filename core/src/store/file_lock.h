#pragma once
#include <filesystem>
#include <optional>

#include "tacq/base/result.h"

namespace tacq {

enum class LockMode { Shared, Exclusive };

/// An advisory lock on a file (flock): released when the object goes or its process dies, however it dies.
class FileLock {
public:
    /// Nothing: someone else holds it now. The file is created if missing.
    static Result<std::optional<FileLock>> tryLock(const std::filesystem::path& file, LockMode mode);
    /// Whether someone holds it now. Makes no file and asks for no right but to read: also on a read-only disk, and of another user's.
    static bool isHeld(const std::filesystem::path& file);
    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;
    ~FileLock();
    /// Gives the descriptor (and so the lock) away.
    int take();

private:
    explicit FileLock(int fd) : m_fd(fd) {}
    int m_fd = -1;
};

}  // namespace tacq

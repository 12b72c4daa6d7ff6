#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "tacq/base/result.h"

namespace tacq {

/// A read-only memory map of a whole file. Movable; unmapped on destruction. Empty files map to an empty span.
class MappedFile {
public:
    static Result<MappedFile> open(const std::filesystem::path& path);
    MappedFile() = default;
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    ~MappedFile();

    std::span<const std::byte> bytes() const { return {m_data, m_sizeBytes}; }
    const std::filesystem::path& path() const { return m_path; }
    /// Tells the kernel that a range will not be needed soon, so that it does not count as resident memory.
    void release(std::size_t offset, std::size_t sizeBytes) const;

private:
    std::filesystem::path m_path;
    const std::byte* m_data = nullptr;
    std::size_t m_sizeBytes = 0;
};

/// NotFound that names a file which this process has mapped and which shrank, or whose disk went away, while it was read: what was read of it since then is
/// zeros. Costs nothing while there is none.
Result<void> mappedFilesWhole();

/// A file that appears under its name only when complete: written to `<path>.tmp-<pid>`, fsynced, renamed by commit(),
/// directory fsynced. Destroyed without commit(): the temporary is removed and what was at `path` is untouched.
class AtomicFile {
public:
    static Result<AtomicFile> create(const std::filesystem::path& path);
    AtomicFile(AtomicFile&& other) noexcept;
    AtomicFile& operator=(AtomicFile&&) = delete;
    ~AtomicFile();

    Result<void> write(std::span<const std::byte> bytes);
    Result<void> write(std::string_view text);
    /// Writes at a position of its own; write() goes on where it was. For formats whose parts are not made in file order.
    Result<void> writeAt(std::uint64_t offset, std::span<const std::byte> bytes);
    Result<void> commit();
    std::uint64_t written() const { return m_written; }

private:
    AtomicFile() = default;
    std::filesystem::path m_path, m_temporary;
    int m_fd = -1;
    std::uint64_t m_written = 0;
};

/// Whole file as text. Refuses files above `limitBytes` (ErrorCode::InvalidFile).
Result<std::string> readText(const std::filesystem::path& path, std::uint64_t limitBytes = 1ull << 30);
Result<void> writeTextAtomic(const std::filesystem::path& path, std::string_view text);
/// rename(2) of a finished folder or file over `to` (which must not exist for folders), with fsync of the parent.
Result<void> publish(const std::filesystem::path& from, const std::filesystem::path& to);
/// errno as an Error: EACCES/EPERM/EROFS → PermissionDenied, ENOSPC/EDQUOT/EFBIG → DiskFull, ENOENT → NotFound, ENOMEM → OutOfMemory, else Io.
Error systemError(int errnoValue, std::string message, std::string context);
/// Free bytes on the file system that holds `path` (or its nearest existing parent).
std::uint64_t freeDiskBytes(const std::filesystem::path& path);
/// Whether both lie on one file system (they, or their nearest existing parents): what goes to one is gone for the other. False: not known.
bool onOneDisk(const std::filesystem::path& a, const std::filesystem::path& b);

}  // namespace tacq

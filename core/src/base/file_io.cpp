#include "tacq/base/file_io.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>
#include <utility>

#include "base/mapped_guard.h"

namespace tacq {
namespace fs = std::filesystem;

Error systemError(int errnoValue, std::string message, std::string context) {
    const std::string text = message + ": " + std::strerror(errnoValue);
    switch (errnoValue) {
        case EACCES:
        case EPERM:
        case EROFS:
            return {ErrorCode::PermissionDenied, text, std::move(context), "choose a place you may read and write"};
        case ENOSPC:
        case EDQUOT:
        case EFBIG:  // the process's own limit on file sizes (ulimit -f)
            return {ErrorCode::DiskFull, text, std::move(context), "free some space or choose another disk"};
        case ENOENT:
        case ENOTDIR:
        case ELOOP:
        case ENAMETOOLONG:
            return {ErrorCode::NotFound, text, std::move(context), "check the path"};
        case ENOMEM:
            return {ErrorCode::OutOfMemory, text, std::move(context), "close other programs or use a smaller model"};
        default:
            return {ErrorCode::Io, text, std::move(context), ""};
    }
}

namespace {

Error notRegular(mode_t mode, const fs::path& path) {
    const char* what = S_ISDIR(mode) ? "a folder" : S_ISFIFO(mode) ? "a pipe" : S_ISSOCK(mode) ? "a socket" : "a device";
    return {ErrorCode::InvalidFile, std::string("not a regular file but ") + what, path.string(), S_ISDIR(mode) ? "give a file in it" : "save what comes from it into a file, and give that"};
}

}  // namespace

Result<MappedFile> MappedFile::open(const fs::path& path) {
    // Looked at first: opening a pipe waits for a writer, and opening some devices does something. Then again, as what was opened may be another.
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0) return systemError(errno, "cannot open", path.string());
    if (!S_ISREG(info.st_mode)) return notRegular(info.st_mode, path);
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0) return systemError(errno, "cannot open", path.string());
    if (::fstat(fd, &info) != 0 || !S_ISREG(info.st_mode)) {
        ::close(fd);
        return notRegular(info.st_mode, path);
    }
    MappedFile file;
    file.m_path = path;
    file.m_sizeBytes = static_cast<std::size_t>(info.st_size);
    if (file.m_sizeBytes > 0) {
        void* data = ::mmap(nullptr, file.m_sizeBytes, PROT_READ, MAP_PRIVATE, fd, 0);
        if (data == MAP_FAILED) {
            const int code = errno;
            ::close(fd);
            return systemError(code, "cannot map into memory", path.string());
        }
        file.m_data = static_cast<const std::byte*>(data);
        guardMapped(file.bytes(), fd, path);
    }
    ::close(fd);
    return file;
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : m_path(std::move(other.m_path)),
      m_data(std::exchange(other.m_data, nullptr)),
      m_sizeBytes(std::exchange(other.m_sizeBytes, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
    std::swap(m_path, other.m_path);
    std::swap(m_data, other.m_data);
    std::swap(m_sizeBytes, other.m_sizeBytes);
    return *this;
}

MappedFile::~MappedFile() {
    if (!m_data) return;
    unguardMapped(m_data);
    ::munmap(const_cast<std::byte*>(m_data), m_sizeBytes);
}

void MappedFile::release(std::size_t offset, std::size_t sizeBytes) const {
    if (!m_data || offset >= m_sizeBytes) return;
    const std::size_t page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    const std::size_t begin = (offset + page - 1) / page * page;
    const std::size_t end = std::min(offset + sizeBytes, m_sizeBytes) / page * page;
    if (end > begin) ::madvise(const_cast<std::byte*>(m_data) + begin, end - begin, MADV_DONTNEED);
}

Result<void> mappedFilesWhole() { return checkMappedFiles(Sizes::Trust); }

Result<AtomicFile> AtomicFile::create(const fs::path& path) {
    AtomicFile file;
    file.m_path = path;
    file.m_temporary = path;
    file.m_temporary += ".tmp-" + std::to_string(::getpid());
    file.m_fd = ::open(file.m_temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file.m_fd < 0) return systemError(errno, "cannot create", path.string());
    return file;
}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : m_path(std::move(other.m_path)),
      m_temporary(std::move(other.m_temporary)),
      m_fd(std::exchange(other.m_fd, -1)),
      m_written(other.m_written) {}

AtomicFile::~AtomicFile() {
    if (m_fd < 0) return;
    ::close(m_fd);
    ::unlink(m_temporary.c_str());
}

Result<void> AtomicFile::write(std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t n = ::write(m_fd, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return systemError(errno, "cannot write", m_path.string());
        bytes = bytes.subspan(static_cast<std::size_t>(n));
        m_written += static_cast<std::uint64_t>(n);
    }
    return {};
}

Result<void> AtomicFile::writeAt(std::uint64_t offset, std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t n = ::pwrite(m_fd, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return systemError(errno, "cannot write", m_path.string());
        bytes = bytes.subspan(static_cast<std::size_t>(n));
        offset += static_cast<std::uint64_t>(n);
    }
    return {};
}

Result<void> AtomicFile::write(std::string_view text) { return write(std::as_bytes(std::span(text))); }

Result<void> AtomicFile::commit() {
    if (::fsync(m_fd) != 0) return systemError(errno, "cannot write to disk", m_path.string());
    ::close(std::exchange(m_fd, -1));
    if (auto done = publish(m_temporary, m_path); !done.ok()) {
        ::unlink(m_temporary.c_str());
        return done;
    }
    return {};
}

Result<void> publish(const fs::path& from, const fs::path& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) return systemError(errno, "cannot put in place", to.string());
    const fs::path parent = to.has_parent_path() ? to.parent_path() : fs::path(".");
    const int fd = ::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        ::fsync(fd);
        ::close(fd);
    }
    return {};
}

Result<std::string> readText(const fs::path& path, std::uint64_t limitBytes) {
    auto mapped = MappedFile::open(path);
    if (!mapped.ok()) return mapped.error();
    const auto bytes = mapped.value().bytes();
    if (bytes.size() > limitBytes)
        return Error{ErrorCode::InvalidFile, "file is larger than " + std::to_string(limitBytes) + " bytes", path.string(),
                     "check that this is the right file"};
    std::string text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    TACQ_CHECK(checkMapped(bytes));
    return text;
}

Result<void> writeTextAtomic(const fs::path& path, std::string_view text) {
    TACQ_TRY(auto file, AtomicFile::create(path));
    TACQ_CHECK(file.write(text));
    return file.commit();
}

namespace {

/// What `ask` says of the path, or of its nearest parent of which it says anything.
template <typename Ask>
auto askNearest(const fs::path& path, const Ask& ask) -> decltype(ask(path)) {
    std::error_code ec;
    for (fs::path p = fs::absolute(path, ec); !p.empty(); p = p.parent_path()) {
        if (const auto answer = ask(p)) return answer;
        if (p == p.root_path()) break;
    }
    return {};
}

std::optional<dev_t> fileSystemOf(const fs::path& path) {
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0 ? std::optional(info.st_dev) : std::nullopt;
}

}  // namespace

std::uint64_t freeDiskBytes(const fs::path& path) {
    const auto free = [](const fs::path& p) -> std::optional<std::uint64_t> {
        std::error_code ec;
        const auto info = fs::space(p, ec);
        return ec ? std::nullopt : std::optional<std::uint64_t>(info.available);
    };
    return askNearest(path, free).value_or(0);
}

bool onOneDisk(const fs::path& a, const fs::path& b) {
    const auto first = askNearest(a, fileSystemOf), second = askNearest(b, fileSystemOf);
    return first && second && *first == *second;
}

}  // namespace tacq

#pragma once
// Private to core/src: mapped files that shrink, or whose disk goes away, while they are read.
//
// Touching a page of a map that the file no longer reaches, or that cannot be read, is a SIGBUS. The handler here answers it for addresses inside
// guarded maps only: it puts zeros in place of the whole map, so that the reader goes on, and marks the file as lost. Whoever read asks
// afterwards and drops what it made. Any other SIGBUS goes to the handler that was there before, or ends the process as ever.
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>

#include "tacq/base/result.h"

namespace tacq {

/// Who opened a map, so that what one job lost is no other's error. While one of these lives, its thread works for that job; what it opens belongs to the
/// job and goes on doing so. Threads of no job ask about every map, and what they open concerns everybody.
class MappedJob {
public:
    enum class Id : std::uint64_t { None };
    /// A job of its own, unless the thread is at work for one already.
    MappedJob();
    explicit MappedJob(Id job);
    ~MappedJob();
    MappedJob(const MappedJob&) = delete;
    MappedJob& operator=(const MappedJob&) = delete;
    static Id current();
    static Id next();

private:
    Id m_before;
};

/// Guards a map of the file that `fd` is open on, under `path` in errors. MappedFile does it; nobody else maps files.
void guardMapped(std::span<const std::byte> map, int fd, const std::filesystem::path& path);
/// Right before the map is removed: a loss is remembered, also one that no reader stumbled on.
void unguardMapped(const std::byte* begin);

/// NotFound naming the file whose map holds this range, if it was lost or is shorter by now than the map. One stat; a range of no map is fine.
Result<void> checkMapped(std::span<const std::byte> range);
/// The same for every file that this thread's job has mapped now; `Sizes::Ask` also looks at each one's size.
enum class Sizes { Trust, Ask };
Result<void> checkMappedFiles(Sizes sizes);
/// And for those of one job, whoever asks.
Result<void> checkMappedFilesOf(MappedJob::Id job, Sizes sizes);

/// How many files were lost and unmapped so far: taken before work, so that lostSince() tells of the work's own.
std::size_t lostFileCount();
/// An error if a file of this thread's job that is mapped now, or was unmapped since, is lost.
Result<void> lostSince(std::size_t count);

}  // namespace tacq

#include "pipeline/stages/forecast.h"

#include <sys/stat.h>

#include <optional>

#include "tacq/base/file_io.h"
#include "tacq/base/number_text.h"

namespace tacq {
namespace {

/// The file system of a path or of its nearest existing parent.
std::optional<dev_t> fileSystemOf(const std::filesystem::path& path) {
    std::error_code ec;
    for (std::filesystem::path p = std::filesystem::absolute(path, ec); !p.empty(); p = p.parent_path()) {
        struct stat info {};
        if (::stat(p.c_str(), &info) == 0) return info.st_dev;
        if (p == p.root_path()) break;
    }
    return std::nullopt;
}

bool onOneDisk(const std::filesystem::path& a, const std::filesystem::path& b) {
    const auto first = fileSystemOf(a), second = fileSystemOf(b);
    return first && second && *first == *second;
}

}  // namespace

Json forecastJson(const Forecast& need) {
    return {{"memoryBytes", need.memoryBytes},
            {"workspaceBytes", need.workspaceBytes},
            {"outputBytes", need.outputBytes},
            {"flops", need.flops()}};
}

FreeRoom freeRoom(const std::filesystem::path& workspace, const std::filesystem::path& out) {
    return {availableMemoryBytes(), freeDiskBytes(workspace), freeDiskBytes(out), onOneDisk(workspace, out)};
}

Result<void> checkRoom(const Forecast& need, const FreeRoom& room, const std::filesystem::path& workspace, const std::filesystem::path& out) {
    if (room.memoryBytes > 0 && need.memoryBytes > room.memoryBytes)
        return Error{ErrorCode::OutOfMemory, "the work needs at least " + bytesText(need.memoryBytes) + " of memory and " + bytesText(room.memoryBytes) + " are free", "",
                     "close other programs, use fewer --samples or shorter --tokens, or a smaller model"};
    const auto check = [](std::uint64_t bytes, std::uint64_t free, const std::filesystem::path& place) -> Result<void> {
        if (bytes > free)
            return Error{ErrorCode::DiskFull, bytesText(bytes) + " are needed and " + bytesText(free) + " are free", place.string(),
                         "free some space (`tacq workspace gc`), or choose another folder"};
        return {};
    };
    TACQ_CHECK(check(need.workspaceBytes + (room.oneDisk ? need.outputBytes : 0), room.workspaceBytes, workspace));
    return check(need.outputBytes, room.outputBytes, out);
}

Result<void> ensureRoom(const Forecast& need, const std::filesystem::path& workspace, const std::filesystem::path& out) {
    return checkRoom(need, freeRoom(workspace, out), workspace, out);
}

}  // namespace tacq

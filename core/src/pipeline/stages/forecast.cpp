#include "pipeline/stages/forecast.h"

#include "tacq/base/file_io.h"
#include "tacq/base/number_text.h"

namespace tacq {

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

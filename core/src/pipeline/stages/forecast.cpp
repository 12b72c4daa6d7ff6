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

Result<void> ensureRoom(const Forecast& need, const std::filesystem::path& workspace, const std::filesystem::path& out) {
    const std::uint64_t memory = availableMemoryBytes();
    if (memory > 0 && need.memoryBytes > memory)
        return Error{ErrorCode::OutOfMemory, "the work needs at least " + bytesText(need.memoryBytes) + " of memory and " + bytesText(memory) + " are free", "",
                     "close other programs, use fewer --samples or shorter --tokens, or a smaller model"};
    const bool oneDisk = freeDiskBytes(workspace) == freeDiskBytes(out);
    const auto check = [](std::uint64_t bytes, const std::filesystem::path& place) -> Result<void> {
        if (const std::uint64_t free = freeDiskBytes(place); bytes > free)
            return Error{ErrorCode::DiskFull, bytesText(bytes) + " are needed and " + bytesText(free) + " are free", place.string(),
                         "free some space (`tacq workspace gc`), or choose another folder"};
        return {};
    };
    TACQ_CHECK(check(need.workspaceBytes + (oneDisk ? need.outputBytes : 0), workspace));
    return check(need.outputBytes, out);
}

}  // namespace tacq

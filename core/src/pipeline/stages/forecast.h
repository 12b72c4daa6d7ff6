#pragma once
// Private to the pipeline: what this machine has, against what a job is forecast to need (tacq/budget/forecast.h).
#include <cstdint>
#include <filesystem>

#include "base/json.h"
#include "tacq/base/result.h"
#include "tacq/budget/forecast.h"

namespace tacq {

Json forecastJson(const Forecast& need);

/// Bytes this process may still take: free and reclaimable memory, or its cgroup's limit if that is lower. 0: unknown.
std::uint64_t availableMemoryBytes();
std::uint64_t totalMemoryBytes();
/// Gives back to the system what the allocator keeps of freed blocks: after a stage that is as much as the stage had, and the next one needs
/// other sizes. Takes milliseconds.
void giveBackFreeMemory();
/// Peak resident memory of this process so far.
std::uint64_t peakResidentBytes();

/// What there is: memory as availableMemoryBytes() (0: unknown), and the disks of two places.
struct FreeRoom {
    std::uint64_t memoryBytes = 0, workspaceBytes = 0, outputBytes = 0;
    bool oneDisk = false;  ///< both places lie on one file system: what goes to one is gone for the other
};
FreeRoom freeRoom(const std::filesystem::path& workspace, const std::filesystem::path& out);
/// OutOfMemory or DiskFull with both numbers.
Result<void> checkRoom(const Forecast& need, const FreeRoom& room, const std::filesystem::path& workspace, const std::filesystem::path& out);
/// checkRoom() of what there is now, before any work.
Result<void> ensureRoom(const Forecast& need, const std::filesystem::path& workspace, const std::filesystem::path& out);

}  // namespace tacq

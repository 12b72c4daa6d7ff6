#pragma once
// Private to the pipeline: what a job will need, from bytes and floating-point operations, before it starts.
#include <cstdint>
#include <filesystem>

#include "base/json.h"
#include "tacq/base/result.h"
#include "tacq/checkpoint/checkpoint.h"

namespace tacq {

/// What the work is about, in counts.
struct WorkSize {
    std::int64_t calibrationTokens = 0;  ///< all rows together
    std::int64_t longestRow = 0;         ///< tokens
    bool gradient = false;               ///< the method needs |gradient| sums
    int passes = 0;                      ///< GPTQ passes over the model
    std::uint64_t outputBytes = 0;       ///< files in OUT, staging included
};

struct Forecast {
    std::uint64_t memoryBytes = 0;         ///< least peak resident memory: weights streamed, one block alive at a time
    std::uint64_t workspaceBytes = 0;      ///< artifacts
    std::uint64_t outputBytes = 0;
    double gradientFlops = 0, quantizeFlops = 0;
};
Forecast forecast(const Checkpoint& model, const WorkSize& work);
Json forecastJson(const Forecast& need);

/// Bytes this process may still take: free and reclaimable memory, or its cgroup's limit if that is lower. 0: unknown.
std::uint64_t availableMemoryBytes();
std::uint64_t totalMemoryBytes();
/// Peak resident memory of this process so far.
std::uint64_t peakResidentBytes();

/// OutOfMemory or DiskFull with both numbers, before any work.
Result<void> ensureRoom(const Forecast& need, const std::filesystem::path& workspace, const std::filesystem::path& out);

}  // namespace tacq

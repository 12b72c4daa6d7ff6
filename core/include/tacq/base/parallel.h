#pragma once
#include <cstddef>
#include <functional>

namespace tacq {

/// Threads used by parallelFor and by LibTorch's kernels; 0 means one per core this process may run on.
void setThreadCount(int threads);
int threadCount();

/// Calls body(begin, end) over disjoint ranges that cover [0, count), from up to threadCount() threads, and waits.
/// Ranges are multiples of `grain` (the last excepted) and depend on count, grain and threadCount() only, never on timing.
/// Exceptions thrown by body are rethrown on the calling thread. Nested calls run inline.
void parallelFor(std::size_t count, std::size_t grain, const std::function<void(std::size_t begin, std::size_t end)>& body);

}  // namespace tacq

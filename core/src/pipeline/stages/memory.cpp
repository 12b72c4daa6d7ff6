#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>

#include "pipeline/stages/forecast.h"

namespace tacq {
namespace {

/// A line `Name:   12 kB` of a /proc file, in bytes; 0 if it is not there.
std::uint64_t procField(const char* file, const std::string& name) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        if (line.rfind(name + ":", 0) != 0) continue;
        std::uint64_t kilobytes = 0;
        std::istringstream(line.substr(name.size() + 1)) >> kilobytes;
        return kilobytes * 1024;
    }
    return 0;
}

std::uint64_t numberIn(const char* file) {
    std::uint64_t value = 0;
    std::ifstream in(file);
    return in >> value ? value : 0;  // "max" is no number: no limit
}

}  // namespace

std::uint64_t totalMemoryBytes() { return static_cast<std::uint64_t>(::sysconf(_SC_PHYS_PAGES)) * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE)); }

std::uint64_t availableMemoryBytes() {
    std::uint64_t available = procField("/proc/meminfo", "MemAvailable");
    if (const std::uint64_t limit = numberIn("/sys/fs/cgroup/memory.max"); limit > 0) {
        // The group's own page cache can be dropped; what cannot is at most what it uses now.
        const std::uint64_t used = std::min(limit, numberIn("/sys/fs/cgroup/memory.current"));
        available = std::min(available, std::max(limit - used, limit / 2));
    }
    rlimit address{};
    if (::getrlimit(RLIMIT_AS, &address) == 0 && address.rlim_cur != RLIM_INFINITY) available = std::min<std::uint64_t>(available, address.rlim_cur);
    return available;
}

void giveBackFreeMemory() {
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

std::uint64_t peakResidentBytes() {
    if (const std::uint64_t peak = procField("/proc/self/status", "VmHWM"); peak > 0) return peak;
    rusage usage{};
    return ::getrusage(RUSAGE_SELF, &usage) == 0 ? static_cast<std::uint64_t>(usage.ru_maxrss) * 1024 : 0;
}

}  // namespace tacq

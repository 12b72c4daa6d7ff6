#pragma once
#include <cstddef>
#include <fstream>
#include <sstream>
#include <string>

namespace tacq::test {

/// Bytes of a file that are mapped into this process and in memory: what a mapped file adds to the process's resident size. The file is known
/// by the end of its path.
inline std::size_t residentBytesOf(const std::string& pathEnd) {
    std::ifstream maps("/proc/self/smaps");
    std::size_t bytes = 0;
    bool wanted = false;
    for (std::string line; std::getline(maps, line);) {
        if (line.find('-') < line.find(' ')) wanted = line.ends_with(pathEnd);  // "7f12-7f13 r--p … path"
        std::size_t kibibytes = 0;
        if (wanted && line.starts_with("Rss:") && std::istringstream(line.substr(4)) >> kibibytes) bytes += kibibytes * 1024;
    }
    return bytes;
}

/// Memory of this process that belongs to no file (RssAnon).
inline std::size_t anonymousBytes() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("RssAnon:")) return std::stoul(line.substr(8)) * 1024;
    return 0;
}

}  // namespace tacq::test

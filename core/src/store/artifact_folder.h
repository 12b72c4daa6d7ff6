#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "tacq/base/result.h"

namespace tacq {

/// `files.json` of a finished artifact, version 1: {"version":1, "key", "kind", "created", "files":[{"path","bytes","sha256"}]}, paths
/// relative, sorted, files.json itself not listed. With meta.json it holds all that the database's row does, so rows can be made again.
struct Manifest {
    struct File {
        std::string path;
        std::uint64_t bytes = 0;
        std::string sha256;
    };
    std::string key, kind, created;
    std::vector<File> files;
    std::uint64_t bytes() const;
};

inline constexpr const char* kManifestName = "files.json";
inline constexpr const char* kMetaName = "meta.json";

/// Lists and hashes every file under `folder`, which must stay as it is meanwhile.
Result<Manifest> makeManifest(const std::filesystem::path& folder, const std::string& key, const std::string& kind);
Result<void> writeManifest(const std::filesystem::path& folder, const Manifest& manifest);
Result<Manifest> readManifest(const std::filesystem::path& folder);

/// Removes temporaries that killed writers left behind (`*.tmp-<pid>`).
void removeLeftovers(const std::filesystem::path& folder);
/// fsync of every file and folder below and including `folder`.
Result<void> syncTree(const std::filesystem::path& folder);
/// Paths of all regular files below, relative, sorted.
std::vector<std::string> filesBelow(const std::filesystem::path& folder);
/// Names the folder's file system holds right in `folder`, sorted; nothing if it cannot be read.
std::vector<std::string> entriesOf(const std::filesystem::path& folder);
std::uint64_t bytesBelow(const std::filesystem::path& folder);

/// Now, or a number of days before now, as ISO 8601 UTC: `2026-11-23T13:05:09Z`.
std::string isoTime(std::int64_t daysAgo = 0);

}  // namespace tacq

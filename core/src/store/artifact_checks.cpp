#include "tacq/store/artifact_checks.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <vector>

#include "store/artifact_folder.h"
#include "tacq/base/file_io.h"
#include "tacq/base/hash.h"

namespace tacq {
namespace fs = std::filesystem;
namespace {

constexpr std::uint64_t kSmall = 1u << 20, kToldAbout = 256u << 20;
constexpr std::size_t kPiece = 4u << 20;
constexpr const char* kNextStep = "run `tacq workspace verify`, which sets it aside, then this command again";

Error damaged(const ArtifactInfo& artifact, const fs::path& file, const std::string& what) {
    return {ErrorCode::InvalidFile, "the " + artifact.kind + " artifact " + artifact.key.substr(0, 12) + " is damaged: this file " + what, file.string(), kNextStep};
}

/// What tells a file from another in its place, as far as can be told without reading it.
std::string looksOf(const struct stat& info) {
    return std::to_string(info.st_dev) + ":" + std::to_string(info.st_ino) + ":" + std::to_string(info.st_size) + ":" + std::to_string(info.st_mtim.tv_sec) + "." +
           std::to_string(info.st_mtim.tv_nsec) + ":" + std::to_string(info.st_ctim.tv_sec) + "." + std::to_string(info.st_ctim.tv_nsec);
}

struct ToHash {
    const Manifest::File* listed;
    std::string looks;
};

}  // namespace

Result<void> ArtifactChecks::check(const ArtifactInfo& artifact, Depth depth, const RunContext& context) {
    const auto manifest = readManifest(artifact.folder);
    if (!manifest.ok()) return manifest.error();
    if (manifest.value().key != artifact.key) return damaged(artifact, artifact.folder / kManifestName, "is another artifact's");
    std::vector<ToHash> toHash;
    std::uint64_t total = 0, done = 0;
    for (const Manifest::File& listed : manifest.value().files) {
        const fs::path path = artifact.folder / listed.path;
        struct stat info {};
        if (::stat(path.c_str(), &info) != 0 && errno != ENOENT) return systemError(errno, "cannot read a file of the artifact", path.string());
        if (!S_ISREG(info.st_mode)) return damaged(artifact, path, "is missing");
        if (static_cast<std::uint64_t>(info.st_size) != listed.bytes) return damaged(artifact, path, "has another size than when it was finished");
        if (depth == Depth::Sizes && listed.bytes > kSmall) continue;
        const std::string looks = looksOf(info);
        const std::scoped_lock lock(m_mutex);
        if (const auto seen = m_seen.find(path.string()); seen != m_seen.end() && seen->second == looks) continue;
        toHash.push_back({&listed, looks});
        total += listed.bytes;
    }
    std::vector<char> piece(toHash.empty() ? 0 : kPiece);
    for (const ToHash& one : toHash) {
        const fs::path path = artifact.folder / one.listed->path;
        std::ifstream in(path, std::ios::binary);
        Sha256 hash;
        for (std::uint64_t left = one.listed->bytes; left > 0;) {
            TACQ_CHECK(context.checkpoint());
            in.read(piece.data(), static_cast<std::streamsize>(std::min<std::uint64_t>(left, piece.size())));
            const auto count = static_cast<std::uint64_t>(in.gcount());
            if (count == 0) return Error{ErrorCode::Io, "a file of the artifact cannot be read to its end", path.string(), "check the disk"};
            hash.update(std::as_bytes(std::span(piece.data(), static_cast<std::size_t>(count))));
            left -= count;
            done += count;
            if (total > kToldAbout) context.report({Stage::Verify, done, total, "bytes", one.listed->path, 0});
        }
        if (hash.finish() != one.listed->sha256) return damaged(artifact, path, "has changed since it was finished");
        const std::scoped_lock lock(m_mutex);
        m_seen[path.string()] = one.looks;
    }
    return {};
}

}  // namespace tacq

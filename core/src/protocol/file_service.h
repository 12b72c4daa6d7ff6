#pragma once
// Private to the protocol: files of the engine's machine for a window that cannot see them, and the other way round.
#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>

#include "base/mapped_guard.h"
#include "protocol/line_writer.h"
#include "tacq/base/run_context.h"
#include "tacq/store/artifact_checks.h"
#include "tacq/store/saliency_artifact.h"

namespace tacq {

class FileService {
public:
    static constexpr std::size_t kFrameBytes = 1u << 20;
    static constexpr std::size_t kRowBytes = 4u << 20;     ///< rows of one request
    static constexpr std::size_t kPutBytes = 64u << 20;
    static constexpr std::size_t kParts = 4096;            ///< of one request

    FileService(std::filesystem::path workspace, LineWriter& writer, ArtifactChecks& checks) : m_workspace(std::move(workspace)), m_writer(writer), m_checks(checks) {}

    /// Whether the other side reads this machine's files itself.
    void setShared(bool shared) { m_shared = shared; }
    /// {artifact, parts[]} → {path} where files are shared, else frames under `id` and {parts:[{part,bytes,sha256}]}.
    Result<Json> fetch(const Json& id, const Json& params, const RunContext& context);
    /// {name, text or base64} → {path, bytes}: `<workspace>/uploads/<sha256>/<name>`.
    Result<Json> put(const Json& params) const;

private:
    Result<std::shared_ptr<const SaliencyArtifact>> saliency(const std::filesystem::path& folder);
    /// The next `saliency` opens its files again.
    void forget();

    std::filesystem::path m_workspace;
    LineWriter& m_writer;
    ArtifactChecks& m_checks;
    std::atomic<bool> m_shared{true};
    // The artifact that rows were last read of: opening one looks at every matrix.
    std::mutex m_mutex;
    std::filesystem::path m_openFolder;
    MappedJob::Id m_openJob = MappedJob::Id::None;   ///< its maps are no other job's
    std::shared_ptr<const SaliencyArtifact> m_open;
};

/// Whether `token` is what the file at `path` says: then both sides see the same files.
bool witnessed(const Json& witness);

}  // namespace tacq

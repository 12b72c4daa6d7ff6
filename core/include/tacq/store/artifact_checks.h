#pragma once
#include <map>
#include <mutex>
#include <string>

#include "tacq/base/result.h"
#include "tacq/base/run_context.h"
#include "tacq/store/workspace.h"

namespace tacq {

/// Compares artifacts with their lists of files before they are used, so that a damaged one is named instead of ending as a wrong result.
/// What takes time is done once: a file that was hashed is hashed again only when its size, time or inode has changed. One for a whole process,
/// shared by all its workspaces. Thread-safe.
///
///     TACQ_CHECK(checks.check(*found, ArtifactChecks::Depth::Hashes, context));   // invalid-file: …/gradient.safetensors: …
class ArtifactChecks {
public:
    /// Sizes: the list can be read, every file on it is there with its size, small ones (up to 1 MiB, so meta.json) with their content.
    /// Hashes: the content of all; reads each file once.
    enum class Depth { Sizes, Hashes };

    /// InvalidFile or Io, with the file's path as context, for the first file that is not as it was when the artifact was finished. Reports `verify`
    /// in bytes when it has more than a moment's work; may be cancelled.
    Result<void> check(const ArtifactInfo& artifact, Depth depth, const RunContext& context);

private:
    std::mutex m_mutex;
    std::map<std::string, std::string> m_seen;   ///< by path: what the file looked like when its hash was right
};

}  // namespace tacq

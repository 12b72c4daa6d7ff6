#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tacq/base/result.h"
#include "tacq/base/run_context.h"

namespace tacq {

struct ArtifactInfo {
    std::string key;    ///< 64 hex digits: hash of input keys, options and format version
    std::string kind;   ///< `gradient`, `simulation`, `saliency`, `quantized`
    std::filesystem::path folder;
    std::uint64_t bytes = 0;
    std::string created;  ///< ISO 8601 UTC
    std::string metaJson; ///< what its maker wrote down about it (options, sums, provenance)
};

struct RunInfo {
    std::int64_t id = 0;
    std::string key;          ///< run key: same inputs and options give the same key
    std::string command;      ///< `quantize`, `saliency`, `perplexity`, …
    std::string commandLine;  ///< what a user would type
    std::string optionsJson, resultJson;
    std::string modelName, taskName;
    std::string state;        ///< `running`, `done`, `failed`, `cancelled`, `interrupted` (its process died)
    std::string error;        ///< formatError text when failed
    std::string started, finished;
    std::map<std::string, double> metrics;
};

/// Held while an artifact is made. Released when destroyed or when its process dies (flock).
class KeyLock {
public:
    KeyLock(KeyLock&&) noexcept;
    KeyLock& operator=(KeyLock&&) noexcept;
    ~KeyLock();
private:
    friend class Workspace;
    explicit KeyLock(int fd) : m_fd(fd) {}
    int m_fd = -1;
    int m_workspaceFd = -1;  ///< shared lock that keeps collect() away
};

/// A folder with `workspace.sqlite` (WAL, foreign keys, PRAGMA user_version) and `artifacts/<key>/`. Any number of processes may have it
/// open. Killing any of them at any moment leaves a workspace that opens. Methods are thread-safe.
class Workspace {
public:
    /// Creates the folder if needed. Errors: PermissionDenied, InvalidFile (damaged or foreign database), UnsupportedFormat (newer schema), Busy.
    static Result<Workspace> open(const std::filesystem::path& folder);
    /// $TACQ_WORKSPACE, else the platform's data folder (XDG_DATA_HOME or ~/.local/share) + /tacq.
    static std::filesystem::path defaultFolder();
    Workspace(Workspace&&) noexcept;
    Workspace& operator=(Workspace&&) noexcept;
    ~Workspace();
    const std::filesystem::path& folder() const;

    /// Waits for whoever makes this key now (notes it once through `context`), then holds it. Cancelled if stopped while waiting.
    Result<KeyLock> lock(const std::string& key, const RunContext& context) const;
    /// A finished artifact whose folder is really there; nothing otherwise.
    Result<std::optional<ArtifactInfo>> find(const std::string& key) const;
    std::vector<ArtifactInfo> artifacts(const std::string& kind = {}) const;
    /// Where an unfinished artifact grows: `artifacts/<key>.partial/`, created if missing, kept after a kill.
    Result<std::filesystem::path> partialFolder(const std::string& key) const;
    /// Writes meta.json and a hash list, fsyncs, renames the partial folder into place and adds the row. Needs the KeyLock held.
    Result<ArtifactInfo> publish(const std::string& key, const std::string& kind, const std::string& metaJson) const;

    Result<std::int64_t> beginRun(const RunInfo& run) const;   ///< state becomes `running`
    Result<void> finishRun(const RunInfo& run) const;          ///< by id
    Result<void> addMetric(std::int64_t run, const std::string& name, double value) const;
    Result<std::vector<RunInfo>> runs() const;                 ///< newest first; dead `running` rows are shown as `interrupted`
    Result<RunInfo> run(std::int64_t id) const;
    Result<std::optional<RunInfo>> findRun(const std::string& key) const;  ///< newest done run with this key

    struct Usage { std::uint64_t artifacts = 0, bytes = 0, partialBytes = 0; };
    Result<Usage> usage() const;
    struct Broken { std::string key, file, reason; };
    Result<std::vector<Broken>> verify(const RunContext& context) const;  ///< every artifact file against its hash
    /// Looks at one artifact again with its lock held. If it is damaged (a file missing, of another size or content, or no list of files), renames
    /// its folder to `<key>.damaged` (with a number where that is taken) and forgets it, so that whoever needs it makes it anew. False: it is whole.
    Result<bool> setAsideIfDamaged(const std::string& key, const RunContext& context) const;
    struct Collected { std::uint64_t artifacts = 0, bytes = 0; };
    /// Removes partial folders nobody holds, rows without folders, folders without rows, and artifacts older than `olderThanDays`
    /// that no done run names. Takes the workspace whole (Busy if someone works in it).
    Result<Collected> collect(int olderThanDays, const RunContext& context) const;

private:
    struct State;
    explicit Workspace(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace tacq

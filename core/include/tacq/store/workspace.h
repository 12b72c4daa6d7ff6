#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tacq/base/result.h"
#include "tacq/base/run_context.h"
#include "tacq/store/measurement.h"

namespace tacq {

struct ArtifactInfo {
    std::string key;    ///< 64 hex digits: hash of input keys, options and format version
    std::string kind;   ///< `gradient`, `simulation`, `saliency`, `quantized`
    std::filesystem::path folder;
    std::uint64_t bytes = 0;
    std::string created;  ///< ISO 8601 UTC
    std::string metaJson; ///< what its maker wrote down about it (options, sums, provenance)
};

/// What a person wrote on a run.
struct RunLabel {
    std::string name;                ///< one line, at most 200 bytes
    std::string note;                ///< at most 64 KiB
    std::vector<std::string> tags;   ///< at most 32 of 60 bytes, without commas
    bool operator==(const RunLabel&) const = default;
};
/// InvalidArgument names the option that is wrong.
Result<void> validate(const RunLabel& label);
/// Tags as people write them, between commas: blanks at their ends and repetitions left out.
std::vector<std::string> splitTags(std::string_view text);

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
    std::map<std::string, double> metrics;    ///< figures of the run itself: `kept`, `modelBytes`, …
    /// What it measured, and, with another run's number, what was measured later on the model that it made. Oldest first.
    std::vector<Measurement> measurements{};
    RunLabel label{};         ///< empty until somebody writes one; beginRun() and finishRun() leave it alone
};

/// What of a run is read. Overview: all but its result.
enum class RunDetail { Overview, Whole };
/// metrics, and as `METRIC:TEXT` the newest of each measurement that was taken later on what the run made (with `standardError:TEXT` beside a mean loss).
std::map<std::string, double> figuresByName(const RunInfo& run);

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
///
/// Example:
///     TACQ_TRY(const Workspace workspace, Workspace::open("/tmp/workspace"));
///     const std::string key(64, 'a');                                  // hash of what it is made from
///     TACQ_TRY(const KeyLock lock, workspace.lock(key, {}));           // one maker at a time
///     TACQ_TRY(const auto found, workspace.find(key));
///     if (!found) {
///         TACQ_TRY(const std::filesystem::path folder, workspace.partialFolder(key));
///         TACQ_CHECK(writeTextAtomic(folder / "result.txt", "made"));
///         TACQ_TRY(const ArtifactInfo made, workspace.publish(key, "gradient", "{}"));
///     }
class Workspace {
public:
    /// Creates the folder if needed. Errors: PermissionDenied, InvalidFile (damaged or foreign database), UnsupportedFormat (newer schema),
    /// Busy: another program kept the database locked for as long as `patience`, here or in any later call (`context` is told after a second of
    /// waiting, and may cancel it).
    static Result<Workspace> open(const std::filesystem::path& folder, const RunContext& context = {}, std::chrono::milliseconds patience = std::chrono::seconds(15));
    /// As open(), for who only looks: a workspace that cannot be written (another user's, a read-only or full disk) is opened for reading, and
    /// whatever would change it is PermissionDenied.
    static Result<Workspace> openForReading(const std::filesystem::path& folder, const RunContext& context = {}, std::chrono::milliseconds patience = std::chrono::seconds(15));
    bool isReadOnly() const;
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
    Result<void> finishRun(const RunInfo& run) const;          ///< by id; enters metrics and measurements
    Result<void> addMetric(std::int64_t run, const std::string& name, double value) const;
    /// Newest first, only the newest `limit` where that is above 0; dead `running` rows are shown as `interrupted`. A result may be megabytes: ask
    /// for an overview unless every one is looked at.
    Result<std::vector<RunInfo>> runs(RunDetail detail = RunDetail::Whole, std::int64_t limit = 0) const;
    /// Every run, newest first, with no more than one in memory. The first error ends it.
    Result<void> forEachRun(const std::function<Result<void>(const RunInfo&)>& visit) const;
    Result<RunInfo> run(std::int64_t id) const;
    /// Replaces what was written on a run.
    Result<void> labelRun(std::int64_t id, const RunLabel& label) const;
    /// Forgets runs with all that they measured; all of them or none. Busy where one is still at work. What they made stays until collect() finds that
    /// nobody names it.
    Result<void> removeRuns(const std::vector<std::int64_t>& ids) const;
    Result<std::optional<RunInfo>> findRun(const std::string& key) const;  ///< newest done run with this key
    Result<std::optional<RunInfo>> findRunByPrefix(const std::string& beginning) const;  ///< newest run, however it ended, whose key begins so

    struct Usage { std::uint64_t artifacts = 0, bytes = 0, partialBytes = 0; };
    Result<Usage> usage() const;
    struct Broken { std::string key, file, reason; };
    /// Every artifact file against its hash; rows whose key cannot be one (`key` then holds it as it stands there).
    Result<std::vector<Broken>> verify(const RunContext& context) const;
    /// Looks at one artifact again with its lock held. If it is damaged (a file missing, of another size or content, or no list of files), renames
    /// its folder to `<key>.damaged` (with a number where that is taken) and forgets it, so that whoever needs it makes it anew. False: it is whole.
    /// A row whose key cannot be one is only forgotten.
    Result<bool> setAsideIfDamaged(const std::string& key, const RunContext& context) const;
    struct Collected { std::uint64_t artifacts = 0, bytes = 0; };
    /// Removes rows without folders and, of what is older than `olderThanDays`: unfinished work that nobody is at, damaged artifacts that were set
    /// aside, other things among the artifacts, artifacts that no done run names, and texts from other computers that no done run used. Touches
    /// nothing outside the workspace, whatever its database says. Takes the workspace whole (Busy if someone works in it).
    /// `Collect::Count` removes nothing and says what would go.
    enum class Collect { Remove, Count };
    Result<Collected> collect(int olderThanDays, const RunContext& context, Collect how = Collect::Remove) const;

private:
    struct State;
    explicit Workspace(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace tacq

#include "tacq/store/workspace.h"

#include <sys/file.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <thread>
#include <utility>

#include "store/artifact_folder.h"
#include "store/schema.h"
#include "store/workspace_state.h"
#include "tacq/base/file_io.h"

namespace tacq {
namespace fs = std::filesystem;
namespace {

constexpr auto kPoll = std::chrono::milliseconds(40);

Result<void> makeFolder(const fs::path& folder) {
    std::error_code ec;
    fs::create_directories(folder, ec);
    if (ec) return systemError(ec.value(), "cannot create folder", folder.string());
    if (::access(folder.c_str(), R_OK | W_OK | X_OK) != 0) return systemError(errno, "cannot use folder", folder.string());
    return {};
}

/// Polls, because a blocking flock could not be cancelled.
Result<FileLock> waitFor(const fs::path& file, LockMode mode, const RunContext& context, const std::string& note) {
    for (bool first = true;; first = false) {
        TACQ_CHECK(context.checkpoint());
        TACQ_TRY(std::optional<FileLock> lock, FileLock::tryLock(file, mode));
        if (lock) return std::move(*lock);
        if (first) context.note(LogLevel::Info, note);
        std::this_thread::sleep_for(kPoll);
    }
}

ArtifactInfo readRow(const Statement& statement, const fs::path& artifacts) {
    ArtifactInfo info;
    info.key = statement.text(0);
    info.kind = statement.text(1);
    info.bytes = static_cast<std::uint64_t>(statement.integer(2));
    info.created = statement.text(3);
    info.metaJson = statement.text(4);
    info.folder = artifacts / info.key;
    return info;
}

bool isFolder(const fs::path& path) {
    std::error_code ec;
    return fs::is_directory(path, ec);
}

}  // namespace

KeyLock::KeyLock(KeyLock&& other) noexcept
    : m_fd(std::exchange(other.m_fd, -1)), m_workspaceFd(std::exchange(other.m_workspaceFd, -1)) {}

KeyLock& KeyLock::operator=(KeyLock&& other) noexcept {
    std::swap(m_fd, other.m_fd);
    std::swap(m_workspaceFd, other.m_workspaceFd);
    return *this;
}

KeyLock::~KeyLock() {
    if (m_fd >= 0) ::close(m_fd);
    if (m_workspaceFd >= 0) ::close(m_workspaceFd);
}

Workspace::Workspace(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;
Workspace::~Workspace() = default;
const fs::path& Workspace::folder() const { return m_state->folder; }

fs::path Workspace::defaultFolder() {
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name);
        return fs::path(value ? value : "");
    };
    if (const auto chosen = variable("TACQ_WORKSPACE"); !chosen.empty()) return chosen;
    // The XDG specification asks to ignore relative paths.
    if (const auto data = variable("XDG_DATA_HOME"); data.is_absolute()) return data / "tacq";
    const auto home = variable("HOME");
    return (home.empty() ? fs::path("/tmp") : home) / ".local" / "share" / "tacq";
}

Result<Workspace> Workspace::open(const fs::path& folder) {
    auto state = std::make_unique<State>();
    std::error_code ec;
    state->folder = fs::absolute(folder, ec);
    for (const fs::path& needed : {state->folder, state->artifactsFolder(), state->folder / "locks"}) TACQ_CHECK(makeFolder(needed));
    // One opener at a time: turning a new database to write-ahead logging wants it alone, and SQLite answers "busy" at once there instead of
    // waiting, since two that wait for each other's shared lock would wait for ever.
    TACQ_TRY(const FileLock opening, waitFor(state->folder / "locks" / "open", LockMode::Exclusive, {}, ""));
    TACQ_TRY(state->database, Database::open(state->folder / "workspace.sqlite"));
    TACQ_TRY(const bool created, prepareSchema(state->database, state->folder.string()));
    if (created)
        for (const std::string& name : entriesOf(state->artifactsFolder()))
            if (checkKey(name).ok())
                if (const auto adopted = state->adopt(name); !adopted.ok()) return adopted.error();
    return Workspace(std::move(state));
}

Result<KeyLock> Workspace::lock(const std::string& key, const RunContext& context) const {
    TACQ_CHECK(checkKey(key));
    TACQ_TRY(FileLock whole, waitFor(m_state->wholeLockFile(), LockMode::Shared, context, "waiting for a clean-up of the workspace"));
    TACQ_TRY(FileLock mine, waitFor(m_state->lockFile(key), LockMode::Exclusive, context,
                                    "another process makes the same result: waiting to use it"));
    KeyLock lock(mine.take());
    lock.m_workspaceFd = whole.take();
    return lock;
}

Result<std::optional<ArtifactInfo>> Workspace::find(const std::string& key) const {
    TACQ_CHECK(checkKey(key));
    const std::lock_guard guard(m_state->mutex);
    if (!isFolder(m_state->artifactFolder(key))) return std::optional<ArtifactInfo>();
    TACQ_TRY(auto found, m_state->row(key));
    if (found) return found;
    return m_state->adopt(key);
}

std::vector<ArtifactInfo> Workspace::artifacts(const std::string& kind) const {
    const std::lock_guard guard(m_state->mutex);
    std::vector<ArtifactInfo> found;
    auto rows = m_state->rows();
    if (!rows.ok()) return found;
    for (ArtifactInfo& row : rows.value())
        if ((kind.empty() || row.kind == kind) && isFolder(row.folder)) found.push_back(std::move(row));
    return found;
}

Result<fs::path> Workspace::partialFolder(const std::string& key) const {
    TACQ_CHECK(checkKey(key));
    const fs::path folder = m_state->partialFolder(key);
    TACQ_CHECK(makeFolder(folder));
    return folder;
}

Result<ArtifactInfo> Workspace::publish(const std::string& key, const std::string& kind, const std::string& metaJson) const {
    TACQ_TRY(const fs::path partial, partialFolder(key));
    const fs::path target = m_state->artifactFolder(key);
    removeLeftovers(partial);
    TACQ_CHECK(writeTextAtomic(partial / kMetaName, metaJson));
    TACQ_TRY(const Manifest manifest, makeManifest(partial, key, kind));
    TACQ_CHECK(writeManifest(partial, manifest));
    TACQ_CHECK(syncTree(partial));
    // A folder of that name is an older make that its row no longer vouches for: out of the way first, gone afterwards.
    const fs::path old = target.string() + ".old";
    std::error_code ec;
    if (fs::exists(target, ec)) {
        fs::remove_all(old, ec);
        TACQ_CHECK(tacq::publish(target, old));
    }
    TACQ_CHECK(tacq::publish(partial, target));
    fs::remove_all(old, ec);
    const ArtifactInfo artifact{key, kind, target, manifest.bytes(), manifest.created, metaJson};
    const std::lock_guard guard(m_state->mutex);
    TACQ_CHECK(m_state->insert(artifact));
    return artifact;
}

Result<std::optional<ArtifactInfo>> Workspace::State::row(const std::string& key) const {
    TACQ_TRY(Statement query, database.prepare("SELECT key, kind, bytes, created, meta FROM artifacts WHERE key = ?"));
    query.bind(1, key);
    TACQ_TRY(const bool found, query.step());
    if (!found) return std::optional<ArtifactInfo>();
    return std::optional<ArtifactInfo>(readRow(query, artifactsFolder()));
}

Result<std::vector<ArtifactInfo>> Workspace::State::rows() const {
    TACQ_TRY(Statement query, database.prepare("SELECT key, kind, bytes, created, meta FROM artifacts ORDER BY created DESC, key"));
    std::vector<ArtifactInfo> found;
    while (true) {
        TACQ_TRY(const bool more, query.step());
        if (!more) return found;
        found.push_back(readRow(query, artifactsFolder()));
    }
}

Result<void> Workspace::State::insert(const ArtifactInfo& artifact) const {
    TACQ_TRY(Statement insertion, database.prepare("INSERT OR REPLACE INTO artifacts (key, kind, bytes, created, meta) VALUES (?, ?, ?, ?, ?)"));
    insertion.bind(1, artifact.key).bind(2, artifact.kind).bind(3, static_cast<std::int64_t>(artifact.bytes)).bind(4, artifact.created);
    return insertion.bind(5, artifact.metaJson).run();
}

Result<void> Workspace::State::removeRow(const std::string& key) const {
    TACQ_TRY(Statement removal, database.prepare("DELETE FROM artifacts WHERE key = ?"));
    return removal.bind(1, key).run();
}

Result<std::optional<ArtifactInfo>> Workspace::State::adopt(const std::string& key) const {
    const fs::path target = artifactFolder(key);
    const auto manifest = readManifest(target);
    const auto meta = readText(target / kMetaName, 1u << 30);
    if (!manifest.ok() || !meta.ok() || manifest.value().key != key) return std::optional<ArtifactInfo>();
    ArtifactInfo artifact{key, manifest.value().kind, target, manifest.value().bytes(), manifest.value().created, meta.value()};
    TACQ_CHECK(insert(artifact));
    return std::optional<ArtifactInfo>(std::move(artifact));
}

}  // namespace tacq

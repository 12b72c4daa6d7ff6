#include "tacq/store/workspace.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

#include "store/artifact_folder.h"
#include "store/workspace_state.h"
#include "tacq/base/file_io.h"

namespace tacq {
namespace fs = std::filesystem;
namespace {

constexpr auto kPoll = std::chrono::milliseconds(40);

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

/// Nothing where the key is none: then it leads to no folder.
std::optional<ArtifactInfo> readRow(const Statement& statement, const fs::path& artifacts) {
    ArtifactInfo info;
    info.key = statement.text(0);
    if (!ArtifactKey::isKey(info.key)) return std::nullopt;
    info.kind = statement.text(1);
    info.bytes = static_cast<std::uint64_t>(std::max<std::int64_t>(0, statement.integer(2)));
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

Result<KeyLock> Workspace::lock(const std::string& key, const RunContext& context) const {
    TACQ_TRY(const ArtifactKey checked, ArtifactKey::parse(key));
    TACQ_CHECK(m_state->requireWritable());
    TACQ_TRY(FileLock whole, waitFor(m_state->wholeLockFile(), LockMode::Shared, context, "waiting for a clean-up of the workspace"));
    TACQ_TRY(FileLock mine, waitFor(m_state->lockFile(checked.text()), LockMode::Exclusive, context,
                                    "another process makes the same result: waiting to use it"));
    KeyLock lock(mine.take());
    lock.m_workspaceFd = whole.take();
    return lock;
}

Result<std::optional<ArtifactInfo>> Workspace::find(const std::string& key) const {
    TACQ_TRY(const ArtifactKey checked, ArtifactKey::parse(key));
    const std::lock_guard guard(m_state->mutex);
    if (!isFolder(m_state->artifactFolder(checked))) return std::optional<ArtifactInfo>();
    TACQ_TRY(auto found, m_state->row(checked));
    if (found) return found;
    return m_state->adopt(checked);
}

std::vector<ArtifactInfo> Workspace::artifacts(const std::string& kind) const {
    const std::lock_guard guard(m_state->mutex);
    std::vector<ArtifactInfo> found;
    auto rows = m_state->rows();
    if (!rows.ok()) return found;
    for (ArtifactInfo& row : rows.value().artifacts)
        if ((kind.empty() || row.kind == kind) && isFolder(row.folder)) found.push_back(std::move(row));
    return found;
}

Result<fs::path> Workspace::partialFolder(const std::string& key) const {
    TACQ_TRY(const ArtifactKey checked, ArtifactKey::parse(key));
    TACQ_CHECK(m_state->requireWritable());
    const fs::path folder = m_state->partialFolder(checked);
    TACQ_CHECK(makeUsableFolder(folder));
    return folder;
}

Result<ArtifactInfo> Workspace::publish(const std::string& key, const std::string& kind, const std::string& metaJson) const {
    TACQ_TRY(const ArtifactKey checked, ArtifactKey::parse(key));
    TACQ_TRY(const fs::path partial, partialFolder(key));
    const fs::path target = m_state->artifactFolder(checked);
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

Result<std::optional<ArtifactInfo>> Workspace::State::row(const ArtifactKey& key) const {
    TACQ_TRY(Statement query, database.prepare("SELECT key, kind, bytes, created, meta FROM artifacts WHERE key = ?"));
    query.bind(1, key.text());
    TACQ_TRY(const bool found, query.step());
    if (!found) return std::optional<ArtifactInfo>();
    return readRow(query, artifactsFolder());
}

Result<Workspace::State::Rows> Workspace::State::rows() const {
    TACQ_TRY(Statement query, database.prepare("SELECT key, kind, bytes, created, meta FROM artifacts ORDER BY created DESC, key"));
    Rows rows;
    while (true) {
        TACQ_TRY(const bool more, query.step());
        if (!more) return rows;
        if (auto artifact = readRow(query, artifactsFolder())) rows.artifacts.push_back(std::move(*artifact));
        else rows.noKeys.push_back(query.text(0));
    }
}

Result<void> Workspace::State::insert(const ArtifactInfo& artifact) const {
    TACQ_TRY(Statement insertion, database.prepare("INSERT OR REPLACE INTO artifacts (key, kind, bytes, created, meta) VALUES (?, ?, ?, ?, ?)"));
    insertion.bind(1, artifact.key).bind(2, artifact.kind).bind(3, static_cast<std::int64_t>(artifact.bytes)).bind(4, artifact.created);
    return insertion.bind(5, artifact.metaJson).run();
}

Result<bool> Workspace::State::removeRow(const std::string& key) const {
    TACQ_TRY(Statement removal, database.prepare("DELETE FROM artifacts WHERE key = ? RETURNING 1"));
    TACQ_TRY(const bool removed, removal.bind(1, key).step());
    // Only a statement that was walked to its end is committed, or says why not.
    if (removed) TACQ_CHECK(removal.run());
    return removed;
}

Result<std::optional<ArtifactInfo>> Workspace::State::adopt(const ArtifactKey& key) const {
    const fs::path target = artifactFolder(key);
    const auto manifest = readManifest(target);
    const auto meta = readText(target / kMetaName, 1u << 30);
    if (!manifest.ok() || !meta.ok() || manifest.value().key != key.text()) return std::optional<ArtifactInfo>();
    ArtifactInfo artifact{key.text(), manifest.value().kind, target, manifest.value().bytes(), manifest.value().created, meta.value()};
    if (!readOnly) TACQ_CHECK(insert(artifact));
    return std::optional<ArtifactInfo>(std::move(artifact));
}

Result<void> Workspace::State::requireWritable() const {
    if (!readOnly) return {};
    return Error{ErrorCode::PermissionDenied, "this workspace can only be read here", folder.string(), "choose a workspace that you may write to"};
}

}  // namespace tacq

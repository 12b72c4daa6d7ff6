#pragma once
#include <map>
#include <mutex>

#include "store/database.h"
#include "store/file_lock.h"
#include "tacq/base/names.h"
#include "tacq/store/workspace.h"

namespace tacq {

struct Workspace::State {
    std::filesystem::path folder;
    bool readOnly = false;
    Database database;
    std::mutex mutex;                        ///< guards the connection and openRuns
    std::map<std::int64_t, FileLock> openRuns;  ///< runs begun here and not finished: held for as long as this process lives

    std::filesystem::path databaseFile() const { return folder / "workspace.sqlite"; }
    std::filesystem::path artifactsFolder() const { return folder / "artifacts"; }
    std::filesystem::path artifactFolder(const ArtifactKey& key) const { return artifactsFolder() / key.text(); }
    std::filesystem::path partialFolder(const ArtifactKey& key) const { return artifactsFolder() / (key.text() + ".partial"); }
    std::filesystem::path lockFile(const std::string& name) const { return folder / "locks" / (name + ".lock"); }
    std::filesystem::path runLockFile(std::int64_t id) const { return lockFile("run-" + std::to_string(id)); }
    /// Held shared by every KeyLock, exclusively by collect().
    std::filesystem::path wholeLockFile() const { return folder / "locks" / "workspace"; }

    // The rest needs `mutex` held.
    Result<std::optional<ArtifactInfo>> row(const ArtifactKey& key) const;
    /// Anybody may have written to the database: a row whose key is none leads nowhere and is only named.
    struct Rows {
        std::vector<ArtifactInfo> artifacts;   ///< newest first
        std::vector<std::string> noKeys;
    };
    Result<Rows> rows() const;
    Result<void> insert(const ArtifactInfo& artifact) const;
    /// True: there was one. Any text, so that a row with an impossible key can go.
    Result<bool> removeRow(const std::string& key) const;
    /// Makes the row of a finished folder that has none: its maker was killed between rename and row, or the database was lost.
    Result<std::optional<ArtifactInfo>> adopt(const ArtifactKey& key) const;
    /// PermissionDenied where the workspace was opened for reading.
    Result<void> requireWritable() const;
    /// State as it is shown: a `running` row whose process is gone is `interrupted`.
    std::string shownState(std::int64_t id, const std::string& stored) const;
};

/// Creates a folder if needed, with its parents; PermissionDenied unless it can be written to.
Result<void> makeUsableFolder(const std::filesystem::path& folder);

}  // namespace tacq

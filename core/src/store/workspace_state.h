#pragma once
#include <map>
#include <mutex>

#include "store/database.h"
#include "store/file_lock.h"
#include "tacq/store/workspace.h"

namespace tacq {

struct Workspace::State {
    std::filesystem::path folder;
    Database database;
    std::mutex mutex;                        ///< guards the connection and openRuns
    std::map<std::int64_t, FileLock> openRuns;  ///< runs begun here and not finished: held for as long as this process lives

    std::filesystem::path artifactsFolder() const { return folder / "artifacts"; }
    std::filesystem::path artifactFolder(const std::string& key) const { return artifactsFolder() / key; }
    std::filesystem::path partialFolder(const std::string& key) const { return artifactsFolder() / (key + ".partial"); }
    std::filesystem::path lockFile(const std::string& name) const { return folder / "locks" / (name + ".lock"); }
    std::filesystem::path runLockFile(std::int64_t id) const { return lockFile("run-" + std::to_string(id)); }
    /// Held shared by every KeyLock, exclusively by collect().
    std::filesystem::path wholeLockFile() const { return folder / "locks" / "workspace"; }

    // The rest needs `mutex` held.
    Result<std::optional<ArtifactInfo>> row(const std::string& key) const;
    Result<std::vector<ArtifactInfo>> rows() const;
    Result<void> insert(const ArtifactInfo& artifact) const;
    Result<void> removeRow(const std::string& key) const;
    /// Makes the row of a finished folder that has none: its maker was killed between rename and row, or the database was lost.
    Result<std::optional<ArtifactInfo>> adopt(const std::string& key) const;
    /// State as it is shown: a `running` row whose process is gone is `interrupted`.
    std::string shownState(std::int64_t id, const std::string& stored) const;
};

}  // namespace tacq

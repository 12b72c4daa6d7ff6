#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <thread>

#include "store/artifact_folder.h"
#include "store/schema.h"
#include "store/workspace_state.h"
#include "tacq/base/file_io.h"

namespace tacq {
namespace fs = std::filesystem;
namespace {

constexpr auto kPoll = std::chrono::milliseconds(20);

/// One opener at a time: turning a new database to write-ahead logging wants it alone, and SQLite answers "busy" at once there instead of
/// waiting, since two that wait for each other's shared lock would wait for ever.
Result<FileLock> openingLock(const fs::path& file, Patience patience) {
    for (bool first = true;; first = false) {
        TACQ_TRY(std::optional<FileLock> lock, FileLock::tryLock(file, LockMode::Exclusive));
        if (lock) return std::move(*lock);
        if (patience.wait(first)) continue;
        TACQ_CHECK(patience.context.checkpoint());
        return Error{ErrorCode::Busy, "another program has been opening this workspace for too long", file.parent_path().parent_path().string(),
                     "try again when it is done, or end it"};
    }
}

}  // namespace

Result<void> makeUsableFolder(const fs::path& folder) {
    std::error_code ec;
    fs::create_directories(folder, ec);
    if (ec) return systemError(ec.value(), "cannot create folder", folder.string());
    // The effective user's rights: those that open() will go by.
    if (::faccessat(AT_FDCWD, folder.c_str(), R_OK | W_OK | X_OK, AT_EACCESS) != 0) return systemError(errno, "cannot use folder", folder.string());
    return {};
}

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

Result<Workspace> Workspace::open(const fs::path& folder, const RunContext& context, std::chrono::milliseconds patience) {
    auto state = std::make_unique<State>();
    std::error_code ec;
    state->folder = fs::absolute(folder, ec);
    for (const fs::path& needed : {state->folder, state->artifactsFolder(), state->folder / "locks"}) TACQ_CHECK(makeUsableFolder(needed));
    const Patience waiting{context, patience};
    TACQ_TRY(const FileLock opening, openingLock(state->folder / "locks" / "open", waiting));
    TACQ_TRY(state->database, Database::open(state->databaseFile(), waiting));
    TACQ_TRY(const bool created, prepareSchema(state->database, state->folder.string()));
    if (created)
        for (const std::string& name : entriesOf(state->artifactsFolder()))
            if (const auto key = ArtifactKey::parse(name); key.ok())
                if (const auto adopted = state->adopt(key.value()); !adopted.ok()) return adopted.error();
    return Workspace(std::move(state));
}

Result<Workspace> Workspace::openForReading(const fs::path& folder, const RunContext& context, std::chrono::milliseconds patience) {
    auto writable = open(folder, context, patience);
    if (writable.ok() || (writable.error().code != ErrorCode::PermissionDenied && writable.error().code != ErrorCode::DiskFull)) return writable;
    auto state = std::make_unique<State>();
    std::error_code ec;
    state->folder = fs::absolute(folder, ec);
    state->readOnly = true;
    if (!fs::is_regular_file(state->databaseFile(), ec)) return writable;
    TACQ_TRY(state->database, Database::openReadOnly(state->databaseFile(), {context, patience}));
    TACQ_CHECK(checkSchema(state->database, state->folder.string()));
    return Workspace(std::move(state));
}

bool Workspace::isReadOnly() const { return m_state->readOnly; }

}  // namespace tacq

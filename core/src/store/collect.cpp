#include <algorithm>
#include <chrono>
#include <set>

#include "store/artifact_folder.h"
#include "store/workspace_state.h"
#include "tacq/base/file_io.h"

namespace tacq {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kKeyDigits = 64;

bool isHex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }

/// Every artifact key spelt anywhere in a text: options, results and metas name what they were made from.
void addKeys(const std::string& text, std::set<std::string>& keys) {
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        while (end < text.size() && isHex(text[end])) ++end;
        if (end - i == kKeyDigits) keys.insert(text.substr(i, kKeyDigits));
        i = end + 1;
    }
}

/// Keys that a done run names, and what those artifacts were made from in turn. A run at work names what it was given.
std::set<std::string> neededKeys(const std::vector<RunInfo>& runs, const std::vector<ArtifactInfo>& artifacts) {
    std::set<std::string> needed;
    for (const RunInfo& run : runs) {
        if (run.state == "running") addKeys(run.optionsJson, needed);
        if (run.state != "done") continue;
        needed.insert(run.key);
        addKeys(run.optionsJson, needed);
        addKeys(run.resultJson, needed);
    }
    for (std::size_t before = 0; before != needed.size();) {
        before = needed.size();
        for (const ArtifactInfo& artifact : artifacts)
            if (needed.contains(artifact.key)) addKeys(artifact.metaJson, needed);
    }
    return needed;
}

Result<void> removeTree(const fs::path& path, std::uint64_t& freed) {
    const std::uint64_t bytes = bytesBelow(path);
    std::error_code ec;
    fs::remove_all(path, ec);
    if (ec) return systemError(ec.value(), "cannot remove", path.string());
    freed += bytes;
    return {};
}

/// Texts handed over by windows on other computers, in folders named after their hash: those that no done run used and that nobody sent again lately.
Result<void> removeUploads(const fs::path& uploads, const std::set<std::string>& needed, int olderThanDays, std::uint64_t& freed) {
    constexpr int kCentury = 36'500;   // a file clock of 64-bit nanoseconds does not reach much further back
    const auto cutoff = fs::file_time_type::clock::now() - std::chrono::days(std::min(olderThanDays, kCentury));
    std::error_code ec;
    for (const std::string& name : entriesOf(uploads)) {
        const auto written = fs::last_write_time(uploads / name, ec);
        if (!ec && written <= cutoff && !needed.contains(name)) TACQ_CHECK(removeTree(uploads / name, freed));
    }
    return {};
}

/// Lock files that nobody can hold: of keys, because the caller holds the whole workspace, and of runs that have ended.
void removeLockFiles(const fs::path& locks, const std::set<std::string>& endedRuns) {
    std::error_code ec;
    for (const std::string& name : entriesOf(locks)) {
        const bool ofRun = name.starts_with("run-");
        if (name.ends_with(".lock") && (!ofRun || endedRuns.contains(name))) fs::remove(locks / name, ec);
    }
}

}  // namespace

Result<Workspace::Collected> Workspace::collect(int olderThanDays, const RunContext& context) const {
    if (olderThanDays < 0) return Error{ErrorCode::InvalidArgument, "the age in days must be 0 or more", "", ""};
    TACQ_TRY(const std::optional<FileLock> whole, FileLock::tryLock(m_state->wholeLockFile(), LockMode::Exclusive));
    if (!whole)
        return Error{ErrorCode::Busy, "another process works in this workspace", m_state->folder.string(), "try again when it is done"};
    TACQ_TRY(const std::vector<RunInfo> allRuns, runs());
    const std::lock_guard guard(m_state->mutex);
    Collected collected;

    TACQ_TRY(const std::vector<ArtifactInfo> rows, m_state->rows());
    std::error_code ec;
    std::set<std::string> known;
    for (const ArtifactInfo& row : rows) {
        if (fs::is_directory(row.folder, ec)) known.insert(row.key);
        else TACQ_CHECK(m_state->removeRow(row.key));
    }
    for (const std::string& name : entriesOf(m_state->artifactsFolder())) {
        TACQ_CHECK(context.checkpoint());
        if (known.contains(name)) continue;
        // A finished folder without a row is work that a kill nearly lost, not rubbish.
        TACQ_TRY(const auto adopted, checkKey(name).ok() ? m_state->adopt(name) : Result<std::optional<ArtifactInfo>>(std::nullopt));
        if (!adopted) TACQ_CHECK(removeTree(m_state->artifactsFolder() / name, collected.bytes));
    }

    TACQ_TRY(const std::vector<ArtifactInfo> kept, m_state->rows());
    const std::set<std::string> needed = neededKeys(allRuns, kept);
    const std::string cutoff = isoTime(olderThanDays);
    for (const ArtifactInfo& artifact : kept) {
        TACQ_CHECK(context.checkpoint());
        if (artifact.created > cutoff || needed.contains(artifact.key)) continue;
        TACQ_CHECK(m_state->removeRow(artifact.key));
        TACQ_CHECK(removeTree(artifact.folder, collected.bytes));
        ++collected.artifacts;
    }

    TACQ_CHECK(removeUploads(m_state->folder / "uploads", needed, olderThanDays, collected.bytes));
    std::set<std::string> ended;
    for (const RunInfo& run : allRuns)
        if (run.state != "running") ended.insert(m_state->runLockFile(run.id).filename().string());
    removeLockFiles(m_state->folder / "locks", ended);
    return collected;
}

}  // namespace tacq

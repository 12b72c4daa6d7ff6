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

/// Keys that a done run names. A run at work names what it was given.
void addKeys(const RunInfo& run, std::set<std::string>& keys) {
    if (run.state == "running") addKeys(run.optionsJson, keys);
    if (run.state != "done") return;
    keys.insert(run.key);
    addKeys(run.optionsJson, keys);
    addKeys(run.resultJson, keys);
}

/// And what those artifacts were made from in turn.
std::set<std::string> withSources(std::set<std::string> needed, const std::vector<ArtifactInfo>& artifacts) {
    for (std::size_t before = 0; before != needed.size();) {
        before = needed.size();
        for (const ArtifactInfo& artifact : artifacts)
            if (needed.contains(artifact.key)) addKeys(artifact.metaJson, needed);
    }
    return needed;
}

Result<void> removeTree(const fs::path& path, std::uint64_t& freed, Workspace::Collect how) {
    std::error_code ec;
    // Of a link the link goes, not what it leads to.
    const std::uint64_t bytes = fs::is_symlink(path, ec) ? 0 : bytesBelow(path);
    ec.clear();
    if (how == Workspace::Collect::Remove) fs::remove_all(path, ec);
    if (ec) return systemError(ec.value(), "cannot remove", path.string());
    freed += bytes;
    return {};
}

/// When anything in a tree was written last.
fs::file_time_type newestIn(const fs::path& path) {
    std::error_code ec;
    auto newest = fs::last_write_time(path, ec);
    for (const std::string& file : filesBelow(path)) {
        const auto written = fs::last_write_time(path / file, ec);
        if (!ec) newest = std::max(newest, written);
    }
    return newest;
}

fs::file_time_type daysAgo(int days) {
    constexpr int kCentury = 36'500;   // a file clock of 64-bit nanoseconds does not reach much further back
    return fs::file_time_type::clock::now() - std::chrono::days(std::min(days, kCentury));
}

/// Texts handed over by windows on other computers, in folders named after their hash: those that no done run used and that nobody sent again lately.
Result<void> removeUploads(const fs::path& uploads, const std::set<std::string>& needed, int olderThanDays, std::uint64_t& freed, Workspace::Collect how) {
    const auto cutoff = daysAgo(olderThanDays);
    std::error_code ec;
    for (const std::string& name : entriesOf(uploads)) {
        const auto written = fs::last_write_time(uploads / name, ec);
        if (!ec && written <= cutoff && !needed.contains(name)) TACQ_CHECK(removeTree(uploads / name, freed, how));
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

Result<Workspace::Collected> Workspace::collect(int olderThanDays, const RunContext& context, Collect how) const {
    TACQ_CHECK(m_state->requireWritable());
    if (olderThanDays < 0) return Error{ErrorCode::InvalidArgument, "the age in days must be 0 or more", "", ""};
    TACQ_TRY(const std::optional<FileLock> whole, FileLock::tryLock(m_state->wholeLockFile(), LockMode::Exclusive));
    if (!whole)
        return Error{ErrorCode::Busy, "another process works in this workspace", m_state->folder.string(), "try again when it is done"};
    std::set<std::string> named, endedRuns;
    TACQ_CHECK(forEachRun([&](const RunInfo& run) -> Result<void> {
        addKeys(run, named);
        if (run.state != "running") endedRuns.insert(m_state->runLockFile(run.id).filename().string());
        return context.checkpoint();
    }));
    const std::lock_guard guard(m_state->mutex);
    Collected collected;
    const auto forget = [&](const std::string& key) -> Result<void> {
        if (how == Collect::Remove) TACQ_CHECK(m_state->removeRow(key));
        return {};
    };

    TACQ_TRY(const State::Rows rows, m_state->rows());
    for (const std::string& key : rows.noKeys) TACQ_CHECK(forget(key));
    std::error_code ec;
    std::set<std::string> known;
    for (const ArtifactInfo& row : rows.artifacts) {
        if (fs::is_directory(row.folder, ec)) known.insert(row.key);
        else TACQ_CHECK(forget(row.key));
    }
    for (const std::string& name : entriesOf(m_state->artifactsFolder())) {
        TACQ_CHECK(context.checkpoint());
        if (known.contains(name)) continue;
        // A finished folder without a row is work that a kill nearly lost, not rubbish.
        const auto key = ArtifactKey::parse(name);
        TACQ_TRY(const auto adopted, key.ok() ? m_state->adopt(key.value()) : Result<std::optional<ArtifactInfo>>(std::nullopt));
        const fs::path rest = m_state->artifactsFolder() / name;
        if (!adopted && newestIn(rest) <= daysAgo(olderThanDays)) TACQ_CHECK(removeTree(rest, collected.bytes, how));
    }

    TACQ_TRY(const State::Rows kept, m_state->rows());
    const std::set<std::string> needed = withSources(std::move(named), kept.artifacts);
    const std::string cutoff = isoTime(olderThanDays);
    for (const ArtifactInfo& artifact : kept.artifacts) {
        TACQ_CHECK(context.checkpoint());
        if (artifact.created > cutoff || needed.contains(artifact.key)) continue;
        if (how == Collect::Count && !fs::is_directory(artifact.folder, ec)) continue;   // a row that is only forgotten
        TACQ_CHECK(forget(artifact.key));
        TACQ_CHECK(removeTree(artifact.folder, collected.bytes, how));
        ++collected.artifacts;
    }

    TACQ_CHECK(removeUploads(m_state->folder / "uploads", needed, olderThanDays, collected.bytes, how));
    if (how == Collect::Remove) removeLockFiles(m_state->folder / "locks", endedRuns);
    return collected;
}

}  // namespace tacq

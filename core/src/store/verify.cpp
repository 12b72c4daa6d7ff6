#include <algorithm>
#include <set>

#include "store/artifact_folder.h"
#include "store/workspace_state.h"
#include "tacq/base/file_io.h"
#include "tacq/base/hash.h"

namespace tacq {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kPartial = ".partial";

struct Problem {
    std::string text;     ///< empty: the file is as listed
    bool damage = false;  ///< surely not what it was; a file that could not be read is no proof
};

Problem problemWith(const fs::path& path, const Manifest::File& listed) {
    std::error_code ec;
    if (!fs::is_regular_file(path, ec)) return {"is missing", true};
    if (fs::file_size(path, ec) != listed.bytes) return {"has another size than when it was finished", true};
    const auto hash = sha256File(path);
    if (!hash.ok()) return {hash.error().message, false};
    if (hash.value() != listed.sha256) return {"has changed since it was finished", true};
    return {};
}

/// Files that lie there in addition are no proof.
bool isDamaged(const fs::path& folder) {
    const auto manifest = readManifest(folder);
    if (!manifest.ok()) return true;
    return std::any_of(manifest.value().files.begin(), manifest.value().files.end(), [&](const Manifest::File& listed) { return problemWith(folder / listed.path, listed).damage; });
}

}  // namespace

Result<Workspace::Usage> Workspace::usage() const {
    const std::lock_guard guard(m_state->mutex);
    Usage usage;
    TACQ_TRY(const State::Rows rows, m_state->rows());
    std::error_code ec;
    for (const ArtifactInfo& row : rows.artifacts) {
        if (!fs::is_directory(row.folder, ec)) continue;
        ++usage.artifacts;
        usage.bytes += row.bytes;
    }
    for (const std::string& name : entriesOf(m_state->artifactsFolder()))
        if (name.ends_with(kPartial)) usage.partialBytes += bytesBelow(m_state->artifactsFolder() / name);
    return usage;
}

Result<std::vector<Workspace::Broken>> Workspace::verify(const RunContext& context) const {
    State::Rows rows;
    {
        const std::lock_guard guard(m_state->mutex);
        TACQ_TRY(rows, m_state->rows());
    }
    std::uint64_t total = 0, done = 0;
    for (const ArtifactInfo& row : rows.artifacts) total += row.bytes;
    std::vector<Broken> broken;
    for (const std::string& key : rows.noKeys) broken.push_back({key, "", "the database names an artifact that cannot be one of this workspace"});
    for (const ArtifactInfo& row : rows.artifacts) {
        std::error_code ec;
        if (!fs::is_directory(row.folder, ec)) {
            broken.push_back({row.key, "", "the artifact's folder is missing"});
            continue;
        }
        const auto manifest = readManifest(row.folder);
        if (!manifest.ok()) {
            broken.push_back({row.key, kManifestName, manifest.error().message});
            continue;
        }
        std::set<std::string> listed{kManifestName};
        for (const Manifest::File& file : manifest.value().files) {
            TACQ_CHECK(context.checkpoint());
            listed.insert(file.path);
            if (const Problem problem = problemWith(row.folder / file.path, file); !problem.text.empty())
                broken.push_back({row.key, file.path, problem.text});
            done += file.bytes;
            context.report({Stage::Verify, done, total, "bytes", row.key + "/" + file.path, 0});
        }
        for (const std::string& path : filesBelow(row.folder))
            if (!listed.contains(path)) broken.push_back({row.key, path, "is not on the artifact's list of files"});
    }
    return broken;
}

Result<bool> Workspace::setAsideIfDamaged(const std::string& key, const RunContext& context) const {
    const auto checked = ArtifactKey::parse(key);
    if (!checked.ok()) {
        const std::lock_guard guard(m_state->mutex);
        TACQ_TRY(const bool forgotten, m_state->removeRow(key));
        if (!forgotten) return checked.error();
        return true;
    }
    // Who makes or remakes it holds this; a run that only reads keeps its maps of a renamed folder's files.
    TACQ_TRY(const KeyLock held, lock(key, context));
    const fs::path folder = m_state->artifactFolder(checked.value());
    std::error_code ec;
    if (fs::is_directory(folder, ec) && !isDamaged(folder)) return false;
    const std::lock_guard guard(m_state->mutex);
    if (fs::exists(folder, ec)) {
        fs::path aside = m_state->artifactsFolder() / (key + ".damaged");
        for (int i = 2; fs::exists(aside, ec); ++i) aside = m_state->artifactsFolder() / (key + ".damaged-" + std::to_string(i));
        fs::rename(folder, aside, ec);
        if (ec) return systemError(ec.value(), "cannot set a damaged artifact aside", folder.string());
    }
    TACQ_TRY(const bool forgotten, m_state->removeRow(key));
    static_cast<void>(forgotten);   // a folder without a row may be damaged too
    return true;
}

}  // namespace tacq

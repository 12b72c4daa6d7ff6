#include "checkpoint/hf/hub_cache.h"

#include <algorithm>
#include <vector>

#include "tacq/base/file_io.h"

namespace tacq {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kEntry = "models--";

fs::path cleaned(const fs::path& path) {
    std::error_code ec;
    fs::path full = fs::absolute(path, ec).lexically_normal();
    return full.has_filename() ? full : full.parent_path();
}

/// The commit that a branch stands at; empty if there is none on record.
std::string mainCommit(const fs::path& entry) {
    const auto text = readText(entry / "refs" / "main", 1024);
    if (!text.ok()) return {};
    const std::string commit = text.value().substr(0, text.value().find_first_of(" \t\r\n"));
    return commit.empty() || commit.find_first_not_of("0123456789abcdefABCDEF") != std::string::npos ? std::string() : commit;
}

Result<fs::path> snapshotIn(const fs::path& entry) {
    std::error_code ec;
    const fs::path all = entry / "snapshots";
    const std::string commit = mainCommit(entry);
    if (!commit.empty() && fs::is_directory(all / commit, ec)) return all / commit;
    std::vector<std::string> names;
    for (const auto& found : fs::directory_iterator(all, ec))
        if (found.is_directory(ec)) names.push_back(found.path().filename().string());
    std::sort(names.begin(), names.end());
    if (names.size() == 1) return all / names.front();
    if (names.empty()) return Error{ErrorCode::NotFound, "this folder of the hub's cache holds no snapshot", entry.string(), "download the model again"};
    std::string list;
    for (std::size_t i = 0; i < std::min<std::size_t>(names.size(), 4); ++i) list += (i > 0 ? ", " : "") + names[i];
    return Error{ErrorCode::InvalidArgument, "this folder of the hub's cache holds several snapshots, and refs/main names none of them", entry.string(),
                 "give one of its snapshots: " + list};
}

}  // namespace

Result<fs::path> hubSnapshot(const fs::path& folder) {
    const fs::path full = cleaned(folder);
    const bool snapshots = full.filename() == "snapshots" && full.parent_path().filename().string().starts_with(kEntry);
    if (snapshots) return snapshotIn(full.parent_path());
    std::error_code ec;
    if (full.filename().string().starts_with(kEntry) && fs::is_directory(full / "snapshots", ec)) return snapshotIn(full);
    return folder;
}

std::string hubName(const fs::path& path) {
    std::string name;
    for (const fs::path& part : cleaned(path))
        if (part.string().starts_with(kEntry)) name = part.string().substr(kEntry.size());
    const std::size_t at = name.find("--");
    return at == std::string::npos ? name : name.substr(0, at) + '/' + name.substr(at + 2);
}

}  // namespace tacq

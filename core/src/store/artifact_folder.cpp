#include "store/artifact_folder.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <ctime>

#include "base/fields.h"
#include "tacq/base/file_io.h"
#include "tacq/base/hash.h"
#include "tacq/base/names.h"

namespace tacq {
namespace fs = std::filesystem;
namespace {

constexpr int kManifestVersion = 1;
constexpr std::int64_t kMostBytes = std::int64_t{1} << 50;   // of one file; sums of them stay far below 2^64

bool isLeftover(const std::string& name) {
    const auto at = name.rfind(".tmp-");
    return at != std::string::npos && at + 5 < name.size() &&
           std::all_of(name.begin() + static_cast<std::ptrdiff_t>(at) + 5, name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Result<void> syncPath(const fs::path& path) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) return systemError(errno, "cannot open", path.string());
    const int failed = ::fsync(fd) == 0 ? 0 : errno;
    ::close(fd);
    if (failed) return systemError(failed, "cannot write to disk", path.string());
    return {};
}

constexpr const char* kAgain = "run `tacq workspace verify`, then repeat the command that made it";

Error damaged(const fs::path& folder, const std::string& what) { return {ErrorCode::InvalidFile, what, (folder / kManifestName).string(), kAgain}; }

}  // namespace

std::uint64_t Manifest::bytes() const {
    std::uint64_t sum = 0;
    for (const File& file : files) sum += file.bytes;
    return sum;
}

Result<Manifest> makeManifest(const fs::path& folder, const std::string& key, const std::string& kind) {
    Manifest manifest{key, kind, isoTime(), {}};
    for (const std::string& path : filesBelow(folder)) {
        if (path == kManifestName) continue;
        TACQ_TRY(std::string hash, sha256File(folder / path));
        std::error_code ec;
        const std::uint64_t size = fs::file_size(folder / path, ec);
        if (ec) return systemError(ec.value(), "cannot read", (folder / path).string());
        manifest.files.push_back({path, size, std::move(hash)});
    }
    return manifest;
}

Result<void> writeManifest(const fs::path& folder, const Manifest& manifest) {
    Json json{{"version", kManifestVersion}, {"key", manifest.key}, {"kind", manifest.kind}, {"created", manifest.created}};
    Json& files = json["files"] = Json::array();
    for (const auto& file : manifest.files) files.push_back({{"path", file.path}, {"bytes", file.bytes}, {"sha256", file.sha256}});
    return writeTextAtomic(folder / kManifestName, dumpJson(json, 1) + "\n");
}

Result<Manifest> readManifest(const fs::path& folder) {
    TACQ_TRY(const std::string text, readText(folder / kManifestName, 64u << 20));
    TACQ_TRY(const Json json, parseJson(text, (folder / kManifestName).string()));
    const FieldErrors errors{.context = (folder / kManifestName).string(), .hint = kAgain};
    Fields fields(json, errors);
    if (const Json* version = fields.value("version"); version && *version != kManifestVersion)
        return Error{ErrorCode::UnsupportedFormat, "the artifact was made by a newer version of this program", (folder / kManifestName).string(), "update this program"};
    (void)fields.integer("version", std::nullopt);
    Manifest manifest{fields.text("key"), fields.text("kind"), fields.text("created"), {}};
    if (!fields.has("files")) fields.wrong("files", "a list");
    for (const Json& file : fields.list("files")) {
        Fields one(file, errors);
        manifest.files.push_back({one.text("path"), static_cast<std::uint64_t>(one.integer("bytes", std::nullopt, 0, kMostBytes)), one.text("sha256")});
        TACQ_CHECK(one.done());
        if (!isInnerPath(manifest.files.back().path))
            return damaged(folder, "the artifact's list of files names one that cannot be its own: \"" + manifest.files.back().path + "\"");
    }
    TACQ_CHECK(fields.done());
    return manifest;
}

void removeLeftovers(const fs::path& folder) {
    std::error_code ec;
    for (const std::string& path : filesBelow(folder))
        if (isLeftover(path)) fs::remove(folder / path, ec);
}

Result<void> syncTree(const fs::path& folder) {
    std::error_code ec;
    for (fs::recursive_directory_iterator it(folder, ec), end; !ec && it != end; it.increment(ec))
        if (it->is_regular_file(ec) || it->is_directory(ec)) TACQ_CHECK(syncPath(it->path()));
    if (ec) return systemError(ec.value(), "cannot list", folder.string());
    return syncPath(folder);
}

std::vector<std::string> filesBelow(const fs::path& folder) {
    std::vector<std::string> files;
    std::error_code ec;
    for (fs::recursive_directory_iterator it(folder, ec), end; !ec && it != end; it.increment(ec))
        if (it->is_regular_file(ec)) files.push_back(it->path().lexically_relative(folder).generic_string());
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<std::string> entriesOf(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code ec;
    for (fs::directory_iterator it(folder, ec), end; !ec && it != end; it.increment(ec)) names.push_back(it->path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

std::uint64_t bytesBelow(const fs::path& folder) {
    std::uint64_t sum = 0;
    std::error_code ec;
    for (const std::string& path : filesBelow(folder)) {
        const std::uint64_t size = fs::file_size(folder / path, ec);
        if (!ec) sum += size;
    }
    return sum;
}

std::string isoTime(std::int64_t daysAgo) {
    const std::time_t when = std::time(nullptr) - static_cast<std::time_t>(daysAgo) * 86'400;
    std::tm utc{};
    ::gmtime_r(&when, &utc);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
    return text;
}

}  // namespace tacq

#include "pipeline/requests/known_identity.h"

#include <sys/stat.h>

#include <algorithm>
#include <optional>
#include <system_error>
#include <vector>

#include "base/ascii.h"
#include "base/json.h"
#include "checkpoint/checkpoint_data.h"
#include "tacq/base/file_io.h"
#include "tacq/base/hash.h"

namespace tacq {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kMostFiles = 4096;
constexpr auto kSettled = std::chrono::seconds(2);

std::chrono::system_clock::time_point timeOf(const timespec& time) {
    return std::chrono::system_clock::time_point(std::chrono::duration_cast<std::chrono::system_clock::duration>(std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec)));
}

/// Every file that the model may have been read from: those of its folder and of `tacq/` in it; of a GGUF its like beside it, which may be its other parts.
std::vector<fs::path> filesOf(const CheckpointData& data) {
    const bool gguf = data.kind == CheckpointKind::Gguf;
    std::vector<fs::path> files;
    for (const fs::path& folder : gguf ? std::vector{data.path.parent_path().empty() ? fs::path(".") : data.path.parent_path()} : std::vector{data.sideFolder, data.sideFolder / "tacq"}) {
        std::error_code ec, ignored;
        for (fs::directory_iterator at(folder, ec), end; !ec && at != end && files.size() <= kMostFiles; at.increment(ec))
            if (at->is_regular_file(ignored) && (!gguf || lowered(at->path().extension().string()) == ".gguf")) files.push_back(at->path());
    }
    if (gguf && std::find(files.begin(), files.end(), data.path) == files.end()) files.push_back(data.path);   // whatever it is called
    std::sort(files.begin(), files.end());
    return files;
}

/// Whether what the path leads to may be another thing than when the model was opened: a link that was set anew, or a name that something was moved to (which
/// touches no file of either model, but the folder that holds the name).
bool mayHaveMoved(const fs::path& path, std::chrono::system_clock::time_point opened) {
    std::error_code ec;
    const fs::path whole = fs::absolute(path, ec).lexically_normal(), own = whole.has_filename() ? whole : whole.parent_path();
    for (const fs::path& place : {own, own.parent_path()}) {
        struct stat status {};
        if (::lstat(place.c_str(), &status) != 0 || timeOf(status.st_mtim) > opened - kSettled) return true;
    }
    return false;
}

/// Equal as long as nothing changes that the identity is made from; empty where that cannot be told.
std::optional<std::string> markOf(const Checkpoint& model, std::chrono::system_clock::time_point opened) {
    const CheckpointData& data = CheckpointAccess::data(model);
    if (data.base || mayHaveMoved(model.path(), opened)) return std::nullopt;
    // How the model reads, too: another version of this program may see other tensors in the same files.
    std::string text = writeModelConfig(data.config) + "\n";
    for (const TensorInfo& tensor : model.tensors()) {
        text.append(tensor.name).append(" ").append(tensorTypeName(tensor.type));
        for (const std::int64_t size : tensor.shape) text.append(" ").append(std::to_string(size));
        text += "\n";
    }
    const std::vector<fs::path> files = filesOf(data);
    if (files.empty() || files.size() > kMostFiles) return std::nullopt;
    for (const fs::path& file : files) {
        struct stat status {};
        if (::stat(file.c_str(), &status) != 0) return std::nullopt;
        if (std::max(timeOf(status.st_mtim), timeOf(status.st_ctim)) > opened - kSettled) return std::nullopt;
        text.append(file.filename().string());
        for (const auto number : {static_cast<std::int64_t>(status.st_dev), static_cast<std::int64_t>(status.st_ino), static_cast<std::int64_t>(status.st_size), static_cast<std::int64_t>(status.st_mtim.tv_sec),
                                  static_cast<std::int64_t>(status.st_mtim.tv_nsec), static_cast<std::int64_t>(status.st_ctim.tv_sec), static_cast<std::int64_t>(status.st_ctim.tv_nsec)})
            text.append(" ").append(std::to_string(number));
        text += "\n";
    }
    return sha256Hex(text);
}

bool isHash(const std::string& text) { return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos; }

}  // namespace

Result<std::string> knownIdentity(const Checkpoint& model, const fs::path& workspace, std::chrono::system_clock::time_point opened) {
    const std::optional<std::string> mark = markOf(model, opened);
    if (!mark) return model.identity();
    std::error_code ec;
    const fs::path folder = workspace / "identities", record = folder / (sha256Hex(fs::absolute(model.path(), ec).lexically_normal().string()).substr(0, 32) + ".json");
    if (const auto text = readText(record, 64u << 10); text.ok())
        if (const auto known = parseJson(text.value(), record.string()); known.ok() && textOf(known.value(), "mark") == *mark)
            if (const std::string identity = textOf(known.value(), "identity"); isHash(identity)) return identity;
    TACQ_TRY(const std::string identity, model.identity());
    // Only what was the same before and after is known to be what was hashed.
    if (markOf(model, opened) != mark) return identity;
    fs::create_directory(folder, ec);
    static_cast<void>(writeTextAtomic(record, dumpJson({{"version", 1}, {"model", model.displayName()}, {"mark", *mark}, {"identity", identity}}) + "\n").ok());
    return identity;
}

}  // namespace tacq

#include "checkpoint/gguf/gguf_folder.h"

#include <algorithm>
#include <fstream>
#include <map>

#include "tacq/checkpoint/gguf.h"

namespace tacq {
namespace fs = std::filesystem;
namespace {

bool hasMagic(const fs::path& path) {
    char magic[4] = {};
    std::ifstream(path, std::ios::binary).read(magic, sizeof magic);
    return std::string_view(magic, sizeof magic) == "GGUF";
}

bool isSplit(const GgufFile& file) {
    const auto* count = file.get<std::int64_t>("split.count");
    return count && *count > 1;
}

bool holdsModel(const GgufFile& file) {
    return isSplit(file) || std::any_of(file.tensors().begin(), file.tensors().end(), [](const GgufTensor& tensor) { return tensor.name == "token_embd.weight"; });
}

/// Parts of one split share this; a file of its own is its own name.
std::string setName(const GgufFile& file) {
    const std::string stem = file.path().stem().string();
    return isSplit(file) && stem.size() > 15 ? stem.substr(0, stem.size() - 15) : file.path().filename().string();
}

}  // namespace

Result<std::optional<fs::path>> ggufInFolder(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code ec, ignored;
    for (const auto& entry : fs::directory_iterator(folder, ec))
        if (entry.is_regular_file(ignored) && hasMagic(entry.path())) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::map<std::string, fs::path> sets;
    std::optional<Error> damaged;
    for (const fs::path& path : files) {
        const auto file = GgufFile::open(path);
        if (!file.ok()) damaged = file.error();
        else if (holdsModel(file.value())) sets.emplace(setName(file.value()), path);
    }
    if (sets.size() == 1) return std::optional(sets.begin()->second);
    if (sets.empty() && damaged) return *damaged;
    // Only a projector or an adapter: opening it says what it is.
    if (sets.empty()) return files.empty() ? std::optional<fs::path>() : std::optional(files.front());
    std::string names;
    std::size_t count = 0;
    for (const auto& [name, path] : sets)
        if (count++ < 6) names += (count > 1 ? ", " : "") + path.filename().string();
    return Error{ErrorCode::InvalidArgument, "there are several GGUF files in this folder: " + names + (count > 6 ? " and more" : ""), folder.string(), "give one of them, as a file"};
}

}  // namespace tacq

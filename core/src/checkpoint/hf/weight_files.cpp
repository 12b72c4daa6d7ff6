#include "checkpoint/hf/weight_files.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <set>

#include "base/ascii.h"
#include "base/file_content.h"
#include "base/json.h"
#include "tacq/base/names.h"

namespace tacq {
namespace fs = std::filesystem;
namespace {

constexpr const char* kIndexEnding = ".safetensors.index.json";

Error invalid(std::string what, const fs::path& where, std::string hint = "get an undamaged copy of the model") {
    return {ErrorCode::InvalidFile, std::move(what), where.string(), std::move(hint)};
}

bool isBareFileName(const std::string& name) {
    const auto control = [](unsigned char c) { return c < 0x20 || c == 0x7f; };
    return isFileName(name) && std::none_of(name.begin(), name.end(), control);
}

/// Regular files of the folder whose names end so, in any capitals, by name.
std::vector<fs::path> filesEnding(const fs::path& folder, const std::string& ending) {
    std::vector<fs::path> files;
    std::error_code ec, ignored;
    for (const auto& entry : fs::directory_iterator(folder, ec))
        if (lowered(entry.path().filename().string()).ends_with(ending) && entry.is_regular_file(ignored)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

/// Whether a file is one of safetensors whatever it is called.
bool hasSafetensorsHead(const fs::path& file) {
    const auto mapped = MappedFile::open(file);
    return mapped.ok() && looksLikeSafetensors(mapped.value().bytes());
}

/// Weights of other things that lie in such folders: adapters, the original release under its own tensor names, a trainer's state.
bool isOtherWeights(const fs::path& file) {
    const std::string name = lowered(file.filename().string());
    return name.starts_with("adapter_") || name.starts_with("consolidated") || name.starts_with("optimizer") || name.starts_with("outliers");
}

std::vector<fs::path> looseFiles(const fs::path& folder) {
    std::vector<fs::path> files = filesEnding(folder, ".safetensors");
    std::erase_if(files, isOtherWeights);
    return files;
}

/// The index of the folder's shards: the usual one, else the only one.
std::optional<fs::path> indexFile(const fs::path& folder) {
    std::error_code ec;
    if (fs::exists(folder / "model.safetensors.index.json", ec)) return folder / "model.safetensors.index.json";
    std::vector<fs::path> found = filesEnding(folder, kIndexEnding);
    std::erase_if(found, isOtherWeights);
    return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
}

Result<std::map<std::string, std::string>> readWeightMap(const fs::path& index) {
    TACQ_TRY(const std::string text, readText(index, 256ull << 20));
    TACQ_TRY(const Json json, parseJson(text, index.string(), {8, 4'000'000}));
    const auto found = json.find("weight_map");
    if (!json.is_object() || found == json.end() || !found->is_object()) return invalid("the index has no weight_map", index);
    std::map<std::string, std::string> map;
    for (const auto& [name, file] : found->items()) {
        if (!file.is_string()) return invalid("weight_map of \"" + name.substr(0, 80) + "\" is not a file name", index);
        if (!isBareFileName(file.get<std::string>()))
            return invalid("shard \"" + file.get<std::string>().substr(0, 80) + "\" is not a plain file name in the same folder", index);
        map.emplace(name, file.get<std::string>());
    }
    if (map.empty()) return invalid("the index lists no tensors", index);
    return map;
}

/// NotFound with all names that are not there.
Result<void> requireAll(const fs::path& folder, const std::set<std::string>& names) {
    std::string missing;
    std::size_t count = 0;
    for (const std::string& name : names) {
        TACQ_TRY(const bool there, isThere(folder / name));
        if (there) continue;
        if (++count <= 8) missing += (count > 1 ? ", " : "") + name;
    }
    if (count == 0) return {};
    const std::string which = count == 1 ? "a file of the model is missing: " : std::to_string(count) + " of " + std::to_string(names.size()) + " files of the model are missing: ";
    return Error{ErrorCode::NotFound, which + missing + (count > 8 ? " and more" : ""), (folder / *names.begin()).parent_path().string(),
                 count == 1 ? "download or copy the missing file" : "download or copy the missing files"};
}

Result<void> addFile(const fs::path& path, CheckpointData& data) {
    TACQ_TRY(auto file, SafetensorsFile::open(path));
    data.safetensors.push_back(std::move(file));
    return {};
}

Result<TensorMap> openShards(const fs::path& index, CheckpointData& data) {
    TACQ_TRY(const auto weightMap, readWeightMap(index));
    std::set<std::string> names;
    for (const auto& [name, file] : weightMap) names.insert(file);
    TACQ_CHECK(requireAll(index.parent_path(), names));
    std::map<std::string, std::size_t> shards;
    for (const std::string& file : names) {
        shards.emplace(file, data.safetensors.size());
        TACQ_CHECK(addFile(index.parent_path() / file, data));
    }
    TensorMap tensors;
    for (const auto& [name, file] : weightMap) {
        const SafetensorsFile& shard = data.safetensors[shards.at(file)];
        const SafetensorsEntry* entry = shard.find(name);
        if (!entry) return invalid("the index says that " + file + " holds \"" + name.substr(0, 80) + "\", which it does not", index);
        tensors.emplace(name, FoundTensor{entry, shard.bytes(*entry)});
    }
    return tensors;
}

/// All names of the set that a shard's own name tells of.
std::set<std::string> namesOfSet(const std::string& shard) {
    const std::string ending = ".safetensors", stem = shard.substr(0, shard.size() - ending.size());
    int parts = 0;
    std::from_chars(stem.data() + stem.size() - 5, stem.data() + stem.size(), parts);
    std::set<std::string> names;
    for (int i = 1; i <= parts; ++i) {
        const std::string digits = std::to_string(i);
        names.insert(stem.substr(0, stem.size() - 14) + std::string(5 - digits.size(), '0') + digits + stem.substr(stem.size() - 9) + shard.substr(stem.size()));
    }
    return names;
}

/// Files without an index: one file under a name of its own, or a set that is complete by its own numbering.
Result<TensorMap> openLoose(const std::vector<fs::path>& files, CheckpointData& data) {
    for (const fs::path& file : files)
        if (isShardName(file.filename().string())) TACQ_CHECK(requireAll(file.parent_path(), namesOfSet(file.filename().string())));
    TensorMap tensors;
    for (const fs::path& file : files) {
        TACQ_TRY(const TensorMap part, openWeightFile(file, data));
        for (const auto& [name, found] : part) {
            const auto [at, added] = tensors.emplace(name, found);
            const bool same = added || (at->second.entry->dtype == found.entry->dtype && std::equal(found.bytes.begin(), found.bytes.end(), at->second.bytes.begin(), at->second.bytes.end()));
            if (!same)
                return invalid(std::string("tensor ").append(name, 0, 80).append(" is in several files with different values, and no index says which counts"), file,
                               "give one of the files, or the model's own index");
        }
    }
    std::string names = files.front().filename().string();
    if (files.size() > 1) names += " and " + std::to_string(files.size() - 1) + " more";
    data.notes.push_back({"files-without-index", "there is neither model.safetensors nor an index: the weights are read from " + names});
    return tensors;
}

}  // namespace

Result<bool> isThere(const fs::path& path) {
    std::error_code ec;
    const fs::file_status status = fs::status(path, ec);
    if (fs::exists(status)) return true;
    if (status.type() != fs::file_type::not_found) return systemError(ec.value(), "cannot look at", path.string());
    if (!fs::is_symlink(fs::symlink_status(path, ec))) return false;
    return Error{ErrorCode::NotFound, "this is a link to a file that is not there", path.string(), "download the model anew, or mend the link"};
}

bool isShardName(const std::string& fileName) {
    constexpr std::size_t kSuffix = 14;   // 00001-of-00003
    const std::string name = lowered(fileName), ending = ".safetensors";
    if (!name.ends_with(ending) || name.size() < ending.size() + kSuffix + 1) return false;
    const std::string digits = name.substr(name.size() - ending.size() - kSuffix, kSuffix);
    const auto all = [&](std::size_t from) { return std::all_of(digits.begin() + static_cast<std::ptrdiff_t>(from), digits.begin() + static_cast<std::ptrdiff_t>(from) + 5, [](unsigned char c) { return std::isdigit(c) != 0; }); };
    return all(0) && digits.substr(5, 4) == "-of-" && all(9);
}

bool hasSafetensors(const fs::path& folder) { return indexFile(folder) || !looseFiles(folder).empty(); }

Result<TensorMap> openWeightFile(const fs::path& file, CheckpointData& data) {
    TACQ_CHECK(addFile(file, data));
    TensorMap tensors;
    for (const SafetensorsEntry& entry : data.safetensors.back().entries()) tensors.emplace(entry.name, FoundTensor{&entry, data.safetensors.back().bytes(entry)});
    return tensors;
}

Result<TensorMap> openFolderWeights(const fs::path& folder, CheckpointData& data) {
    TACQ_TRY(const bool usual, isThere(folder / "model.safetensors"));
    if (usual) return openWeightFile(folder / "model.safetensors", data);
    if (const auto index = indexFile(folder)) return openShards(*index, data);
    if (const auto files = looseFiles(folder); !files.empty()) return openLoose(files, data);
    std::vector<fs::path> pickles, misnamed;
    for (const char* ending : {".bin", ".pt", ".pth", ".ckpt", ".bin.index.json"})
        for (const fs::path& file : filesEnding(folder, ending)) (hasSafetensorsHead(file) ? misnamed : pickles).push_back(file);
    if (!misnamed.empty()) return openLoose(misnamed, data);
    if (!pickles.empty())
        return Error{ErrorCode::UnsupportedFormat, "the folder holds PyTorch pickles, which are not read", folder.string(), "use the model's safetensors files"};
    const std::vector<fs::path> others = filesEnding(folder, ".safetensors");
    if (std::any_of(others.begin(), others.end(), [](const fs::path& file) { return lowered(file.filename().string()).starts_with("consolidated"); }))
        return Error{ErrorCode::UnsupportedFormat, "the folder holds weights only under the tensor names of the original release", folder.string(), "download the files in the layout of transformers: model*.safetensors"};
    return Error{ErrorCode::NotFound, "the folder has no model.safetensors and no model.safetensors.index.json", folder.string(),
                 "download the model's weights into the folder"};
}

}  // namespace tacq

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/json.h"
#include "checkpoint/checkpoint_data.h"
#include "checkpoint/packed/packed_reader.h"

namespace tacq {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kShardNameCap = 255;

/// Where each tensor name is to be found.
using TensorMap = std::unordered_map<std::string, FoundTensor>;

Error invalid(std::string what, const fs::path& where, std::string hint = "get an undamaged copy of the model") {
    return {ErrorCode::InvalidFile, std::move(what), where.string(), std::move(hint)};
}

bool isBareFileName(const std::string& name) {
    const auto control = [](unsigned char c) { return c < 0x20 || c == 0x7f; };
    return !name.empty() && name.size() <= kShardNameCap && name.find_first_of("/\\") == std::string::npos && name.front() != '.' &&
           std::none_of(name.begin(), name.end(), control);
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

Result<void> addFile(const fs::path& path, CheckpointData& data) {
    std::error_code ec;
    if (!fs::exists(path, ec))
        return Error{ErrorCode::NotFound, "a file of the model is missing: " + path.filename().string(), path.string(), "download or copy the missing file"};
    TACQ_TRY(auto file, SafetensorsFile::open(path));
    data.safetensors.push_back(std::move(file));
    return {};
}

Result<TensorMap> openShards(const fs::path& index, CheckpointData& data) {
    TACQ_TRY(const auto weightMap, readWeightMap(index));
    std::map<std::string, std::size_t> shards;
    for (const auto& [name, file] : weightMap)
        if (shards.emplace(file, shards.size()).second) TACQ_CHECK(addFile(index.parent_path() / file, data));
    TensorMap tensors;
    for (const auto& [name, file] : weightMap) {
        const SafetensorsFile& shard = data.safetensors[shards.at(file)];
        const SafetensorsEntry* entry = shard.find(name);
        if (!entry) return invalid("the index says that " + file + " holds \"" + name.substr(0, 80) + "\", which it does not", index);
        tensors.emplace(name, FoundTensor{entry, shard.bytes(*entry)});
    }
    return tensors;
}

Result<TensorMap> openOne(const fs::path& path, CheckpointData& data) {
    TACQ_CHECK(addFile(path, data));
    TensorMap tensors;
    for (const SafetensorsEntry& entry : data.safetensors.back().entries()) tensors.emplace(entry.name, FoundTensor{&entry, data.safetensors.back().bytes(entry)});
    return tensors;
}

Result<TensorMap> openWeights(const fs::path& folder, CheckpointData& data) {
    std::error_code ec;
    if (fs::exists(folder / "model.safetensors", ec)) return openOne(folder / "model.safetensors", data);
    if (fs::exists(folder / "model.safetensors.index.json", ec)) return openShards(folder / "model.safetensors.index.json", data);
    if (fs::exists(folder / "pytorch_model.bin", ec) || fs::exists(folder / "pytorch_model.bin.index.json", ec))
        return Error{ErrorCode::UnsupportedFormat, "the folder holds PyTorch pickles, which are not read", folder.string(), "use the model's safetensors files"};
    return Error{ErrorCode::NotFound, "the folder has no model.safetensors and no model.safetensors.index.json", folder.string(),
                 "download the model's weights into the folder"};
}

std::optional<TensorType> weightType(const std::string& dtype) {
    if (dtype == "F32") return TensorType::F32;
    if (dtype == "F16") return TensorType::F16;
    if (dtype == "BF16") return TensorType::BF16;
    if (dtype == "F64") return TensorType::F64;
    return std::nullopt;
}

std::string shapeText(const std::vector<std::int64_t>& shape) {
    std::string text;
    for (const std::int64_t size : shape) text.append(text.empty() ? "[" : ", ").append(std::to_string(size));
    return text.append(shape.empty() ? "[]" : "]");
}

Result<StoredTensor> denseTensor(const ModelTensor& expected, const FoundTensor& found, const fs::path& path) {
    const auto type = weightType(found.entry->dtype);
    if (!type)
        return Error{ErrorCode::UnsupportedFormat, "tensor \"" + expected.name + "\" has dtype " + found.entry->dtype, path.string(), "weights may be F32, F16, BF16 or F64"};
    if (found.entry->shape != expected.shape)
        return invalid("tensor \"" + expected.name + "\" has shape " + shapeText(found.entry->shape) + " where config.json asks for " + shapeText(expected.shape), path);
    StoredTensor tensor;
    tensor.info = {expected.name, *type, expected.shape, found.entry->bytes};
    tensor.data = found.bytes;
    return tensor;
}

/// Buffers that older transformers saved and no reader needs.
bool isIgnored(const std::string& name, bool tied) {
    return name.ends_with(".rotary_emb.inv_freq") || name.ends_with(".masked_bias") || (tied && name == "lm_head.weight");
}

bool allZero(std::span<const std::byte> bytes) {
    return std::all_of(bytes.begin(), bytes.end(), [](std::byte b) { return b == std::byte{0}; });
}

/// Parts that a model of these families may have and a forward pass without them would miss; anything else is not known at all.
bool wouldBeMissed(const std::string& name, const FoundTensor& found) {
    const bool bias = name.ends_with("_proj.bias"), norm = name.ends_with(".q_norm.weight") || name.ends_with(".k_norm.weight");
    return norm || (bias && !allZero(found.bytes));
}

/// What the files hold beyond the model: left aside with one note, as transformers does with a warning, unless the model's own config.json denies it.
Result<void> leaveAside(std::vector<std::string> names, const TensorMap& tensors, CheckpointData& data) {
    if (names.empty()) return {};
    std::sort(names.begin(), names.end());
    for (const std::string& name : names)
        if (wouldBeMissed(name, tensors.at(name)))
            return Error{ErrorCode::UnsupportedModel, "tensor \"" + name.substr(0, 120) + "\" is not part of a " + data.config.architectureName + " with this config.json",
                         data.path.string(), "if the model does have it, say so in config.json (attention_bias, mlp_bias, model_type)"};
    std::string text = std::to_string(names.size()) + (names.size() == 1 ? " tensor that a " : " tensors that a ") + data.config.architectureName +
                       (names.size() == 1 ? " does not have is left aside: " : " does not have are left aside: ");
    for (std::size_t i = 0; i < std::min<std::size_t>(names.size(), 3); ++i) text += (i > 0 ? ", \"" : "\"") + names[i].substr(0, 120) + "\"";
    if (names.size() > 3) text += " and more";
    data.notes.push_back({"tensors-ignored", std::move(text)});
    return {};
}

/// Every tensor of the model, in model order, out of what the files hold; `grids` is empty unless the folder is packed.
Result<void> collect(const TensorMap& tensors, const std::map<std::string, GridOptions>& grids, CheckpointData& data) {
    std::unordered_set<std::string> used;
    const auto find = [&](const std::string& name) {
        const auto found = tensors.find(name);
        if (found == tensors.end()) return FoundTensor{};
        used.insert(name);
        return found->second;
    };
    for (const ModelTensor& expected : modelTensors(data.config)) {
        const auto grid = grids.find(expected.name);
        if (grid != grids.end()) {
            TACQ_TRY(auto tensor, findPackedLinear(expected.name, expected.shape[0], expected.shape[1], grid->second, find, data.path.string()));
            data.tensors.push_back(std::move(tensor));
            continue;
        }
        std::optional<StoredTensor> codes8;
        if (!grids.empty()) {
            TACQ_TRY(codes8, findCodes8(expected, find, data.path.string()));
        }
        if (codes8) {
            data.tensors.push_back(std::move(*codes8));
            continue;
        }
        const FoundTensor found = find(expected.name);
        if (!found.entry) return invalid("tensor \"" + expected.name + "\" is missing", data.path);
        TACQ_TRY(auto tensor, denseTensor(expected, found, data.path));
        data.tensors.push_back(std::move(tensor));
    }
    std::vector<std::string> rest;
    for (const auto& [name, found] : tensors)
        if (!used.contains(name) && !isIgnored(name, data.config.tiedEmbeddings)) rest.push_back(name);
    return leaveAside(std::move(rest), tensors, data);
}

/// Adds the sparse part of a packed folder to `tensors` and reads the grids.
Result<std::map<std::string, GridOptions>> openPackedParts(const fs::path& folder, const std::string& configText, TensorMap& tensors, CheckpointData& data) {
    data.kind = CheckpointKind::Packed;
    TACQ_TRY(const auto outliers, openOne(folder / "tacq" / "outliers.safetensors", data));
    TACQ_CHECK(checkPackedMetadata(data));
    for (const auto& [name, found] : outliers)
        if (!tensors.emplace(name, found).second) return invalid("tensor \"" + name.substr(0, 80) + "\" is in two files", folder);
    return readPackedGrids(configText, modelLinears(data.config), (folder / "config.json").string());
}

Result<CheckpointData> openWith(const fs::path& folder, CheckpointData data, Result<TensorMap> (*weights)(const fs::path&, CheckpointData&), const fs::path& path) {
    data.path = path;
    data.sideFolder = folder;
    std::error_code ec;
    if (!fs::exists(folder / "config.json", ec))
        return Error{ErrorCode::NotFound, "there is no config.json beside the weights", folder.string(), "download the model's config.json into the folder"};
    TACQ_TRY(const std::string text, readText(folder / "config.json", 64ull << 20));
    TACQ_TRY(data.config, parseModelConfig(text, (folder / "config.json").string()));
    TACQ_TRY(const bool packed, isPackedConfig(text, (folder / "config.json").string()));
    TACQ_TRY(auto tensors, weights(path, data));
    std::map<std::string, GridOptions> grids;
    if (packed) {
        TACQ_TRY(grids, openPackedParts(folder, text, tensors, data));
    }
    data.metadata = data.safetensors.front().metadata();
    TACQ_CHECK(collect(tensors, grids, data));
    return data;
}

}  // namespace

Result<CheckpointData> openHuggingFaceFolder(const fs::path& folder) {
    std::error_code ec;
    if (!fs::exists(folder / "config.json", ec)) {
        std::vector<fs::path> ggufs;
        bool weights = false;
        for (const auto& entry : fs::directory_iterator(folder, ec)) {
            if (entry.path().extension() == ".gguf") ggufs.push_back(entry.path());
            weights = weights || entry.path().extension() == ".safetensors";
        }
        if (ggufs.size() == 1) return openGguf(ggufs.front());
        if (ggufs.size() > 1) return Error{ErrorCode::InvalidArgument, "there are several GGUF files in this folder", folder.string(), "give one of them, as a file"};
        if (!weights && !ec)
            return Error{ErrorCode::NotFound, "there is no model in this folder: neither config.json nor weights", folder.string(),
                         "give a Hugging Face folder (config.json, tokenizer.json and .safetensors files) or a .gguf file"};
    }
    CheckpointData data;
    data.displayName = fs::absolute(folder).lexically_normal().filename().string();
    if (data.displayName.empty()) data.displayName = fs::absolute(folder).lexically_normal().parent_path().filename().string();
    return openWith(folder, std::move(data), openWeights, folder);
}

Result<CheckpointData> openSingleSafetensors(const fs::path& file) {
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    CheckpointData data;
    data.kind = CheckpointKind::SingleSafetensors;
    data.displayName = file.stem().string();
    return openWith(folder, std::move(data), openOne, file);
}

}  // namespace tacq

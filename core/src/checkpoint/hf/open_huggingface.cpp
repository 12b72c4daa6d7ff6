#include <algorithm>

#include "base/json.h"
#include "checkpoint/checkpoint_data.h"
#include "checkpoint/config/text_model.h"
#include "checkpoint/gguf/gguf_folder.h"
#include "checkpoint/hf/collect.h"
#include "checkpoint/hf/foreign_weights.h"
#include "checkpoint/hf/hub_cache.h"
#include "checkpoint/hf/tensor_names.h"
#include "checkpoint/packed/packed_reader.h"
#include "checkpoint/words/word_linear.h"

namespace tacq {
namespace fs = std::filesystem;
namespace {

/// A folder's config.json with what was settled about it: `changed` where it is no longer the file's own text.
struct Config {
    Json json;
    std::string text;       ///< of the model to be read; of the text model where the file describes more
    std::string claimed;    ///< the tool that it names for its weights, our own excepted
    bool packed = false, changed = false;
};

Result<Config> readConfig(const fs::path& file, CheckpointData& data) {
    Config config;
    TACQ_TRY(config.text, readText(file, 64ull << 20));
    TACQ_TRY(config.json, parseJson(config.text, file.string(), {32, 2'000'000}));
    if (!config.json.is_object()) return Error{ErrorCode::InvalidFile, "the file is not a JSON object", file.string(), "get an undamaged copy of the file"};
    TACQ_TRY(auto base, packedBaseConfig(config.json, file.string()));
    if (base) {
        TACQ_TRY(data.changed, packedChanged(config.json, file.string()));
        config.json = std::move(*base);
        config.text = dumpJson(config.json, 2) + "\n";
        config.changed = true;
    }
    TACQ_TRY(auto inside, textModelInside(config.json, file.string()));
    if (inside) {
        config.json = std::move(inside->config);
        config.text = dumpJson(config.json, 2) + "\n";
        config.changed = true;
    }
    TACQ_TRY(data.config, parseModelConfig(config.text, file.string(), &data.notes));
    if (inside)
        data.notes.push_back({"text-model-only", "only the text model inside this " + inside->wrapper.substr(0, 80) + " is read, as a " + data.config.architectureName +
                                                     "; exports hold that text model alone"});
    TACQ_TRY(config.packed, isPackedConfig(config.text, file.string()));
    if (!config.packed) config.claimed = claimedQuantizer(config.json);
    return config;
}

/// Adds the sparse part of a packed folder to `tensors` and reads the grids.
Result<std::map<std::string, GridOptions>> openPackedParts(const fs::path& folder, const std::string& configText, TensorMap& tensors, CheckpointData& data) {
    data.kind = CheckpointKind::Packed;
    TACQ_TRY(const bool there, isThere(folder / "tacq" / "outliers.safetensors"));
    if (!there)
        return Error{ErrorCode::NotFound, "a file of the model is missing: outliers.safetensors", (folder / "tacq" / "outliers.safetensors").string(), "download or copy the missing file"};
    TACQ_TRY(const auto outliers, openWeightFile(folder / "tacq" / "outliers.safetensors", data));
    TACQ_CHECK(checkPackedMetadata(data));
    for (const auto& [name, found] : outliers)
        if (!tensors.emplace(name, found).second)
            return Error{ErrorCode::InvalidFile, "tensor \"" + name.substr(0, 80) + "\" is in two files", folder.string(), "get an undamaged copy of the model"};
    return readPackedGrids(configText, modelLinears(data.config), (folder / "config.json").string());
}

/// What config.json says to have changed must be there, and dense.
Result<void> checkChanged(const CheckpointData& data) {
    for (const std::string& name : data.changed) {
        const auto isDense = [&name](const StoredTensor& tensor) { return tensor.info.name == name && tensor.form != StoredTensor::Form::Packed; };
        if (std::none_of(data.tensors.begin(), data.tensors.end(), isDense))
            return Error{ErrorCode::InvalidFile, "\"changed\" names \"" + name.substr(0, 120) + "\", which is no dense tensor of the model", data.path.string(), "get an undamaged copy of the checkpoint"};
    }
    return {};
}

Result<CheckpointData> openWith(const fs::path& folder, CheckpointData data, Result<TensorMap> (*weights)(const fs::path&, CheckpointData&), const fs::path& path) {
    data.sideFolder = folder;
    TACQ_TRY(const bool described, isThere(folder / "config.json"));
    if (!described) {
        if (auto adapter = adapterInstead(folder, data.path)) return *adapter;
        return Error{ErrorCode::NotFound, "there is no config.json beside the weights", folder.string(), "download the model's config.json into the folder"};
    }
    TACQ_TRY(Config config, readConfig(folder / "config.json", data));
    auto found = weights(path, data);
    if (!found.ok() && data.safetensors.empty())
        if (auto adapter = adapterInstead(folder, data.path)) return *adapter;
    TACQ_TRY(TensorMap tensors, std::move(found));
    std::map<std::string, GridOptions> grids;
    if (config.packed) {
        TACQ_TRY(grids, openPackedParts(folder, config.text, tensors, data));
    } else {
        TACQ_TRY(tensors, standardNames(std::move(tensors), data));
        const bool tied = data.config.tiedEmbeddings;
        TACQ_CHECK(settleHead(tensors, data));
        if (tied != data.config.tiedEmbeddings) {
            config.json["tie_word_embeddings"] = data.config.tiedEmbeddings;
            config.changed = true;
        }
    }
    data.metadata = data.safetensors.front().metadata();
    std::optional<WordConfig> words;
    if (!config.claimed.empty() && hasWords(tensors)) { TACQ_TRY(words, wordConfig(config.json, (folder / "config.json").string())); }
    TACQ_CHECK(collectTensors(tensors, grids, config.claimed, data, words));
    TACQ_CHECK(checkChanged(data));
    if (words) {
        data.notes.push_back({"codes-read", "the weights are already quantized, by " + words->tool + ": they are read as the numbers that their codes stand for"});
        eraseQuantizer(config.json);
        config.changed = true;
    } else if (!config.claimed.empty()) {
        data.notes.push_back({"quantization-ignored", "config.json says that the weights are quantized by " + config.claimed +
                                                          ", but every one is there in a plain type: they are read as they are"});
        eraseQuantizer(config.json);
        config.changed = true;
    }
    std::error_code ec;
    if (fs::exists(folder / "adapter_config.json", ec))
        data.notes.push_back({"adapter-beside", "an adapter lies beside the weights; it is not applied: the model is read without it"});
    if (config.changed) data.configText = dumpJson(config.json, 2) + "\n";
    return data;
}

/// Folders right below this one that look like a model, for someone who gave the folder around it; empty where there are none.
std::string modelsBelow(const fs::path& folder) {
    std::error_code ec, ignored;
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder, ec)) {
        const std::string name = entry.path().filename().string();
        if (entry.is_directory(ignored) && (name.starts_with("models--") || fs::exists(entry.path() / "config.json", ignored))) names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    std::string text;
    for (std::size_t i = 0; i < std::min<std::size_t>(names.size(), 3); ++i) text += (i > 0 ? " or " : "") + names[i];
    return names.size() > 3 ? text + " or another" : text;
}

std::string nameOf(const fs::path& folder) {
    const fs::path full = fs::absolute(folder).lexically_normal();
    return full.has_filename() ? full.filename().string() : full.parent_path().filename().string();
}

}  // namespace

Result<CheckpointData> openHuggingFaceFolder(const fs::path& asked) {
    TACQ_TRY(const fs::path folder, hubSnapshot(asked));
    const std::string hub = hubName(folder);
    std::error_code ec;
    if (const fs::directory_iterator listing(folder, ec); ec) return systemError(ec.value(), "cannot list the folder", folder.string());
    if (!hasSafetensors(folder)) {
        TACQ_TRY(const auto gguf, ggufInFolder(folder));
        if (gguf) {
            TACQ_TRY(CheckpointData data, openGguf(*gguf));
            return data;
        }
    }
    TACQ_TRY(const bool described, isThere(folder / "config.json"));
    if (!described && !hasSafetensors(folder)) {
        if (auto adapter = adapterInstead(folder, asked)) return *adapter;
        const std::string below = modelsBelow(folder);
        return Error{ErrorCode::NotFound, "there is no model in this folder: neither config.json nor weights", folder.string(),
                     below.empty() ? "give a Hugging Face folder (config.json, tokenizer.json and .safetensors files) or a .gguf file" : "there are models in folders below it: give " + below};
    }
    CheckpointData data;
    data.path = asked;
    data.displayName = hub.empty() ? nameOf(folder) : hub;
    return openWith(folder, std::move(data), openFolderWeights, folder);
}

Result<CheckpointData> openSingleSafetensors(const fs::path& file) {
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    // One of several files stands for the model that they are together.
    if (isShardName(file.filename().string())) return openHuggingFaceFolder(folder);
    CheckpointData data;
    data.kind = CheckpointKind::SingleSafetensors;
    data.path = file;
    const std::string hub = hubName(file);
    data.displayName = hub.empty() ? file.stem().string() : hub;
    return openWith(folder, std::move(data), openWeightFile, file);
}

}  // namespace tacq

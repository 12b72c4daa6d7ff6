#include <cstdio>
#include <unordered_map>

#include "checkpoint/checkpoint_data.h"
#include "checkpoint/config/family.h"
#include "checkpoint/gguf/dequantize.h"
#include "checkpoint/gguf/ggml_types.h"
#include "checkpoint/gguf/gguf_config.h"
#include "checkpoint/hf/hub_cache.h"

namespace tacq {
namespace fs = std::filesystem;
namespace {

struct Found {
    const GgufTensor* tensor = nullptr;
    std::span<const std::byte> bytes;
};
using TensorMap = std::unordered_map<std::string, Found>;

Error invalid(std::string what, const fs::path& where) {
    return {ErrorCode::InvalidFile, std::move(what), where.string(), "get an undamaged copy of the model"};
}

/// `name-00001-of-00003.gguf` → the name of part `number` of `count`.
Result<fs::path> partPath(const fs::path& any, std::int64_t number, std::int64_t count) {
    const std::string stem = any.stem().string();
    constexpr std::size_t kSuffix = 15;  // -00001-of-00003
    if (stem.size() <= kSuffix || stem[stem.size() - kSuffix] != '-' || stem.substr(stem.size() - 9, 4) != "-of-")
        return Error{ErrorCode::InvalidFile, "the file is one part of a split model but is not named like one", any.string(),
                     "give it back its name, such as model-00001-of-00003.gguf"};
    char suffix[32];
    std::snprintf(suffix, sizeof suffix, "-%05lld-of-%05lld", static_cast<long long>(number), static_cast<long long>(count));
    return any.parent_path() / (stem.substr(0, stem.size() - kSuffix) + suffix + any.extension().string());
}

/// NotFound with the names of all parts that are not there.
Result<void> requireParts(const fs::path& path, std::int64_t parts) {
    std::string missing;
    std::int64_t count = 0;
    for (std::int64_t i = 0; i < parts; ++i) {
        TACQ_TRY(const fs::path part, partPath(path, i + 1, parts));
        std::error_code ec;
        if (!fs::exists(part, ec) && ++count <= 8) missing += (count > 1 ? ", " : "") + part.filename().string();
    }
    if (count == 0) return {};
    return Error{ErrorCode::NotFound,
                 count == 1 ? "a part of the split model is missing: " + missing
                            : std::to_string(count) + " of " + std::to_string(parts) + " parts of the split model are missing: " + missing + (count > 8 ? " and more" : ""),
                 path.string(), count == 1 ? "download or copy the missing part" : "download or copy the missing parts"};
}

/// The error for a GGUF that is a part of a model or belongs to one.
std::optional<Error> notAModel(const GgufFile& file) {
    const auto text = [&](const char* key) {
        const auto* value = file.get<std::string>(key);
        return value ? value->substr(0, 120) : std::string();
    };
    const std::string type = text("general.type"), architecture = text("general.architecture");
    const auto refuse = [&](std::string what, std::string hint) { return Error{ErrorCode::UnsupportedFormat, std::move(what), file.path().string(), std::move(hint)}; };
    if (type == "adapter") {
        const std::string base = text("general.base_model.0.name");
        return refuse("this is a LoRA adapter of " + (base.empty() ? "another model" : base) + ", not a model", "merge it into that model first and give the merged GGUF");
    }
    if (type == "mmproj" || architecture == "clip" || architecture == "mmproj")
        return refuse("this is the projector of a multimodal model, not the model itself", "give the GGUF of the language model that it belongs to");
    if (type == "imatrix" || architecture == "imatrix") return refuse("this is an importance matrix, not a model", "give the model that it was made from");
    if (architecture == "controlvector") return refuse("this is a control vector, not a model", "give the model that it was made for");
    return std::nullopt;
}

Result<void> openParts(const fs::path& path, CheckpointData& data) {
    TACQ_TRY(auto given, GgufFile::open(path));
    const auto* count = given.get<std::int64_t>("split.count");
    if (!count || *count <= 1) {
        data.ggufs.push_back(std::move(given));
        return {};
    }
    const std::int64_t parts = *count;
    if (parts > 9999) return invalid("the file claims to be split into " + std::to_string(parts) + " parts", path);
    TACQ_CHECK(requireParts(path, parts));
    for (std::int64_t i = 0; i < parts; ++i) {
        TACQ_TRY(const fs::path part, partPath(path, i + 1, parts));
        TACQ_TRY(auto file, GgufFile::open(part));
        const auto* number = file.get<std::int64_t>("split.no");
        const auto* claimed = file.get<std::int64_t>("split.count");
        if (!number || *number != i || !claimed || *claimed != parts) return invalid("split.no or split.count does not fit the file's name", part);
        data.ggufs.push_back(std::move(file));
    }
    return {};
}

Result<TensorMap> mapTensors(const CheckpointData& data) {
    TensorMap tensors;
    for (const GgufFile& file : data.ggufs)
        for (const GgufTensor& tensor : file.tensors())
            if (!tensors.emplace(tensor.name, Found{&tensor, file.bytes(tensor)}).second) return invalid("tensor \"" + tensor.name + "\" is in two parts", file.path());
    if (const auto* total = data.ggufs.front().get<std::int64_t>("split.tensors.count"); total && static_cast<std::size_t>(*total) != tensors.size())
        return invalid("the parts do not hold the number of tensors that the first one names", data.path);
    return tensors;
}

Result<std::vector<float>> ropeFactors(const TensorMap& tensors, const fs::path& path) {
    const auto found = tensors.find("rope_freqs.weight");
    if (found == tensors.end()) return std::vector<float>{};
    if (found->second.tensor->type != 0 || found->second.tensor->sizes.size() != 1) return invalid("rope_freqs.weight is not a list of F32", path);
    std::vector<float> factors(static_cast<std::size_t>(found->second.tensor->sizes[0]));
    dequantizeBlocks(TensorType::F32, found->second.bytes, factors);
    return factors;
}

/// Which tensors carry llama's interleaved heads: weights and biases of q and k.
bool isInterleaved(const ModelTensor& tensor, const ModelConfig& config) {
    return config.family->ggufInterleavesHeads && (tensor.linear == LinearKind::Query || tensor.linear == LinearKind::Key);
}

Result<StoredTensor> storedTensor(const ModelTensor& expected, const Found& found, const CheckpointData& data) {
    const auto type = tensorTypeOfGgml(found.tensor->type);
    if (!type)
        return Error{ErrorCode::UnsupportedFormat, "tensor \"" + found.tensor->name + "\" has type " + ggmlTypeName(found.tensor->type), data.path.string(),
                     "readable types are F32, F16, BF16, Q2_0, Q4_0, Q4_1, Q5_0, Q5_1, Q8_0, Q2_K to Q6_K, IQ2_XXS to IQ4_XS, TQ1_0, TQ2_0 and MXFP4"};
    std::vector<std::int64_t> shape(found.tensor->sizes.rbegin(), found.tensor->sizes.rend());
    // Writers may state trailing dimensions of 1, which come first once reversed.
    while (shape.size() > expected.shape.size() && shape.front() == 1) shape.erase(shape.begin());
    if (shape != expected.shape) return invalid("tensor \"" + found.tensor->name + "\" does not have the size that the metadata asks for", data.path);
    StoredTensor tensor;
    tensor.info = {expected.name, *type, expected.shape, found.tensor->bytes};
    tensor.data = found.bytes;
    if (isInterleaved(expected, data.config)) {
        tensor.form = StoredTensor::Form::InterleavedHeads;
        tensor.headDim = data.config.headDim;
    }
    return tensor;
}

Result<void> collect(const TensorMap& tensors, CheckpointData& data) {
    std::unordered_map<std::string, Found> byName;
    for (const auto& [name, found] : tensors) {
        if (name == "rope_freqs.weight" || name.ends_with(".rope_freqs.weight") || name.ends_with(".attn_rot_embd")) continue;
        const std::string known = huggingFaceName(name, *data.config.family);
        if (known.empty())
            return Error{ErrorCode::UnsupportedModel, "tensor \"" + name + "\" is not part of a " + data.config.architectureName, data.path.string(),
                         "supported are " + supportedArchitectures()};
        byName.emplace(known, found);
    }
    for (const ModelTensor& expected : modelTensors(data.config)) {
        const auto found = byName.find(expected.name);
        if (found == byName.end()) return invalid("tensor \"" + expected.name + "\" is missing", data.path);
        TACQ_TRY(auto tensor, storedTensor(expected, found->second, data));
        data.tensors.push_back(std::move(tensor));
        byName.erase(found);
    }
    if (byName.empty()) return {};
    return Error{ErrorCode::UnsupportedModel, "tensor \"" + byName.begin()->first + "\" is not part of a " + data.config.architectureName + " with these settings",
                 data.path.string(), "supported are " + supportedArchitectures()};
}

/// What a converter wrote into the file is often another name than the model is known by (and alike for every size of it): it goes by its file, without
/// the number of a part.
std::string fileName(const fs::path& path) {
    std::string name = path.stem().string();
    constexpr std::string_view kPart = "-00001-of-00000";
    if (name.size() > kPart.size() && name.compare(name.size() - kPart.size(), kPart.size() - 5, kPart, 0, kPart.size() - 5) == 0) name.resize(name.size() - kPart.size());
    return name;
}

}  // namespace

Result<CheckpointData> openGguf(const fs::path& path) {
    CheckpointData data;
    data.kind = CheckpointKind::Gguf;
    data.path = path;
    TACQ_CHECK(openParts(path, data));
    if (auto other = notAModel(data.ggufs.front())) return *other;
    TACQ_TRY(const auto tensors, mapTensors(data));
    TACQ_TRY(const auto factors, ropeFactors(tensors, path));
    std::vector<GgufTensor> list;
    for (const GgufFile& file : data.ggufs) list.insert(list.end(), file.tensors().begin(), file.tensors().end());
    const GgufFile& first = data.ggufs.front();
    TACQ_TRY(data.config, ggufModelConfig(first, list, factors));
    TACQ_CHECK(collect(tensors, data));
    data.notes = first.tokenizerNotes();
    for (const auto& [key, value] : first.values())
        if (const auto* text = std::get_if<std::string>(&value)) data.metadata.emplace(key, *text);
    data.displayName = fileName(path);
    return data;
}

}  // namespace tacq

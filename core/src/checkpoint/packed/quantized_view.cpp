#include <algorithm>
#include <system_error>
#include <unordered_map>
#include <utility>

#include "base/json.h"
#include "checkpoint/checkpoint_data.h"
#include "checkpoint/packed/dense_file.h"
#include "checkpoint/packed/packed_reader.h"
#include "tacq/checkpoint/packed_shapes.h"
#include "tacq/checkpoint/quantized_folder.h"

namespace tacq {
namespace fs = std::filesystem;
namespace {

constexpr const char* kHint = "run `tacq workspace verify`, then the command again";

Error unfit(std::string what, const fs::path& file) { return {ErrorCode::InvalidFile, std::move(what), file.string(), kHint}; }

using Replaced = std::unordered_map<std::string, StoredTensor>;

/// The base's own tensors and what it says of itself; its maps live as long as the view.
CheckpointData likeBase(std::shared_ptr<const Checkpoint> base) {
    const CheckpointData& own = CheckpointAccess::data(*base);
    CheckpointData data;
    data.kind = own.kind;
    data.path = own.path;
    data.displayName = own.displayName;
    data.config = own.config;
    data.metadata = own.metadata;
    data.configText = own.configText;
    data.notes = own.notes;
    data.changed = own.changed;
    data.base = std::move(base);
    return data;
}

/// Same linears: what a change of the configuration may not touch.
bool sameLinears(const ModelConfig& a, const ModelConfig& b) {
    const auto left = modelLinears(a), right = modelLinears(b);
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](const LinearInfo& x, const LinearInfo& y) { return x.name == y.name && x.rows == y.rows && x.columns == y.columns; });
}

Result<void> changeConfig(const std::string& change, const fs::path& file, CheckpointData& data) {
    TACQ_TRY(const Json members, parseJson(change, file.string(), {8, 10'000}));
    TACQ_TRY(const auto text, data.base->sideFile("config.json"));
    TACQ_TRY(Json config, parseJson(text ? *text : writeModelConfig(data.config), data.path.string() + ": config.json"));
    if (!members.is_object() || !config.is_object()) return unfit("the changed configuration is not a JSON object", file);
    config.update(members);
    data.configText = dumpJson(config, 2) + "\n";
    TACQ_TRY(ModelConfig changed, parseModelConfig(data.configText, file.string()));
    if (!sameLinears(changed, data.config)) return unfit("the changed configuration asks for other linears", file);
    data.config = std::move(changed);
    return {};
}

std::optional<TensorType> plainType(const std::string& dtype) {
    const auto type = tensorTypeNamed(dtype);
    return type == TensorType::F32 || type == TensorType::F16 || type == TensorType::BF16 ? type : std::nullopt;
}

Result<StoredTensor> denseTensor(const ModelTensor& expected, const SafetensorsFile& file, const fs::path& path) {
    const TensorFinder find = [&file](const std::string& name) {
        const SafetensorsEntry* entry = file.find(name);
        return entry ? FoundTensor{entry, file.bytes(*entry)} : FoundTensor{};
    };
    TACQ_TRY(auto codes8, findCodes8(expected, find, path.string()));
    if (codes8) return std::move(*codes8);
    const FoundTensor found = find(expected.name);
    const auto type = plainType(found.entry->dtype);
    if (!type || found.entry->shape != expected.shape) return unfit("the changed tensor \"" + expected.name + "\" has another shape than the model's, or a type that it cannot have", path);
    StoredTensor tensor;
    tensor.info = {expected.name, *type, expected.shape, found.entry->bytes};
    tensor.data = found.bytes;
    return tensor;
}

/// The overrides' tensors, each of which must be a dense one of the model.
Result<void> readDense(const fs::path& path, CheckpointData& data, Replaced& replaced) {
    TACQ_TRY(SafetensorsFile opened, SafetensorsFile::open(path));
    data.safetensors.push_back(std::move(opened));
    const SafetensorsFile& file = data.safetensors.back();
    const auto format = file.metadata().find("format");
    if (format == file.metadata().end() || format->second != kDenseFormat)
        return Error{ErrorCode::UnsupportedFormat, "not a file of changed tensors that this program knows", path.string(), "update the program"};
    if (const auto change = file.metadata().find(kDenseConfigKey); change != file.metadata().end()) TACQ_CHECK(changeConfig(change->second, path, data));
    std::size_t used = 0;
    for (const ModelTensor& expected : modelTensors(data.config)) {
        const bool codes8 = file.find(packedPrefix(expected.name) + ".codes8") != nullptr;
        if (expected.quantizable() || (!codes8 && !file.find(expected.name))) continue;
        TACQ_TRY(StoredTensor tensor, denseTensor(expected, file, path));
        used += tensor.ranges().size();
        replaced.emplace(expected.name, std::move(tensor));
    }
    if (used == file.entries().size()) return {};
    return unfit("a changed tensor is none of the model's dense ones", path);
}

Result<void> readLinears(const fs::path& folder, CheckpointData& data, Replaced& replaced) {
    for (std::int64_t layer = 0; layer < data.config.layers; ++layer) {
        const fs::path path = layerFile(folder, layer);
        TACQ_TRY(SafetensorsFile opened, SafetensorsFile::open(path));
        data.safetensors.push_back(std::move(opened));
        TACQ_TRY(auto linears, packedLayerTensors(data.safetensors.back(), path.string()));
        for (StoredTensor& linear : linears) replaced.emplace(linear.info.name, std::move(linear));
    }
    for (const LinearInfo& linear : modelLinears(data.config)) {
        const auto found = replaced.find(linear.name);
        if (found == replaced.end() || found->second.info.shape != std::vector<std::int64_t>{linear.rows, linear.columns})
            return unfit("the packed linear \"" + linear.name + "\" is missing or has another shape than the model's", layerFile(folder, linear.layer));
    }
    data.kind = CheckpointKind::Packed;
    return {};
}

Result<std::shared_ptr<const Checkpoint>> view(CheckpointData data, Replaced replaced, const fs::path& folder) {
    std::unordered_map<std::string, const StoredTensor*> own;
    for (const StoredTensor& tensor : CheckpointAccess::data(*data.base).tensors) own.emplace(tensor.info.name, &tensor);
    const std::vector<std::string> before = std::exchange(data.changed, {});
    for (const ModelTensor& expected : modelTensors(data.config)) {
        const auto there = replaced.find(expected.name);
        const auto old = own.find(expected.name);
        const bool changes = !expected.quantizable() && (there != replaced.end() || std::find(before.begin(), before.end(), expected.name) != before.end());
        if (changes) data.changed.push_back(expected.name);
        if (there == replaced.end() && (old == own.end() || old->second->info.shape != expected.shape))
            return unfit("the changed model asks for \"" + expected.name + "\", which neither the model nor its changes have", folder);
        data.tensors.push_back(there != replaced.end() ? std::move(there->second) : *old->second);
    }
    return std::shared_ptr<const Checkpoint>(std::make_shared<Checkpoint>(CheckpointAccess::make(std::move(data))));
}

bool hasOverrides(const fs::path& folder) {
    std::error_code ignored;
    return fs::exists(denseFile(folder), ignored);
}

}  // namespace

Result<std::vector<PackedShape>> packedShapes(const Checkpoint& checkpoint) {
    std::vector<PackedShape> shapes;
    for (const StoredTensor& tensor : CheckpointAccess::data(checkpoint).tensors)
        if (tensor.form == StoredTensor::Form::Packed) shapes.push_back(tensor.packed.shape);
    if (shapes.size() == checkpoint.linears().size()) return shapes;
    return Error{ErrorCode::UnsupportedFormat, "the checkpoint is not packed", checkpoint.path().string(), "open a folder written by `tacq export --format tacq`"};
}

Result<std::shared_ptr<const Checkpoint>> withOverrides(std::shared_ptr<const Checkpoint> base, const fs::path& folder) {
    if (!hasOverrides(folder)) return base;
    CheckpointData data = likeBase(std::move(base));
    Replaced replaced;
    TACQ_CHECK(readDense(denseFile(folder), data, replaced));
    return view(std::move(data), std::move(replaced), folder);
}

Result<std::shared_ptr<const Checkpoint>> openQuantized(std::shared_ptr<const Checkpoint> base, const fs::path& folder) {
    CheckpointData data = likeBase(std::move(base));
    Replaced replaced;
    if (hasOverrides(folder)) TACQ_CHECK(readDense(denseFile(folder), data, replaced));
    TACQ_CHECK(readLinears(folder, data, replaced));
    return view(std::move(data), std::move(replaced), folder);
}

}  // namespace tacq

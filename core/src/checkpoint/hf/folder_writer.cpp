#include "checkpoint/hf/folder_writer.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>

#include "tacq/base/half.h"

namespace tacq {
namespace fs = std::filesystem;
namespace {

constexpr std::int64_t kElementsPerPiece = std::int64_t{1} << 21;

std::string shardName(std::size_t number, std::size_t count) {
    if (count == 1) return "model.safetensors";
    char text[64];
    std::snprintf(text, sizeof text, "model-%05zu-of-%05zu.safetensors", number + 1, count);
    return text;
}

}  // namespace

Result<std::string> storedDtype(const std::string& option, TensorType type, const std::string& quantizedAs) {
    if (option == "f32") return std::string("F32");
    if (option == "f16") return std::string("F16");
    if (option == "bf16") return std::string("BF16");
    if (option != "source")
        return Error{ErrorCode::InvalidArgument, "unknown tensor type \"" + option + "\"", "", "choose source, f16, bf16 or f32"};
    switch (type) {
        case TensorType::F32: case TensorType::F64: return std::string("F32");
        case TensorType::F16: return std::string("F16");
        case TensorType::BF16: return std::string("BF16");
        default: return quantizedAs;
    }
}

std::vector<ShardLayout> shard(const std::vector<std::vector<SafetensorsWriter::Declaration>>& units, std::uint64_t shardBytes) {
    std::vector<ShardLayout> shards(1);
    std::uint64_t filled = 0;
    for (std::size_t i = 0; i < units.size(); ++i) {
        const std::uint64_t bytes = SafetensorsWriter::dataBytes(units[i]);
        if (filled > 0 && filled + bytes > shardBytes) {
            shards.emplace_back();
            filled = 0;
        }
        filled += bytes;
        shards.back().units.push_back(i);
        shards.back().tensors.insert(shards.back().tensors.end(), units[i].begin(), units[i].end());
    }
    for (std::size_t i = 0; i < shards.size(); ++i) shards[i].path = shardName(i, shards.size());
    return shards;
}

std::string shardIndex(const std::vector<ShardLayout>& shards) {
    std::map<std::string, std::string> weightMap;
    std::uint64_t total = 0;
    for (const ShardLayout& file : shards) {
        total += SafetensorsWriter::dataBytes(file.tensors);
        for (const auto& tensor : file.tensors) weightMap.emplace(tensor.name, file.path);
    }
    Json::object_t entries;
    for (const auto& [name, file] : weightMap) entries.Container::emplace_back(name, file);
    Json json = {{"metadata", {{"total_size", total}}}};
    json["weight_map"] = std::move(entries);
    return dumpJson(json, 2) + "\n";
}

Result<std::vector<std::byte>> encodeValues(std::span<const float> values, const std::string& dtype, const std::string& tensor) {
    std::vector<std::byte> bytes(values.size() * safetensorsElementBytes(dtype));
    if (dtype == "F32") {
        std::memcpy(bytes.data(), values.data(), bytes.size());
        return bytes;
    }
    std::vector<std::uint16_t> halves(values.size());
    if (dtype == "BF16") floatToBfloat(values, halves);
    else floatToHalf(values, halves);
    if (dtype == "F16")
        for (std::size_t i = 0; i < values.size(); ++i)
            if ((halves[i] & 0x7fffu) == 0x7c00u && std::isfinite(values[i]))
                return Error{ErrorCode::InvalidArgument, "a weight of " + std::to_string(values[i]) + " does not fit in F16", tensor, "choose bf16 or f32"};
    std::memcpy(bytes.data(), halves.data(), bytes.size());
    return bytes;
}

Result<void> writeValues(SafetensorsWriter& writer, const TensorInfo& tensor, const std::string& dtype, const RowReader& values, const RunContext& context, const std::string& into) {
    const std::int64_t rows = tensor.shape.size() < 2 ? 1 : tensor.shape[0], columns = tensor.shape.back();
    const std::int64_t step = std::max<std::int64_t>(1, kElementsPerPiece / std::max<std::int64_t>(1, columns));
    std::vector<float> piece;
    for (std::int64_t row = 0; row < rows; row += step) {
        TACQ_CHECK(context.checkpoint());
        const std::int64_t end = std::min(rows, row + step);
        piece.resize(static_cast<std::size_t>((end - row) * columns));
        TACQ_CHECK(values(tensor.name, row, end, piece));
        TACQ_TRY(const auto bytes, encodeValues(piece, dtype, tensor.name));
        TACQ_CHECK(writer.appendTo(into.empty() ? tensor.name : into, bytes));
    }
    return {};
}

Result<void> makeFolder(const fs::path& folder) {
    std::error_code ec;
    if (fs::exists(folder, ec)) return Error{ErrorCode::AlreadyExists, "the folder is already there", folder.string(), "choose another name or remove it"};
    if (!fs::create_directories(folder, ec) && ec) return systemError(ec.value(), "cannot create the folder", folder.string());
    return {};
}

Result<void> copySideFiles(const fs::path& folder, const Checkpoint& source) {
    for (const std::string& name : source.sideFiles()) {
        if (name == "config.json") continue;
        TACQ_TRY(const auto text, source.sideFile(name));
        if (text) TACQ_CHECK(writeTextAtomic(folder / name, *text));
    }
    return {};
}

Result<Json> sourceConfig(const Checkpoint& source) {
    TACQ_TRY(const auto text, source.sideFile("config.json"));
    return parseJson(text ? *text : writeModelConfig(source.config()), source.path().string() + ": config.json");
}

void declareDtype(Json& config, const std::string& safetensorsDtype) {
    const char* name = safetensorsDtype == "F32" ? "float32" : safetensorsDtype == "F16" ? "float16" : "bfloat16";
    const bool newer = config.contains("dtype");
    if (newer) config["dtype"] = name;
    if (!newer || config.contains("torch_dtype")) config["torch_dtype"] = name;
}

}  // namespace tacq

#include "tacq/checkpoint/hf_folder.h"

#include "checkpoint/config/model_tensors.h"
#include "checkpoint/hf/folder_writer.h"

namespace tacq {
namespace fs = std::filesystem;
namespace {

/// A tensor of the folder and those of the source whose rows it holds, one below the other: itself, or the parts that its family keeps in one.
struct Unit {
    SafetensorsWriter::Declaration tensor;
    std::vector<std::size_t> parts;
};

struct Layout {
    std::vector<Unit> units;
    std::vector<ShardLayout> shards;
    std::map<std::string, std::string> metadata;
};

Result<std::vector<Unit>> unitsOf(const Checkpoint& source, const HuggingFaceOptions& options) {
    std::vector<Unit> units;
    std::map<std::string, std::size_t> fusedUnits;
    std::size_t index = 0;
    for (const ModelTensor& expected : modelTensors(source.config())) {
        const TensorInfo& tensor = source.tensors()[index];
        TACQ_TRY(std::string dtype, storedDtype(options.dtype, tensor.type, huggingFaceWide(source)));
        if (const auto own = options.dtypes.find(tensor.name); own != options.dtypes.end()) dtype = own->second;
        const auto fused = fusedRows(source.config(), expected);
        const auto [at, first] = fused ? fusedUnits.try_emplace(fused->whole.name, units.size()) : std::pair(fusedUnits.end(), true);
        if (first) units.push_back({fused ? SafetensorsWriter::Declaration{fused->whole.name, dtype, fused->whole.shape} : SafetensorsWriter::Declaration{tensor.name, dtype, tensor.shape}, {}});
        Unit& unit = first ? units.back() : units[at->second];
        if (unit.tensor.dtype != dtype) unit.tensor.dtype = "F32";  // parts of different types: the one that holds every value
        unit.parts.push_back(index++);
    }
    return units;
}

Result<Layout> layoutOf(const Checkpoint& source, const HuggingFaceOptions& options) {
    Layout layout;
    TACQ_TRY(layout.units, unitsOf(source, options));
    std::vector<std::vector<SafetensorsWriter::Declaration>> declared;
    for (const Unit& unit : layout.units) declared.push_back({unit.tensor});
    layout.shards = shard(declared, options.shardBytes);
    layout.metadata = options.metadata;
    layout.metadata["format"] = "pt";
    return layout;
}

Result<void> writeWeights(const fs::path& folder, const Checkpoint& source, const Layout& layout, const RowReader& values, const RunContext& context) {
    std::size_t done = 0;
    for (const ShardLayout& file : layout.shards) {
        TACQ_TRY(auto writer, SafetensorsWriter::create(folder / file.path, file.tensors, layout.metadata));
        for (const std::size_t i : file.units)
            for (const std::size_t part : layout.units[i].parts) {
                const TensorInfo& tensor = source.tensors()[part];
                context.report({Stage::Export, done++, source.tensors().size(), "tensors", tensor.name, 0});
                TACQ_CHECK(writeValues(writer, tensor, layout.units[i].tensor.dtype, values, context, layout.units[i].tensor.name));
                source.release(tensor.name);
            }
        TACQ_CHECK(writer.finish());
    }
    context.report({Stage::Export, done, source.tensors().size(), "tensors", "", 0});
    return {};
}

Result<void> writeFolder(const fs::path& folder, const Checkpoint& source, const HuggingFaceOptions& options, const RunContext& context) {
    const RowReader own = [&](const std::string& name, std::int64_t begin, std::int64_t end, std::span<float> out) { return source.readRows(name, begin, end, out); };
    TACQ_TRY(const Layout layout, layoutOf(source, options));
    TACQ_CHECK(writeWeights(folder, source, layout, options.values ? options.values : own, context));
    if (layout.shards.size() > 1) TACQ_CHECK(writeTextAtomic(folder / "model.safetensors.index.json", shardIndex(layout.shards)));
    TACQ_TRY(Json config, sourceConfig(source));
    config.erase("quantization_config");
    const TensorInfo* linear = source.linears().empty() ? nullptr : source.find(source.linears().front().name);
    TACQ_TRY(const std::string dtype, storedDtype(options.dtype, linear ? linear->type : TensorType::F32, huggingFaceWide(source)));
    declareDtype(config, dtype);
    TACQ_CHECK(writeTextAtomic(folder / "config.json", dumpJson(config, 2) + "\n"));
    TACQ_CHECK(copySideFiles(folder, source));
    if (!options.card.empty()) TACQ_CHECK(writeTextAtomic(folder / "README.md", options.card));
    return {};
}

}  // namespace

Result<void> writeHuggingFaceFolder(const fs::path& folder, const Checkpoint& source, const HuggingFaceOptions& options, const RunContext& context) {
    TACQ_CHECK(makeFolder(folder));
    auto written = writeFolder(folder, source, options, context);
    std::error_code ec;
    if (!written.ok()) fs::remove_all(folder, ec);
    return written;
}

std::string huggingFaceWide(const Checkpoint& source) {
    const std::string& declared = source.config().torchDtype;
    return declared == "float32" ? "F32" : declared == "bfloat16" ? "BF16" : "F16";
}

std::string linearsDtype(const Checkpoint& base) {
    if (base.linears().empty()) return "source";
    const TensorInfo* first = base.find(base.linears().front().name);
    if (first == nullptr) return "source";
    switch (first->type) {
        case TensorType::F32:
        case TensorType::F64: return "f32";
        case TensorType::BF16: return "bf16";
        default: return "f16";
    }
}

Result<std::vector<PackedFileSize>> huggingFaceFiles(const Checkpoint& source, const HuggingFaceOptions& options) {
    TACQ_TRY(const Layout layout, layoutOf(source, options));
    std::vector<PackedFileSize> files;
    for (const ShardLayout& file : layout.shards) files.push_back({file.path, SafetensorsWriter::fileBytes(file.tensors, layout.metadata)});
    return files;
}

}  // namespace tacq

#include "tacq/checkpoint/hf_folder.h"

#include "checkpoint/hf/folder_writer.h"

namespace tacq {
namespace fs = std::filesystem;
namespace {

struct Layout {
    std::vector<ShardLayout> shards;
    std::vector<std::string> dtypes;  ///< per tensor of the source
    std::map<std::string, std::string> metadata;
};

std::string quantizedAs(const Checkpoint& source) {
    const std::string& declared = source.config().torchDtype;
    return declared == "float32" ? "F32" : declared == "bfloat16" ? "BF16" : "F16";
}

Result<Layout> layoutOf(const Checkpoint& source, const HuggingFaceOptions& options) {
    Layout layout;
    std::vector<std::vector<SafetensorsWriter::Declaration>> units;
    for (const TensorInfo& tensor : source.tensors()) {
        TACQ_TRY(std::string dtype, storedDtype(options.dtype, tensor.type, quantizedAs(source)));
        units.push_back({{tensor.name, dtype, tensor.shape}});
        layout.dtypes.push_back(std::move(dtype));
    }
    layout.shards = shard(units, options.shardBytes);
    layout.metadata = options.metadata;
    layout.metadata["format"] = "pt";
    return layout;
}

Result<void> writeWeights(const fs::path& folder, const Checkpoint& source, const Layout& layout, const RowReader& values, const RunContext& context) {
    std::size_t done = 0;
    for (const ShardLayout& file : layout.shards) {
        TACQ_TRY(auto writer, SafetensorsWriter::create(folder / file.path, file.tensors, layout.metadata));
        for (const std::size_t i : file.units) {
            const TensorInfo& tensor = source.tensors()[i];
            context.report({Stage::Export, done++, source.tensors().size(), "tensors", tensor.name, 0});
            TACQ_CHECK(writeValues(writer, tensor, layout.dtypes[i], values, context));
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
    TACQ_TRY(const std::string dtype, storedDtype(options.dtype, linear ? linear->type : TensorType::F32, quantizedAs(source)));
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

Result<std::uint64_t> huggingFaceBytes(const Checkpoint& source, const HuggingFaceOptions& options) {
    TACQ_TRY(const Layout layout, layoutOf(source, options));
    std::uint64_t bytes = 0;
    for (const ShardLayout& file : layout.shards) bytes += SafetensorsWriter::fileBytes(file.tensors, layout.metadata);
    return bytes;
}

}  // namespace tacq

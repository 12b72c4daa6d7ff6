#include "formats/word_folder.h"

#include <unordered_map>

#include "checkpoint/config/model_tensors.h"
#include "checkpoint/hf/folder_writer.h"
#include "checkpoint/packed/packed_reader.h"
#include "tacq/base/file_io.h"

namespace tacq {
namespace fs = std::filesystem;
namespace {

using Declaration = SafetensorsWriter::Declaration;

WordLinear wordLinear(const WordFormat& format, const PackedShape& shape, const ExportOptions& options) {
    const LinearFit fit = format.fit(shape, options);
    WordLinear linear{packedPrefix(shape.name), fit.how != LinearFit::How::Dense, shape.grid};
    if (!linear.stored) return linear;
    PackedShape there = shape;
    if (fit.how == LinearFit::How::OtherGrid) there.grid = fit.grid;
    linear.grid = there.grid;
    linear.grid.groupSize = format.groupSize(there);
    return linear;
}

struct Layout {
    std::vector<WordLinear> linears;                 ///< in model order
    std::unordered_map<std::string, std::size_t> at;  ///< index of a linear by its tensor's name
    std::vector<std::string> wide;                   ///< per tensor: its stored type; empty: codes
    std::vector<ShardLayout> shards;
    std::map<std::string, std::string> metadata;
};

Result<Layout> layoutOf(const WordFormat& format, const ExportShape& shape, std::span<const PackedShape> linears, const ExportOptions& options) {
    if (linears.empty()) return Error{ErrorCode::InvalidArgument, "a model that was not quantized has no codes to write", shape.base.path().string(), "quantize it first, or choose hf"};
    for (const ModelTensor& tensor : modelTensors(shape.base.config()))
        if (tensor.quantizable() && fusedRows(shape.base.config(), tensor))
            return Error{ErrorCode::UnsupportedModel, "a " + shape.base.config().architectureName + " keeps several matrices as one, which is not written in this format", shape.base.path().string(),
                         "choose hf or gguf"};
    Layout layout;
    for (const PackedShape& linear : linears) {
        layout.at.emplace(linear.name, layout.linears.size());
        layout.linears.push_back(wordLinear(format, linear, options));
    }
    bool any = false;
    for (const WordLinear& linear : layout.linears) any |= linear.stored;
    if (!any)
        return Error{ErrorCode::InvalidArgument, "none of the model's matrices fits this format: " + format.fit(linears.front(), options).why, shape.base.path().string(),
                     "choose another format"};
    std::vector<std::vector<Declaration>> units;
    for (const TensorInfo& tensor : shape.base.tensors()) {
        const auto found = layout.at.find(tensor.name);
        if (found != layout.at.end() && layout.linears[found->second].stored) {
            units.push_back(format.declare(layout.linears[found->second], tensor.shape[0], tensor.shape[1]));
            layout.wide.emplace_back();
            continue;
        }
        TACQ_TRY(std::string dtype, wordWideType(shape, tensor, options));
        units.push_back({{tensor.name, dtype, tensor.shape}});
        layout.wide.push_back(std::move(dtype));
    }
    layout.shards = shard(units, options.shardBytes);
    layout.metadata = options.metadata;
    layout.metadata["format"] = "pt";
    return layout;
}

Result<void> writeLinear(const WordFormat& format, SafetensorsWriter& writer, const Layout& layout, const PackedShape& shape, const ExportJob& job, const ExportOptions& options) {
    const LinearFit fit = format.fit(shape, options);
    if (fit.how != LinearFit::How::Exact)
        return Error{ErrorCode::InvalidArgument, "a matrix does not fit this format as it is: " + fit.why, shape.name, "export the run, or convert with --lossy"};
    const WordLinear& there = layout.linears[layout.at.at(shape.name)];
    TACQ_TRY(PackedLinear linear, job.truth->readPacked(shape.name));
    if (linear.grid.groupSize != there.grid.groupSize) linear = regrouped(linear, there.grid.groupSize);
    if (linear.grid.symmetry == Symmetry::Symmetric)
        for (const std::uint8_t zero : linear.zeros)
            if (zero != 1 << (linear.grid.bits - 1)) return Error{ErrorCode::InvalidFile, "a symmetric grid has a zero point that is not its middle", shape.name, "quantize again"};
    return format.write(writer, there.module, linear);
}

Result<void> writeWeights(const WordFormat& format, const Layout& layout, const ExportJob& job, const ExportOptions& options) {
    const RowReader rows = [&](const std::string& name, std::int64_t begin, std::int64_t end, std::span<float> out) { return job.truth->readRows(name, begin, end, out); };
    const std::size_t total = job.base.tensors().size();
    std::size_t done = 0;
    for (const ShardLayout& file : layout.shards) {
        TACQ_TRY(auto writer, SafetensorsWriter::create(job.folder / file.path, file.tensors, layout.metadata));
        for (const std::size_t unit : file.units) {
            TACQ_CHECK(job.context.checkpoint());
            const TensorInfo& tensor = job.base.tensors()[unit];
            job.context.report({Stage::Export, done++, total, "tensors", tensor.name, 0});
            if (layout.wide[unit].empty()) TACQ_CHECK(writeLinear(format, writer, layout, job.linears[layout.at.at(tensor.name)], job, options));
            else TACQ_CHECK(writeValues(writer, tensor, layout.wide[unit], rows, job.context));
            job.truth->release(tensor.name);
        }
        TACQ_CHECK(writer.finish());
    }
    job.context.report({Stage::Export, done, total, "tensors", "", 0});
    return {};
}

Result<void> writeFolder(const WordFormat& format, const ExportJob& job, const ExportOptions& options) {
    TACQ_TRY(const Layout layout, layoutOf(format, {job.base, true, nullptr}, job.linears, options));
    TACQ_CHECK(writeWeights(format, layout, job, options));
    if (layout.shards.size() > 1) TACQ_CHECK(writeTextAtomic(job.folder / "model.safetensors.index.json", shardIndex(layout.shards)));
    TACQ_TRY(Json config, sourceConfig(*job.truth));
    config.erase("quantization_config");
    // The kernels that read them work in F16.
    declareDtype(config, "F16");
    config["quantization_config"] = format.describe(layout.linears);
    if (format.ownConfigFile) TACQ_CHECK(writeTextAtomic(job.folder / "quantize_config.json", dumpJson(config["quantization_config"], 2) + "\n"));
    TACQ_CHECK(writeTextAtomic(job.folder / "config.json", dumpJson(config, 2) + "\n"));
    TACQ_CHECK(copySideFiles(job.folder, job.base));
    if (!job.card.empty()) TACQ_CHECK(writeTextAtomic(job.folder / "README.md", job.card));
    return {};
}

}  // namespace

Result<std::string> wordWideType(const ExportShape&, const TensorInfo& tensor, const ExportOptions& options) { return storedDtype(options.tensorDtype, tensor.type, "F16"); }

Result<std::vector<PackedFileSize>> wordFiles(const WordFormat& format, const ExportShape& shape, const ExportOptions& options) {
    const std::span<const PackedShape> linears = shape.plan == nullptr ? std::span<const PackedShape>() : std::span<const PackedShape>(shape.plan->linears);
    TACQ_TRY(const Layout layout, layoutOf(format, shape, linears, options));
    std::vector<PackedFileSize> files;
    for (const ShardLayout& file : layout.shards) files.push_back({file.path, SafetensorsWriter::fileBytes(file.tensors, layout.metadata)});
    return files;
}

Result<fs::path> writeWordFolder(const WordFormat& format, const ExportJob& job, const ExportOptions& options) {
    TACQ_CHECK(makeFolder(job.folder));
    auto written = writeFolder(format, job, options);
    std::error_code ec;
    if (written.ok()) return job.folder;
    fs::remove_all(job.folder, ec);
    return written.error();
}

}  // namespace tacq

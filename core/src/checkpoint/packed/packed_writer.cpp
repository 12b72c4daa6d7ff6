#include <algorithm>

#include "checkpoint/packed/codes8.h"
#include "checkpoint/packed/packed_grid.h"
#include "checkpoint/packed/packed_layout.h"
#include "checkpoint/packed/packed_reader.h"

namespace tacq {
namespace fs = std::filesystem;
namespace {

using LinearSource = std::function<Result<PackedLinear>(std::size_t)>;

/// Everything one export needs; the members live for the call of writePackedFolder().
struct Job {
    const fs::path& folder;
    const PackedPlan& plan;
    const Checkpoint& source;
    const LinearSource& linear;
    const RunContext& context;
};

Result<void> writeDense(const Job& job, SafetensorsWriter& writer, const TensorInfo& tensor) {
    const TensorInfo* stored = job.source.find(tensor.name);
    if (!stored || stored->shape != tensor.shape)
        return Error{ErrorCode::Internal, "the plan does not fit the model", tensor.name, "report this defect"};
    const RowReader rows = [&](const std::string& name, std::int64_t begin, std::int64_t end, std::span<float> out) { return job.source.readRows(name, begin, end, out); };
    if (isCodes8(job.plan, tensor)) return writeCodes8(writer, tensor, rows, job.context);
    TACQ_TRY(const std::string dtype, packedDenseDtype(job.plan, tensor));
    return writeValues(writer, tensor, dtype, rows, job.context);
}

Result<void> writeLinear(const Job& job, SafetensorsWriter& dense, SafetensorsWriter& sparse, std::size_t i) {
    const PackedShape& planned = job.plan.linears[i];
    TACQ_TRY(const PackedLinear linear, job.linear(i));
    const bool fits = linear.name == planned.name && linear.rows == planned.rows && linear.columns == planned.columns && linear.kept() == planned.kept && linear.grid == planned.grid &&
                      linear.shape().extra == planned.extra;
    if (!fits) return Error{ErrorCode::Internal, "a packed linear does not fit the plan", planned.name, "report this defect"};
    TACQ_CHECK(validate(linear));
    TACQ_CHECK(writeParts(dense, linear, PartFile::Weights));
    return writeParts(sparse, linear, PartFile::Outliers);
}

Result<void> writeWeights(const Job& job, const PackedLayout& layout) {
    const std::size_t total = job.plan.dense.size() + job.plan.linears.size();
    TACQ_TRY(auto sparse, SafetensorsWriter::create(job.folder / kOutliersPath, layout.outliers, layout.metadata, layout.outliersHeader));
    std::size_t done = 0;
    for (const ShardLayout& file : layout.shards) {
        TACQ_TRY(auto writer, SafetensorsWriter::create(job.folder / file.path, file.tensors, layout.metadata));
        for (const std::size_t unit : file.units) {
            TACQ_CHECK(job.context.checkpoint());
            const bool isDense = unit < job.plan.dense.size();
            const std::size_t linear = isDense ? 0 : unit - job.plan.dense.size();
            const std::string& name = isDense ? job.plan.dense[unit].name : job.plan.linears[linear].name;
            job.context.report({Stage::Export, done++, total, "tensors", name, 0});
            if (isDense) TACQ_CHECK(writeDense(job, writer, job.plan.dense[unit]));
            else TACQ_CHECK(writeLinear(job, writer, sparse, linear));
        }
        TACQ_CHECK(writer.finish());
    }
    TACQ_CHECK(sparse.finish());
    job.context.report({Stage::Export, done, total, "tensors", "", 0});
    return {};
}

/// The grid that most linears share.
GridOptions commonGrid(const std::vector<PackedShape>& linears) {
    GridOptions best;
    std::ptrdiff_t most = 0;
    std::vector<GridOptions> seen;
    for (const PackedShape& shape : linears) {
        if (std::find(seen.begin(), seen.end(), shape.grid) != seen.end()) continue;
        seen.push_back(shape.grid);
        const auto count = std::count_if(linears.begin(), linears.end(), [&](const PackedShape& s) { return s.grid == shape.grid; });
        if (count > most) best = shape.grid;
        most = std::max(most, count);
    }
    return best;
}

Json quantizationConfig(const PackedPlan& plan) {
    const GridOptions common = commonGrid(plan.linears);
    Json overrides = Json::object();
    for (const PackedShape& shape : plan.linears) {
        const GridOptions& grid = shape.grid;
        if (grid.groupSize != common.groupSize || grid.symmetry != common.symmetry)
            overrides[shape.name] = packedGridJson(grid);
        else if (grid.bits != common.bits)
            overrides[shape.name] = grid.bits;
    }
    Json config{{"quant_method", "tacq"}, {"version", kPackedVersion}};
    config.update(packedGridJson(common));
    config.update({{"scale_dtype", common.scaleType == ScaleType::F16 ? "f16" : "f32"}, {"embedding_bits", plan.embeddingBits == EmbeddingBits::Eight ? 8 : 16}, {"overrides", overrides}});
    return config;
}

Result<void> writeFolder(const Job& job, const std::string& card) {
    TACQ_TRY(const PackedLayout layout, packedLayout(job.plan));
    TACQ_CHECK(writeWeights(job, layout));
    TACQ_CHECK(writeTextAtomic(job.folder / "model.safetensors.index.json", shardIndex(layout.shards)));
    TACQ_TRY(Json base, sourceConfig(job.source));
    base.erase("quantization_config");
    if (job.plan.tensorDtype != "source") {
        TACQ_TRY(const std::string dtype, storedDtype(job.plan.tensorDtype, TensorType::F32, "F16"));
        declareDtype(base, dtype);
    }
    // A type of its own: under the base's, other programs would build a model of random weights from this folder, with no more than a warning.
    Json config{{"architectures", {"TacqForCausalLM"}}, {"model_type", kPackedModelType}};
    config["base_config"] = std::move(base);
    config["quantization_config"] = quantizationConfig(job.plan);
    config["changed"] = job.source.changed();
    TACQ_CHECK(writeTextAtomic(job.folder / "config.json", dumpJson(config, 2) + "\n"));
    TACQ_CHECK(copySideFiles(job.folder, job.source));
    if (!card.empty()) TACQ_CHECK(writeTextAtomic(job.folder / "README.md", card));
    return {};
}

}  // namespace

Result<void> writePackedFolder(const fs::path& folder, const PackedPlan& plan, const Checkpoint& source, const LinearSource& linear, const std::string& card,
                               const RunContext& context) {
    TACQ_CHECK(makeFolder(folder));
    std::error_code ec;
    fs::create_directory(folder / "tacq", ec);
    if (ec) return systemError(ec.value(), "cannot create the folder", (folder / "tacq").string());
    auto written = writeFolder({folder, plan, source, linear, context}, card);
    if (!written.ok()) fs::remove_all(folder, ec);
    return written;
}

}  // namespace tacq

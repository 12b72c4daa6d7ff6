#include "checkpoint/packed/packed_layout.h"

#include <unordered_set>

#include "checkpoint/packed/codes8.h"
#include "checkpoint/packed/packed_reader.h"

namespace tacq {
namespace {

using Declaration = SafetensorsWriter::Declaration;

Error invalid(std::string what, const std::string& name) { return {ErrorCode::InvalidArgument, std::move(what), name, "report this defect"}; }

Result<void> checkShape(const PackedShape& shape) {
    TACQ_CHECK(validate(shape.grid));
    if (shape.rows < 1 || shape.columns < 1 || shape.rows > INT32_MAX - 1 || shape.columns > INT32_MAX) return invalid("a linear has an impossible size", shape.name);
    for (const PartShape& extra : shape.extra)
        if (!extra.part || !fitsAxis(extra, shape)) return invalid("a part of a linear has an impossible size", shape.name);
    if (shape.kept < 0 || shape.kept > shape.rows * shape.columns || shape.kept > INT32_MAX) return invalid("a linear keeps an impossible number of weights", shape.name);
    return {};
}

Result<std::vector<Declaration>> declareDense(const PackedPlan& plan, const TensorInfo& tensor) {
    if (isCodes8(plan, tensor)) return declareCodes8(tensor);
    TACQ_TRY(std::string dtype, packedDenseDtype(plan, tensor));
    return std::vector<Declaration>{{tensor.name, std::move(dtype), tensor.shape}};
}

/// The longest header that this file can have: counts and offsets have the most digits when every weight is kept.
std::uint64_t longestOutliersHeader(const PackedPlan& plan, const std::map<std::string, std::string>& metadata) {
    std::vector<Declaration> all;
    for (PackedShape shape : plan.linears) {
        shape.kept = shape.rows * shape.columns;
        for (Declaration& part : declareParts(shape, PartFile::Outliers, PartTypes::Planned)) all.push_back(std::move(part));
    }
    return SafetensorsWriter::headerBytes(std::move(all), metadata);
}

}  // namespace

bool isCodes8(const PackedPlan& plan, const TensorInfo& tensor) {
    return plan.embeddingBits == EmbeddingBits::Eight && tensor.shape.size() == 2 &&
           (tensor.name == "model.embed_tokens.weight" || tensor.name == "lm_head.weight");
}

Result<std::string> packedDenseDtype(const PackedPlan& plan, const TensorInfo& tensor) { return storedDtype(plan.tensorDtype, tensor.type, "F16"); }

std::vector<Declaration> declareParts(const PackedShape& shape, PartFile file, PartTypes types) {
    std::vector<Declaration> declared;
    for (const PartShape& part : partShapes(shape, types))
        if (part.part->file == file) declared.push_back({partName(shape.name, *part.part), std::string(partTypeName(part.type)), part.shape});
    return declared;
}

Result<void> writeParts(SafetensorsWriter& writer, const PackedLinear& linear, PartFile file) {
    for (const PartShape& part : partShapes(linear.shape(), PartTypes::Actual)) {
        if (part.part->file != file) continue;
        const std::string name = partName(linear.name, *part.part);
        const PartContent* extra = findExtra(linear, *part.part);
        const PartBytes encoded = extra ? PartBytes{{}, extra->content} : part.part->encode(linear);
        TACQ_CHECK(writer.retype(name, std::string(partTypeName(part.type))));
        TACQ_CHECK(writer.appendTo(name, encoded.bytes()));
    }
    return {};
}

std::string partName(const std::string& linear, const PackedPart& part) { return packedPrefix(linear).append(".").append(part.suffix); }

void nameFormat(std::span<const PackedShape> linears, std::map<std::string, std::string>& metadata) {
    const std::string parts = extraParts(linears);
    metadata["format"] = parts.empty() ? kPackedFormat : kPackedFormatWithParts;
    if (!parts.empty()) metadata[kPartsKey] = parts;
}

Result<PackedLayout> packedLayout(const PackedPlan& plan) {
    PackedLayout layout;
    std::vector<std::vector<Declaration>> units;
    std::unordered_set<std::string> names;
    for (const TensorInfo& tensor : plan.dense) {
        if (!names.insert(tensor.name).second) return invalid("a tensor is planned twice", tensor.name);
        TACQ_TRY(auto declared, declareDense(plan, tensor));
        units.push_back(std::move(declared));
    }
    for (const PackedShape& shape : plan.linears) {
        TACQ_CHECK(checkShape(shape));
        if (!names.insert(shape.name).second) return invalid("a tensor is planned twice", shape.name);
        units.push_back(declareParts(shape, PartFile::Weights, PartTypes::Planned));
        for (Declaration& part : declareParts(shape, PartFile::Outliers, PartTypes::Planned)) layout.outliers.push_back(std::move(part));
    }
    layout.shards = shard(units, plan.shardBytes);
    layout.metadata = plan.metadata;
    nameFormat(plan.linears, layout.metadata);
    layout.outliersHeader = longestOutliersHeader(plan, layout.metadata);
    return layout;
}

PackedPlan uniformPlan(std::span<const LinearInfo> linears, std::span<const TensorInfo> dense, const GridOptions& grid, EmbeddingBits embeddingBits,
                       const std::string& tensorDtype, const std::string& identity, const std::string& runKey) {
    PackedPlan plan;
    plan.dense = std::vector<TensorInfo>(dense.begin(), dense.end());
    for (const LinearInfo& linear : linears) plan.linears.push_back({linear.name, linear.rows, linear.columns, grid, 0, ValueType::F16});
    plan.embeddingBits = embeddingBits;
    plan.tensorDtype = tensorDtype;
    plan.metadata = {{"format", kPackedFormat},
                     {"base_sha256", identity},
                     {"run_key", runKey},
                     {"bits", std::to_string(grid.bits)},
                     {"group_size", std::to_string(grid.groupSize)}};
    return plan;
}

std::vector<TensorInfo> denseTensors(std::span<const LinearInfo> linears, std::span<const TensorInfo> tensors) {
    std::unordered_set<std::string> names;
    for (const LinearInfo& linear : linears) names.insert(linear.name);
    std::vector<TensorInfo> dense;
    for (const TensorInfo& tensor : tensors)
        if (!names.contains(tensor.name)) dense.push_back(tensor);
    return dense;
}

Result<std::vector<PackedFileSize>> packedFileSizes(const PackedPlan& plan) {
    TACQ_TRY(const PackedLayout layout, packedLayout(plan));
    std::vector<PackedFileSize> sizes;
    for (const ShardLayout& file : layout.shards) sizes.push_back({file.path, SafetensorsWriter::fileBytes(file.tensors, layout.metadata)});
    sizes.push_back({kOutliersPath, layout.outliersHeader + SafetensorsWriter::dataBytes(layout.outliers)});
    return sizes;
}

}  // namespace tacq

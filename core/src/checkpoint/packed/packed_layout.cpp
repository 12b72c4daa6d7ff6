#include "checkpoint/packed/packed_layout.h"

#include <unordered_set>

#include "checkpoint/packed/packed_reader.h"
#include "tacq/base/half.h"

namespace tacq {
namespace {

using Declaration = SafetensorsWriter::Declaration;

Error invalid(std::string what, const std::string& name) { return {ErrorCode::InvalidArgument, std::move(what), name, "report this defect"}; }

Result<void> checkShape(const PackedShape& shape) {
    TACQ_CHECK(validate(shape.grid));
    if (shape.rows < 1 || shape.columns < 1 || shape.rows > INT32_MAX - 1 || shape.columns > INT32_MAX) return invalid("a linear has an impossible size", shape.name);
    if (shape.kept < 0 || shape.kept > shape.rows * shape.columns || shape.kept > INT32_MAX) return invalid("a linear keeps an impossible number of weights", shape.name);
    return {};
}

Result<std::vector<Declaration>> declareDense(const PackedPlan& plan, const TensorInfo& tensor) {
    if (isCodes8(plan, tensor)) {
        const std::string prefix = packedPrefix(tensor.name);
        return std::vector<Declaration>{{prefix + ".codes8", "I8", tensor.shape}, {prefix + ".scales", "F16", {tensor.shape[0], (tensor.shape[1] + 31) / 32}}};
    }
    TACQ_TRY(std::string dtype, packedDenseDtype(plan, tensor));
    return std::vector<Declaration>{{tensor.name, std::move(dtype), tensor.shape}};
}

/// The longest header that this file can have: counts and offsets have the most digits when every weight is kept.
std::uint64_t longestOutliersHeader(const PackedPlan& plan, const std::map<std::string, std::string>& metadata) {
    std::vector<Declaration> all;
    for (PackedShape shape : plan.linears) {
        shape.kept = shape.rows * shape.columns;
        for (Declaration& part : declareSparsePart(shape, "BF16")) all.push_back(std::move(part));
    }
    return SafetensorsWriter::headerBytes(std::move(all), metadata);
}

template <typename T> std::span<const std::byte> bytesOf(const std::vector<T>& values) { return std::as_bytes(std::span(values)); }

std::vector<std::uint16_t> sixteenBits(std::span<const float> values, bool half) {
    std::vector<std::uint16_t> bits(values.size());
    if (half) floatToHalf(values, bits);
    else floatToBfloat(values, bits);
    return bits;
}

}  // namespace

bool isCodes8(const PackedPlan& plan, const TensorInfo& tensor) {
    return plan.embeddingBits == EmbeddingBits::Eight && tensor.shape.size() == 2 &&
           (tensor.name == "model.embed_tokens.weight" || tensor.name == "lm_head.weight");
}

Result<std::string> packedDenseDtype(const PackedPlan& plan, const TensorInfo& tensor) { return storedDtype(plan.tensorDtype, tensor.type, "F16"); }

std::vector<Declaration> declareDensePart(const PackedShape& shape) {
    const std::string prefix = packedPrefix(shape.name);
    const std::int64_t groups = shape.grid.groups(shape.columns);
    return {{prefix + ".codes", "I32", {shape.rows, (shape.columns * shape.grid.bits + 31) / 32}},
            {prefix + ".scales", shape.grid.scaleType == ScaleType::F16 ? "F16" : "F32", {shape.rows, groups}},
            {prefix + ".zeros", "U8", {shape.rows, groups}}};
}

std::vector<Declaration> declareSparsePart(const PackedShape& shape, const std::string& valueDtype) {
    const std::string prefix = packedPrefix(shape.name);
    return {{prefix + ".row_offsets", "I32", {shape.rows + 1}},
            {prefix + ".columns", shape.columns > 65535 ? "I32" : "U16", {shape.kept}},
            {prefix + ".values", valueDtype, {shape.kept}}};
}

Result<void> writeDensePart(SafetensorsWriter& writer, const PackedLinear& linear) {
    const std::string prefix = packedPrefix(linear.name);
    TACQ_CHECK(writer.appendTo(prefix + ".codes", bytesOf(linear.codes)));
    if (linear.grid.scaleType == ScaleType::F32) TACQ_CHECK(writer.appendTo(prefix + ".scales", bytesOf(linear.scales)));
    else TACQ_CHECK(writer.appendTo(prefix + ".scales", bytesOf(sixteenBits(linear.scales, true))));
    return writer.appendTo(prefix + ".zeros", bytesOf(linear.zeros));
}

Result<void> writeSparsePart(SafetensorsWriter& writer, const PackedLinear& linear) {
    const std::string prefix = packedPrefix(linear.name);
    TACQ_CHECK(writer.appendTo(prefix + ".row_offsets", bytesOf(linear.rowOffsets)));
    if (linear.columns > 65535) {
        TACQ_CHECK(writer.appendTo(prefix + ".columns", bytesOf(linear.keptColumns)));
    } else {
        TACQ_CHECK(writer.appendTo(prefix + ".columns", bytesOf(std::vector<std::uint16_t>(linear.keptColumns.begin(), linear.keptColumns.end()))));
    }
    const bool half = linear.valueType == ValueType::F16;
    TACQ_CHECK(writer.retype(prefix + ".values", half ? "F16" : "BF16"));
    return writer.appendTo(prefix + ".values", bytesOf(sixteenBits(linear.keptValues, half)));
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
        units.push_back(declareDensePart(shape));
        for (Declaration& part : declareSparsePart(shape, "BF16")) layout.outliers.push_back(std::move(part));
    }
    layout.shards = shard(units, plan.shardBytes);
    layout.metadata = plan.metadata;
    layout.metadata["format"] = kPackedFormat;
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

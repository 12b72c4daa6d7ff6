#pragma once
#include "checkpoint/hf/folder_writer.h"
#include "tacq/checkpoint/packed_folder.h"

namespace tacq {

/// Where every tensor of a packed folder goes; the same for sizes beforehand and for writing.
struct PackedLayout {
    std::vector<ShardLayout> shards;  ///< units: plan.dense first, then plan.linears
    std::vector<SafetensorsWriter::Declaration> outliers;
    std::uint64_t outliersHeader = 0;  ///< bytes of their file's header, whatever is kept
    std::map<std::string, std::string> metadata;
};
Result<PackedLayout> packedLayout(const PackedPlan& plan);

inline constexpr const char* kOutliersPath = "tacq/outliers.safetensors";

/// Whether a dense tensor is stored as codes8 under this plan.
bool isCodes8(const PackedPlan& plan, const TensorInfo& tensor);
/// Dtype of a dense tensor that is not.
Result<std::string> packedDenseDtype(const PackedPlan& plan, const TensorInfo& tensor);

std::vector<SafetensorsWriter::Declaration> declareDensePart(const PackedShape& shape);
/// `valueDtype`: BF16 while the values are not known yet.
std::vector<SafetensorsWriter::Declaration> declareSparsePart(const PackedShape& shape, const std::string& valueDtype);
Result<void> writeDensePart(SafetensorsWriter& writer, const PackedLinear& linear);
Result<void> writeSparsePart(SafetensorsWriter& writer, const PackedLinear& linear);

}  // namespace tacq

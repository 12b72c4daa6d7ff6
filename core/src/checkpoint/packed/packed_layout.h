#pragma once
#include <map>
#include <span>
#include <string>
#include <vector>

#include "checkpoint/hf/folder_writer.h"
#include "tacq/checkpoint/packed_folder.h"
#include "tacq/numerics/packed_part.h"

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

/// A linear's parts that lie in that file, and their bytes.
std::vector<SafetensorsWriter::Declaration> declareParts(const PackedShape& shape, PartFile file, PartTypes types);
Result<void> writeParts(SafetensorsWriter& writer, const PackedLinear& linear, PartFile file);
/// `model.layers.0.mlp.up_proj.weight` and a part: `model.layers.0.mlp.up_proj.codes`.
std::string partName(const std::string& linear, const PackedPart& part);
/// Metadata `format`, and `parts` where a linear has one that not every linear has.
void nameFormat(std::span<const PackedShape> linears, std::map<std::string, std::string>& metadata);

}  // namespace tacq

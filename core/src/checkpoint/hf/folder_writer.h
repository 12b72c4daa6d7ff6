#pragma once
#include <string>
#include <vector>

#include "base/json.h"
#include "tacq/checkpoint/hf_folder.h"
#include "tacq/checkpoint/safetensors.h"

namespace tacq {

/// What the writers of model folders share.

/// Validates `source`, `f16`, `bf16` or `f32` and gives the safetensors dtype for a tensor. `quantizedAs` is what block-quantized
/// and packed tensors become under `source`.
Result<std::string> storedDtype(const std::string& option, TensorType type, const std::string& quantizedAs);

/// Tensors that lie in one file of a folder.
struct ShardLayout {
    std::string path;
    std::vector<SafetensorsWriter::Declaration> tensors;
    std::vector<std::size_t> units;  ///< indices of the units in it
};
/// Fills files greedily in order; a unit (tensors that belong together) is never split.
std::vector<ShardLayout> shard(const std::vector<std::vector<SafetensorsWriter::Declaration>>& units, std::uint64_t shardBytes);

/// model.safetensors.index.json for these files.
std::string shardIndex(const std::vector<ShardLayout>& shards);

/// Values as stored bytes. A finite value that F16 cannot hold: InvalidArgument naming the tensor.
Result<std::vector<std::byte>> encodeValues(std::span<const float> values, const std::string& dtype, const std::string& tensor);
/// Streams a tensor into a writer, some rows at a time: into the tensor of its own name, or into `into`, behind what lies there already.
Result<void> writeValues(SafetensorsWriter& writer, const TensorInfo& tensor, const std::string& dtype, const RowReader& values, const RunContext& context, const std::string& into = {});

Result<void> makeFolder(const std::filesystem::path& folder);
/// Side files byte for byte, config.json excepted.
Result<void> copySideFiles(const std::filesystem::path& folder, const Checkpoint& source);
/// The source's config.json as an object.
Result<Json> sourceConfig(const Checkpoint& source);
/// Sets the declared dtype in whichever spelling the config has.
void declareDtype(Json& config, const std::string& safetensorsDtype);

}  // namespace tacq

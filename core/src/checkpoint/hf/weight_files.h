#pragma once
#include <string>
#include <unordered_map>

#include "checkpoint/checkpoint_data.h"

namespace tacq {

/// Where each tensor of a folder's weight files is to be found, by name.
using TensorMap = std::unordered_map<std::string, FoundTensor>;

/// Maps a folder's safetensors files: `model.safetensors`, else those that an index lists, else all that lie there.
/// NotFound names every file that is missing; UnsupportedFormat where there are only pickles.
Result<TensorMap> openFolderWeights(const std::filesystem::path& folder, CheckpointData& data);
Result<TensorMap> openWeightFile(const std::filesystem::path& file, CheckpointData& data);
/// Whether openFolderWeights() would find safetensors.
bool hasSafetensors(const std::filesystem::path& folder);
/// `model-00002-of-00005.safetensors`: one of several files of a model.
bool isShardName(const std::string& fileName);

/// Whether there is something of that name. A link whose target is gone and a folder that must not be searched are errors that say so.
Result<bool> isThere(const std::filesystem::path& path);

}  // namespace tacq

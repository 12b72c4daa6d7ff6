#pragma once
#include "checkpoint/checkpoint_data.h"

namespace tacq {

/// See Checkpoint::sideFile() and sideFiles(): what belongs to a model besides its weights.
Result<std::optional<std::string>> readSideFile(const CheckpointData& data, const std::string& name);
std::vector<std::string> listSideFiles(const CheckpointData& data);

}  // namespace tacq

#pragma once
// Private to checkpoint: a matrix as 8-bit codes and scales (`--embedding-bits 8`) in a file.
#include <string>
#include <vector>

#include "tacq/checkpoint/hf_folder.h"
#include "tacq/checkpoint/safetensors.h"

namespace tacq {

std::vector<SafetensorsWriter::Declaration> declareCodes8(const TensorInfo& tensor);
/// Some rows at a time. InvalidArgument: a scale does not fit in F16.
Result<void> writeCodes8(SafetensorsWriter& writer, const TensorInfo& tensor, const RowReader& values, const RunContext& context);

}  // namespace tacq

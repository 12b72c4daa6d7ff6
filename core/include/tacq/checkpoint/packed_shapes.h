#pragma once
#include <vector>

#include "tacq/base/result.h"
#include "tacq/checkpoint/checkpoint.h"
#include "tacq/numerics/packed.h"

namespace tacq {

/// Grids, kept counts and parts of a packed checkpoint's linears, in model order: from the files' headers, no weight is read.
/// UnsupportedFormat: the checkpoint is not packed.
Result<std::vector<PackedShape>> packedShapes(const Checkpoint& checkpoint);

}  // namespace tacq

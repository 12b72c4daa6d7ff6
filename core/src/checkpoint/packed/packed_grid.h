#pragma once
// Private to checkpoint: a grid as packed files spell it: bits, group_size, symmetric (config.json and the descriptions in layer files). The type of
// the scales is that of their tensors.
#include "base/fields.h"
#include "tacq/numerics/packed.h"

namespace tacq {

Json packedGridJson(const GridOptions& grid);
/// What is missing is `fallback`'s; without one bits and group_size must be there. Problems are the fields'.
GridOptions readPackedGrid(Fields& fields, const std::optional<GridOptions>& fallback = std::nullopt);

}  // namespace tacq

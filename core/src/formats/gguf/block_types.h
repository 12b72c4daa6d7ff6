#pragma once
// Private to formats: which block type a matrix takes in a GGUF.
#include <cstdint>
#include <optional>
#include <string>

#include "tacq/checkpoint/checkpoint.h"
#include "tacq/formats/exporter.h"
#include "tacq/numerics/packed.h"

namespace tacq {

/// What `--grid` asks for: `gguf:q4_k`. No text: nothing was asked. InvalidArgument names the types that can be made.
Result<std::optional<TensorType>> ggufTypeAsked(const std::string& grid);
/// The type itself where rows of `columns` hold its blocks, else what llama-quantize takes in its place, else F16.
TensorType ggufTypeFor(TensorType type, std::int64_t columns);

/// The smallest type whose blocks hold every linear of this grid exactly (FORMATS 5.4): w = scale · (code − zero) is d · integer there, so what counts is
/// the range of code − zero that the grid allows, and that no block lies across two groups. Scales stored as F32 fit none.
std::optional<TensorType> ggufTypeHolding(const GridOptions& grid, std::int64_t columns);
/// The grid nearest to this one, for rows of `columns`, that some type holds; none: rows are no multiple of 32.
std::optional<GridOptions> ggufGridNear(const GridOptions& grid, std::int64_t columns);
/// How a linear of the packed truth stands in the file.
LinearFit ggufFit(const PackedShape& linear, const ExportOptions& options);

}  // namespace tacq

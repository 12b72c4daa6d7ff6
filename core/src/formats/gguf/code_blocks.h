#pragma once
// Private to formats: codes of our packed truth as GGUF blocks, without rounding.
#include <cstddef>
#include <cstdint>
#include <span>

#include "tacq/base/result.h"
#include "tacq/checkpoint/checkpoint.h"
#include "tacq/numerics/packed.h"

namespace tacq {

/// A row of a linear without kept weights as blocks of a type that holds its grid (ggufTypeHolding()); every decoded value is scale · (code − zero).
/// InvalidFile: a zero point or a code outside what its grid allows, which then does not fit.
Result<void> codeBlocks(TensorType type, const PackedLinear& linear, std::int64_t row, std::span<std::byte> out);

/// A row of 8-bit codes with one F16 scale per 32 columns as Q8_0 blocks.
void codes8Blocks(std::span<const std::byte> codes, std::span<const std::byte> scales, std::span<std::byte> out);

}  // namespace tacq

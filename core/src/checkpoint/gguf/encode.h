#pragma once
#include <cstddef>
#include <cstdint>
#include <span>

#include "tacq/checkpoint/checkpoint.h"

namespace tacq {

/// Whether rows of this type can be made from values: F32, F16, BF16, Q4_0, Q4_1, Q5_0, Q5_1, Q8_0, Q2_0 and Q2_K to Q6_K.
bool canEncode(TensorType type);

/// A row of `values` (a whole number of blocks) as stored in `type`, by llama.cpp's arithmetic: the blocks of llama-quantize, bit for bit.
/// `importance`, one finite number ≥ 0 a column, is what its imatrix gives: scales are then searched with weights importance · √(σ² + x²);
/// empty: with its weights for no imatrix. What differs on purpose: Q2_0, which llama.cpp rounds to the largest value and without importance, is
/// searched; and where nearly all importance of a sub-block is zero, a K type's scale never turns negative (llama.cpp's then wraps around).
/// Q8_0 takes no importance there nor here. Values must be finite and, but for F32 and BF16, of at most 65,504.
/// Pure: any thread; `out` holds values.size() / elements blocks.
void encodeRow(TensorType type, std::span<const float> values, std::span<const float> importance, std::span<std::byte> out);

/// Whole rows of `columns` values, spread over threads; the bytes do not depend on how many.
void encodeRows(TensorType type, std::span<const float> values, std::int64_t columns, std::span<const float> importance, std::span<std::byte> out);

}  // namespace tacq

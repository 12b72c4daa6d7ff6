#pragma once
#include <span>

#include "tacq/base/result.h"
#include "tacq/numerics/packed.h"

namespace tacq {

/// New values for a packed linear whose codes, zero points and kept places stay as they are, rounded to the types that they are stored in: what
/// stands in the linear afterwards is what a file will hold. Rounding is to nearest, ties to even. Sizes must agree (Internal).

/// `scales`: [rows, groups]. Rounded to grid.scaleType and clamped to its largest finite value; where the scale so far is above zero, the new one is at
/// least the smallest number above zero that the type has. NonFinite: NaN or infinity.
Result<void> storeScales(PackedLinear& linear, std::span<const float> scales);
/// `values`: one per kept weight, in the order of keptColumns. The linear's valueType stays; only where a value does not fit in F16 it becomes BF16.
/// NonFinite: NaN or infinity.
Result<void> storeKeptValues(PackedLinear& linear, std::span<const float> values);

}  // namespace tacq

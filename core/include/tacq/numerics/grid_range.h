#pragma once
#include <cstdint>

namespace tacq {

/// The one range of a grid's numbers (GridOptions): validate(), options, requests and readers of files name these. No row is longer than
/// kMostGroupSize columns (so wide may a model be at most), hence a larger group would say nothing that −1, a whole row, does not.
inline constexpr int kLeastBits = 2, kMostBits = 8;
inline constexpr std::int64_t kMostGroupSize = std::int64_t{1} << 24;

}  // namespace tacq

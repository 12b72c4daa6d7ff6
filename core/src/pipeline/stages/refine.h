#pragma once
// Private to the pipeline: the last step of a budget that a sketch can only say roughly.
#include <cstdint>
#include <functional>

#include "tacq/base/result.h"

namespace tacq {

/// The largest k in [0, all] that `fitsAt` allows, where smaller k fit whenever larger ones do: found from a guess nearby, in steps that double. 0 if nothing fits.
Result<std::uint64_t> largestFitting(std::uint64_t guess, std::uint64_t all, const std::function<Result<bool>(std::uint64_t)>& fitsAt);

}  // namespace tacq

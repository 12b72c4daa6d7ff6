#pragma once
// Private to the pipeline: budgets beyond what a sketch says exactly.
#include <cstdint>
#include <functional>
#include <optional>

#include "tacq/base/result.h"
#include "tacq/budget/ledger.h"

namespace tacq {

/// k weights shared out by size: what k costs where every kept weight costs the same, and a first guess at which matrices they lie in. Never exact.
CountAnswer spreadCounts(const PackedPlan& plan, std::uint64_t k);

/// How many weights a size asked for allows, by arithmetic alone: a kept weight costs the same wherever it lies. Empty where it does not (rows of more than
/// 65,535 columns beside shorter ones). Errors as solveBudget().
Result<std::optional<std::uint64_t>> affordable(const PackedPlan& plan, const BudgetRequest& budget);

/// The largest k in [0, all] that `fitsAt` allows, where smaller k fit whenever larger ones do: found from a guess nearby, in steps that double. 0 if nothing fits.
Result<std::uint64_t> largestFitting(std::uint64_t guess, std::uint64_t all, const std::function<Result<bool>(std::uint64_t)>& fitsAt);

}  // namespace tacq

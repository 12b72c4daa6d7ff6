#pragma once
#include <cstdint>
#include <vector>

#include "tacq/base/result.h"

namespace tacq {

/// One way to store a unit (a tensor, or tensors that must share a width): its size and the loss it is predicted to cost.
struct WidthOption {
    int bits = 0;                ///< label only
    std::uint64_t costBits = 0;  ///< size in bits
    double loss = 0;             ///< predicted; finite, any sign
};

/// A unit may be locked by giving it a single option.
using AllocationUnit = std::vector<WidthOption>;

struct Allocation {
    std::vector<std::size_t> choice;  ///< per unit: index into its options
    std::uint64_t costBits = 0;
    double loss = 0;
    double lowerBound = 0;            ///< no allocation within the budget has a smaller loss
    bool optimal = false;             ///< proved: loss is the minimum
};

/// Chooses one option per unit, minimising Σ loss with Σ cost ≤ budgetBits (multiple-choice knapsack). Never overshoots.
///
/// Lagrangian relaxation (Everett 1963) gives a bound and a first answer; dynamic programming over Pareto-optimal states, pruned by
/// that bound, makes it exact. `stateLimit` bounds memory (24 bytes a state): beyond it states are thinned and `optimal` is false.
/// InvalidArgument: a unit without options, a loss that is not finite, or a budget below the cheapest allocation (says by how much).
Result<Allocation> allocateWidths(const std::vector<AllocationUnit>& units, std::uint64_t budgetBits, std::size_t stateLimit = 4'000'000);

}  // namespace tacq

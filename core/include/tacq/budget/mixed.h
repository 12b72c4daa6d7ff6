#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "tacq/base/run_context.h"
#include "tacq/budget/ledger.h"
#include "tacq/budget/recipe.h"
#include "tacq/numerics/sketch.h"

namespace tacq {

/// First-order loss of one tensor as a function of how many of its weights stay in 16 bit: Σ G·|ΔW| over the others, the kept ones being those with the
/// highest scores. Known at the edges of score bins, linear between them (scores within a bin differ by at most 1/32 octave).
class LossCurve {
public:
    LossCurve() = default;
    /// counts and mass: weights and Σ G·|ΔW| per score bin, lowest first; mass is multiplied by `scale`.
    LossCurve(std::span<const std::uint64_t> counts, std::span<const double> mass, double scale = 1);
    double at(std::uint64_t kept) const;
    double whole() const { return m_loss.empty() ? 0 : m_loss.front(); }

private:
    std::vector<std::uint64_t> m_kept;  ///< ascending from 0
    std::vector<double> m_loss;         ///< what is lost when so many are kept; descending
};

/// One width a tensor may take.
struct WidthChoice {
    int bits = 0;
    LossCurve loss;
    bool estimated = false;  ///< this width was not simulated: loss is clip-searched rounding to nearest times the measured GPTQ/RTN ratio
};

struct MixedRequest {
    PackedPlan plan;                                ///< group sizes and everything else that is fixed; its widths are replaced
    std::vector<std::vector<WidthChoice>> choices;  ///< per linear; a locked one has a single choice
    std::vector<std::size_t> unit;                  ///< per linear: those with the same number take one width; empty: each its own
    BudgetRequest budget;                           ///< targetBits or targetBytes
    std::function<CountAnswer(std::uint64_t)> countsFor;
    std::uint64_t mostKept = 0;                     ///< no more weights than this are kept (where counts stop being exact)
};

struct MixedAnswer {
    std::vector<int> bits;        ///< per linear
    BudgetAnswer budget;          ///< kept counts, ledger: within the target
    double firstOrder = 0;        ///< Σ over linears of their curve at their kept count
    bool optimal = false;         ///< no other widths with as many kept weights as were tried have a smaller loss (allocateWidths proved it)
    int uniformBits = 0;          ///< the best single width within the same budget; 0: none fits
    double uniformFirstOrder = 0;
};

/// Widths per tensor and a number of kept weights, together minimising the predicted first-order loss within a size. Never overshoots.
///
/// For some thirty counts k (none; log-spaced up to mostKept; those of every single width; then closer around the best) the widths that fit are chosen by
/// allocateWidths(); at the best, what is left over is spent on more kept weights. Never worse than the best single width, by prediction.
/// InvalidArgument: no target, a linear without a choice, locked linears of one unit that differ, a budget below the cheapest widths.
Result<MixedAnswer> allocateMixed(const MixedRequest& request, const RunContext& context);

/// Loss of given widths and kept counts by the same curves; the linears' own choices must hold their width.
double mixedLoss(std::span<const std::vector<WidthChoice>> choices, std::span<const int> bits, std::span<const std::uint64_t> kept);

/// "vLLM-safe": engines that fuse q, k, v and gate, up into one matrix each want one width for them. Unit numbers per linear.
std::vector<std::size_t> fusedUnits(std::span<const LinearInfo> linears);
/// "GGUF-safe": K-quants (2 to 6 bit) need rows of a multiple of 256 columns; Q4_0, Q5_0 and Q8_0 a multiple of 32; other rows have no quantized GGUF type
/// and stay in 16 bit there, so that they get the widest width here. Those of `widths` that `linear` may take; never empty if widths is not.
std::vector<int> ggufWidths(const LinearInfo& linear, std::span<const int> widths);
bool ggufHasNoType(const LinearInfo& linear);

}  // namespace tacq

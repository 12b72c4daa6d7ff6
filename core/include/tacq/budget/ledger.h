#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "tacq/base/result.h"
#include "tacq/checkpoint/packed_folder.h"
#include "tacq/numerics/selection.h"

namespace tacq {

/// Where the bits of a packed checkpoint go. Bytes are exact file bytes; bits = 8 · bytes / quantizableWeights, without rounding in between.
/// The lines of the linears' parts, embeddings, head, other and headers add up to modelBytes.
struct Ledger {
    struct Line {
        std::string_view name;        ///< `codes`, `scales`, `zeros`, `outlierIndices` (columns and row offsets), `outlierValues`, and those of further parts
        double bits = 0;
        std::uint64_t bytes = 0;
    };
    std::vector<Line> lines;          ///< one for each of ledgerLines(), in that order
    const Line& operator[](std::string_view name) const;  ///< an empty one where there is none of that name
    std::uint64_t quantizedBytes() const;                 ///< of all lines
    double totalBits = 0;             ///< of all lines; what --target-bits bounds
    std::uint64_t embeddingBytes = 0, headBytes = 0, otherBytes = 0;  ///< other: norms, biases
    std::uint64_t headerBytes = 0;    ///< safetensors headers
    std::uint64_t modelBytes = 0;     ///< Σ of the .safetensors files; what --target-size bounds
    std::int64_t quantizableWeights = 0;
};
/// InvalidArgument for a plan without linears or with a grid or kept count that cannot be.
Result<Ledger> makeLedger(const PackedPlan& plan);

/// The ledger of a plan that differs in its kept counts alone from one whose makeLedger() gave these header bytes: headers leave room for any count
/// (FORMATS section 10), so they stay. Makes no strings: microseconds, for every step of a slider. Counts are taken as they are.
Ledger ledgerForCounts(const PackedPlan& plan, std::uint64_t headerBytes);

/// k = floor(p · N), the one rule for turning a fraction into a count; float64 product. InvalidArgument for p outside 0 … 1 or NaN.
Result<std::uint64_t> keptForFraction(double fraction, std::int64_t quantizableWeights);

/// What the person asked for; exactly one of the three is used, in this order of precedence: size, bits, fraction.
struct BudgetRequest {
    double outlierFraction = 0.0035;  ///< k = floor(p · N)
    double targetBits = 0;            ///< > 0: largest k with ledger.totalBits ≤ targetBits
    std::uint64_t targetBytes = 0;    ///< > 0: largest k with modelBytes ≤ targetBytes
};
/// Whether the size asked for, targetBytes or else targetBits, is kept to.
bool holdsTarget(const Ledger& ledger, const BudgetRequest& request);
struct BudgetAnswer {
    std::uint64_t kept = 0;           ///< = counts.total; below the k tried only where counts are inexact
    CountAnswer counts;
    Ledger ledger;
};
/// Never overshoots. Bits and bytes never fall as k grows (kept sets are nested), so bisection finds the largest k. InvalidArgument when even k = 0 does not fit (says by how much) or a value is out of range (p outside 0 … 1, NaN, …).
/// `countsFor(k)` gives kept counts per matrix (countTopK, or an exact count).
Result<BudgetAnswer> solveBudget(PackedPlan plan, const BudgetRequest& request, const std::function<CountAnswer(std::uint64_t)>& countsFor);

}  // namespace tacq

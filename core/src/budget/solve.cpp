#include <algorithm>
#include <cmath>
#include <numeric>

#include "budget/tensor_bytes.h"
#include "tacq/base/number_text.h"
#include "tacq/budget/ledger.h"

namespace tacq {
namespace {

using CountsFor = std::function<CountAnswer(std::uint64_t)>;

std::string decimal(double value) { return significantText(value, 6); }

Result<void> apply(PackedPlan& plan, const CountAnswer& counts) {
    if (counts.kept.size() != plan.linears.size())
        return Error{ErrorCode::InvalidArgument, "kept counts and plan differ in their number of matrices", "", ""};
    for (std::size_t i = 0; i < plan.linears.size(); ++i) plan.linears[i].kept = static_cast<std::int64_t>(counts.kept[i]);
    return {};
}

/// What the person's limit is about: bits a weight, or bytes of all files.
struct Limit {
    bool bytes;
    double bits = 0;
    std::uint64_t size = 0;

    bool holds(const Ledger& ledger) const { return bytes ? ledger.modelBytes <= size : ledger.totalBits <= bits; }
    Result<Ledger> measure(const PackedPlan& plan) const {
        if (bytes) return makeLedger(plan);
        return tensorLedger(plan);
    }
    Error tooSmall(const Ledger& base) const {
        if (bytes)
            return {ErrorCode::InvalidArgument,
                    "nothing kept already takes " + std::to_string(base.modelBytes) + " bytes, " + std::to_string(base.modelBytes - size) +
                        " more than the " + std::to_string(size) + " asked for",
                    "--target-size", "allow more bytes, or use fewer bits, larger groups or --embedding-bits 8"};
        return {ErrorCode::InvalidArgument,
                "nothing kept already takes " + decimal(base.totalBits) + " bits a weight, " + decimal(base.totalBits - bits) + " more than the " +
                    decimal(bits) + " asked for",
                "--target-bits", "allow more bits, or use fewer base bits, larger groups or f16 scales"};
    }
};

/// Largest k whose ledger holds the limit: [fits, tooMany) closes in on it.
Result<std::uint64_t> largestFitting(PackedPlan& plan, const Limit& limit, std::uint64_t weights, const CountsFor& countsFor) {
    const auto fitsAt = [&](std::uint64_t k, Ledger& ledger) -> Result<bool> {
        TACQ_CHECK(apply(plan, countsFor(k)));
        TACQ_TRY(ledger, limit.measure(plan));
        return limit.holds(ledger);
    };
    Ledger ledger;
    TACQ_TRY(const bool none, fitsAt(0, ledger));
    if (!none) return limit.tooSmall(ledger);
    std::uint64_t fits = 0, tooMany = weights + 1;
    while (tooMany - fits > 1) {
        const std::uint64_t middle = fits + (tooMany - fits) / 2;
        TACQ_TRY(const bool held, fitsAt(middle, ledger));
        (held ? fits : tooMany) = middle;
    }
    return fits;
}

Result<std::uint64_t> wantedCount(PackedPlan& plan, const BudgetRequest& request, std::uint64_t weights, const CountsFor& countsFor) {
    if (request.targetBytes > 0) return largestFitting(plan, {true, 0, request.targetBytes}, weights, countsFor);
    if (request.targetBits > 0) return largestFitting(plan, {false, request.targetBits, 0}, weights, countsFor);
    return keptForFraction(request.outlierFraction, static_cast<std::int64_t>(weights));
}

}  // namespace

Result<BudgetAnswer> solveBudget(PackedPlan plan, const BudgetRequest& request, const CountsFor& countsFor) {
    if (!(std::isfinite(request.targetBits) && request.targetBits >= 0))
        return Error{ErrorCode::InvalidArgument, "target bits must be a positive number, not " + decimal(request.targetBits), "--target-bits", "3.1 is common"};
    for (PackedShape& linear : plan.linears) linear.kept = 0;
    TACQ_TRY(Ledger base, makeLedger(plan));  // judges the plan
    TACQ_TRY(const std::uint64_t k, wantedCount(plan, request, static_cast<std::uint64_t>(base.quantizableWeights), countsFor));
    BudgetAnswer answer;
    answer.counts = countsFor(k);
    answer.kept = answer.counts.total;
    TACQ_CHECK(apply(plan, answer.counts));
    TACQ_TRY(answer.ledger, makeLedger(plan));
    return answer;
}

}  // namespace tacq

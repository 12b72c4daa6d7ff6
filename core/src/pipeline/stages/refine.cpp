#include "pipeline/stages/refine.h"

#include <algorithm>

#include "tacq/numerics/packed_part.h"

namespace tacq {

CountAnswer spreadCounts(const PackedPlan& plan, std::uint64_t k) {
    CountAnswer answer;
    answer.exact = false;
    std::uint64_t all = 0, before = 0, share = 0;
    for (const PackedShape& linear : plan.linears) all += static_cast<std::uint64_t>(linear.rows * linear.columns);
    for (const PackedShape& linear : plan.linears) {
        before += static_cast<std::uint64_t>(linear.rows * linear.columns);
        const auto upTo = static_cast<std::uint64_t>(static_cast<long double>(k) * static_cast<long double>(before) / static_cast<long double>(std::max<std::uint64_t>(all, 1)));
        answer.kept.push_back(upTo - share);
        share = upTo;
    }
    answer.total = share;
    return answer;
}

Result<std::optional<std::uint64_t>> affordable(const PackedPlan& plan, const BudgetRequest& budget) {
    const auto costsTheSame = [&plan](const PackedShape& linear) { return keptBytes(linear) == keptBytes(plan.linears.front()); };
    if (!std::all_of(plan.linears.begin(), plan.linears.end(), costsTheSame)) return std::optional<std::uint64_t>();
    TACQ_TRY(const BudgetAnswer answer, solveBudget(plan, budget, [&plan](std::uint64_t k) { return spreadCounts(plan, k); }));
    return std::optional(answer.kept);
}

Result<std::uint64_t> largestFitting(std::uint64_t guess, std::uint64_t all, const std::function<Result<bool>(std::uint64_t)>& fitsAt) {
    std::uint64_t good = guess, bad = all + 1, step = 1;
    TACQ_TRY(bool held, fitsAt(guess));
    if (held) {
        for (; good + step <= all; step *= 2) {
            TACQ_TRY(held, fitsAt(good + step));
            if (!held) break;
            good += step;
        }
        bad = std::min(all + 1, good + step);
    } else {
        for (bad = guess; bad > 0; step *= 2) {
            good = bad > step ? bad - step : 0;
            TACQ_TRY(held, fitsAt(good));
            if (held || good == 0) break;
            bad = good;
        }
    }
    while (bad - good > 1) {
        const std::uint64_t middle = good + (bad - good) / 2;
        TACQ_TRY(held, fitsAt(middle));
        (held ? good : bad) = middle;
    }
    return good;
}

}  // namespace tacq

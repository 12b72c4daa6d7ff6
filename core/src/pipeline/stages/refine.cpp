#include "pipeline/stages/refine.h"

#include <algorithm>

namespace tacq {

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

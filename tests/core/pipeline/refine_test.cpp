#include <doctest/doctest.h>

#include "pipeline/stages/refine.h"

using namespace tacq;

TEST_CASE("the largest fitting number is found from any guess, and every question is in range") {
    for (const std::uint64_t all : {0u, 1u, 7u, 1000u})
        for (const std::uint64_t truth : {0u, 1u, 6u, 7u, 999u, 1000u}) {
            if (truth > all) continue;
            for (const std::uint64_t guess : {std::uint64_t{0}, all / 3, truth, all}) {
                CAPTURE(all);
                CAPTURE(truth);
                CAPTURE(guess);
                const auto found = largestFitting(guess, all, [&](std::uint64_t k) -> Result<bool> {
                    CHECK(k <= all);
                    return k <= truth;
                });
                REQUIRE(found.ok());
                CHECK(found.value() == truth);
            }
        }
}

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "tacq/budget/allocate.h"

using namespace tacq;

namespace {

double bruteForce(const std::vector<AllocationUnit>& units, std::uint64_t budget, std::size_t unit = 0, std::uint64_t cost = 0, double loss = 0) {
    if (cost > budget) return std::numeric_limits<double>::infinity();
    if (unit == units.size()) return loss;
    double best = std::numeric_limits<double>::infinity();
    for (const WidthOption& option : units[unit]) best = std::min(best, bruteForce(units, budget, unit + 1, cost + option.costBits, loss + option.loss));
    return best;
}

std::vector<AllocationUnit> randomUnits(std::mt19937& random, std::size_t count, bool coarse) {
    std::vector<AllocationUnit> units(count);
    for (auto& unit : units) {
        const std::uint64_t weights = 64 * (1 + random() % 40);
        const std::size_t options = 1 + random() % 4;
        for (std::size_t o = 0; o < options; ++o) {
            const int bits = 1 << o;
            const double noise = 0.2 + static_cast<double>(random() % 1000) / 1000.0;
            unit.push_back({bits, weights * static_cast<std::uint64_t>(bits), coarse ? static_cast<double>(random() % 4) : noise * std::pow(4.0, -bits)});
        }
    }
    return units;
}

}  // namespace

TEST_CASE("allocation equals brute force on small cases and never overshoots") {
    std::mt19937 random(7);
    for (int round = 0; round < 600; ++round) {
        const auto units = randomUnits(random, 1 + random() % 7, round % 3 == 0);
        std::uint64_t low = 0, high = 0;
        for (const auto& unit : units) low += unit.front().costBits, high += unit.back().costBits;
        const std::uint64_t budget = low + (high > low ? random() % (high - low + 100) : 0);
        const auto answer = allocateWidths(units, budget);
        REQUIRE(answer.ok());
        CHECK(answer.value().costBits <= budget);
        CHECK(answer.value().optimal);
        CHECK(answer.value().loss == doctest::Approx(bruteForce(units, budget)).epsilon(1e-9));
    }
}

TEST_CASE("allocation of a large model is proved optimal or bounded, and spends close to its budget") {
    std::mt19937 random(11);
    const auto units = randomUnits(random, 224, false);
    std::uint64_t low = 0, high = 0;
    for (const auto& unit : units) low += unit.front().costBits, high += unit.back().costBits;
    const auto answer = allocateWidths(units, (low + high) / 2);
    REQUIRE(answer.ok());
    CHECK(answer.value().costBits <= (low + high) / 2);
    CHECK(answer.value().lowerBound <= answer.value().loss);
    CHECK(answer.value().loss - answer.value().lowerBound <= 0.01 * answer.value().loss);
}

TEST_CASE("thinned states still give an allocation within the budget, not called optimal") {
    std::mt19937 random(13);
    const auto units = randomUnits(random, 60, false);
    std::uint64_t low = 0;
    for (const auto& unit : units) low += unit.front().costBits;
    const auto answer = allocateWidths(units, low + low / 2, 80);
    REQUIRE(answer.ok());
    CHECK(answer.value().costBits <= low + low / 2);
    CHECK(answer.value().lowerBound <= answer.value().loss);
}

TEST_CASE("one candidate per unit is returned as it is; an impossible budget says by how much") {
    const std::vector<AllocationUnit> units{{{3, 800, 1.0}}, {{4, 1600, 2.0}}};
    CHECK(allocateWidths(units, 2400).value().choice == std::vector<std::size_t>{0, 0});
    const auto refused = allocateWidths(units, 2399);
    REQUIRE(!refused.ok());
    CHECK(refused.error().code == ErrorCode::InvalidArgument);
    CHECK(refused.error().message.find("1 bytes") != std::string::npos);
    CHECK(allocateWidths({{}}, 10).error().code == ErrorCode::InvalidArgument);
    CHECK(allocateWidths({{{2, 1, std::nan("")}}}, 10).error().code == ErrorCode::InvalidArgument);
}

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <memory>
#include <random>

#include "tacq/numerics/selection.h"

using namespace tacq;

namespace {

using Matrices = std::vector<std::vector<float>>;

struct Entry {
    float score;
    std::uint32_t matrix, position;
};

// The law itself: sort everything by (score descending, NaN last, matrix, position).
std::vector<Entry> sorted(const Matrices& matrices) {
    std::vector<Entry> all;
    for (std::size_t m = 0; m < matrices.size(); ++m)
        for (std::size_t i = 0; i < matrices[m].size(); ++i)
            all.push_back({matrices[m][i], static_cast<std::uint32_t>(m), static_cast<std::uint32_t>(i)});
    std::stable_sort(all.begin(), all.end(), [](const Entry& a, const Entry& b) {
        if (std::isnan(a.score) || std::isnan(b.score)) return !std::isnan(a.score) && std::isnan(b.score);
        return a.score > b.score;
    });
    return all;
}

Selection select(const Matrices& matrices, std::uint64_t k) {
    std::vector<std::uint64_t> sizes;
    for (const auto& m : matrices) sizes.push_back(m.size());
    auto selection = selectTopK(sizes, k, [&](std::size_t i, std::span<float> out) -> Result<void> {
        std::copy(matrices[i].begin(), matrices[i].end(), out.begin());
        return {};
    }, {});
    REQUIRE(selection.ok());
    return std::move(selection).value();
}

struct Sketches {
    std::vector<std::unique_ptr<LogHistogram>> histograms;
    std::vector<TailIndex> tails;
    TailCounter counter() const {
        std::vector<const LogHistogram*> pointers;
        for (const auto& h : histograms) pointers.push_back(h.get());
        return TailCounter(pointers, std::vector<TailView>(tails.begin(), tails.end()));
    }
};

Sketches sketch(const Matrices& matrices, int floorBin) {
    Sketches made;
    for (const auto& values : matrices) {
        made.histograms.push_back(std::make_unique<LogHistogram>());
        made.histograms.back()->add(values);
        std::vector<std::uint32_t> position;
        std::vector<float> score;
        for (std::uint32_t i = 0; i < values.size(); ++i) {
            if (LogHistogram::binOf(values[i]) < floorBin) continue;
            position.push_back(i);
            score.push_back(values[i]);
        }
        made.tails.push_back(makeTailIndex(floorBin, position, score));
    }
    return made;
}

Matrices randomMatrices(std::mt19937& random, int kind) {
    Matrices matrices(1 + random() % 5);
    for (auto& values : matrices) {
        values.resize(random() % 60);
        for (float& v : values) switch (kind) {
                case 0: v = std::exp(std::normal_distribution<float>(-10, 4)(random)); break;
                case 1: v = static_cast<float>(random() % 4); break;                    // duplicates and zeros
                case 2: v = 0.5f; break;                                                // all tie
                case 3: v = random() % 3 ? 0.0f : std::numeric_limits<float>::quiet_NaN(); break;
                case 4: v = random() % 4 ? std::exp(std::normal_distribution<float>(-40, 20)(random)) : std::numeric_limits<float>::infinity(); break;
                default: v = 1.0f + static_cast<float>(random() % 20) * 0x1p-23f; break; // neighbours within one bin
            }
    }
    return matrices;
}

bool sameFloat(float a, float b) { return a == b || (std::isnan(a) && std::isnan(b)); }

void checkAgainstSorted(const Matrices& matrices, const std::vector<Entry>& order, const TailCounter& counter, std::uint64_t k) {
    const Selection selection = select(matrices, k);
    const CountAnswer answer = counter.counts(k);
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(k, order.size()));
    REQUIRE(selection.kept == count);
    REQUIRE(answer.exact);
    REQUIRE(answer.total == count);
    const float threshold = count ? order[count - 1].score : 0.0f;
    REQUIRE(sameFloat(selection.threshold, threshold));
    REQUIRE(sameFloat(answer.threshold, threshold));
    std::vector<std::vector<std::uint32_t>> expected(matrices.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i < count) expected[order[i].matrix].push_back(order[i].position);
        REQUIRE(answer.keeps(order[i].score, order[i].matrix, order[i].position) == (i < count));
    }
    for (std::size_t m = 0; m < matrices.size(); ++m) {
        std::sort(expected[m].begin(), expected[m].end());
        REQUIRE(selection.matrices[m].position == expected[m]);
        REQUIRE(answer.kept[m] == expected[m].size());
    }
}

}  // namespace

TEST_CASE("selectionAndCountsEqualBruteForceForEveryK") {
    std::mt19937 random(11);
    for (int round = 0; round < 120; ++round) {
        const Matrices matrices = randomMatrices(random, round % 6);
        const std::vector<Entry> order = sorted(matrices);
        const Sketches sketches = sketch(matrices, 0);
        const TailCounter counter = sketches.counter();
        for (std::uint64_t k = 0; k <= order.size() + 1; ++k) checkAgainstSorted(matrices, order, counter, k);
    }
}

TEST_CASE("countsAreExactWhereManyWeightsShareABin") {
    std::mt19937 random(14);
    constexpr float kNan = std::numeric_limits<float>::quiet_NaN(), kInfinity = std::numeric_limits<float>::infinity();
    // More than are looked at one by one, all in one bin each: spread evenly, crowded at one end, two neighbours, all tied, the first bin, the last.
    const auto value = [&](int kind) -> float {
        switch (kind) {
            case 0: return 1.0f + static_cast<float>(random() % (1u << 18)) * 0x1p-23f;
            case 1: return 1.0f + static_cast<float>(random() % 64) * static_cast<float>(random() % 64) * static_cast<float>(random() % 64) * 0x1p-23f;
            case 2: return random() % 3 ? 1.0f : 1.0f + 0x1p-23f;
            case 3: return 0.5f;
            case 4: return random() % 3 == 0 ? 0.0f : random() % 2 ? kNan : std::ldexp(static_cast<float>(random() % 5), -140);
            default: return random() % 2 ? kInfinity : 70'000.0f + static_cast<float>(random() % 3000);
        }
    };
    for (int kind = 0; kind < 6; ++kind) {
        Matrices matrices;
        for (const std::size_t size : {1700u, 0u, 1u, 2500u, 900u}) {
            matrices.emplace_back(size);
            for (float& v : matrices.back()) v = value(kind);
        }
        const auto order = sorted(matrices);
        const Sketches sketches = sketch(matrices, 0);
        const TailCounter counter = sketches.counter();
        for (const std::uint64_t k : {1u, 2u, 1023u, 1024u, 1025u, 1700u, 1701u, 1702u, 2551u, 4200u, 4201u, 4202u, 5100u, 5101u}) checkAgainstSorted(matrices, order, counter, k);
        for (int i = 0; i < 20; ++i) checkAgainstSorted(matrices, order, counter, random() % 5101);
    }
}

TEST_CASE("spendsExactlyTheBudgetWhenAllWeightsTie") {
    const Matrices matrices(3, std::vector<float>(1000, 0.25f));
    const Selection selection = select(matrices, 1234);
    CHECK(selection.matrices[0].position.size() == 1000);
    CHECK(selection.matrices[1].position.size() == 234);
    CHECK(selection.matrices[1].position.back() == 233);
    CHECK(selection.matrices[2].position.empty());
    CHECK(selection.threshold == 0.25f);
}

TEST_CASE("selectionOfLargeMatricesEqualsANthElement") {
    std::mt19937 random(12);
    Matrices matrices;
    for (const std::size_t size : {300'000u, 1u, 0u, 200'001u}) {
        matrices.emplace_back(size);
        for (float& v : matrices.back()) v = std::exp(std::normal_distribution<float>(-8, 3)(random));
    }
    const auto order = sorted(matrices);
    const Sketches sketches = sketch(matrices, 0);
    const TailCounter counter = sketches.counter();
    for (const std::uint64_t k : {1u, 1750u, 25'000u, 250'000u, 499'999u}) checkAgainstSorted(matrices, order, counter, k);
}

TEST_CASE("countsBelowTheTailNeverOvershootAndSaySo") {
    std::mt19937 random(13);
    Matrices matrices(4, std::vector<float>(20'000));
    for (auto& m : matrices)
        for (float& v : m) v = std::exp(std::normal_distribution<float>(-8, 3)(random));
    const Sketches sketches = sketch(matrices, LogHistogram::binOf(sorted(matrices)[4000].score));
    const TailCounter counter = sketches.counter();
    REQUIRE(counter.exactUpTo() >= 4000);
    CHECK(counter.counts(counter.exactUpTo()).exact);
    CHECK(counter.counts(counter.exactUpTo()).total == counter.exactUpTo());
    for (std::uint64_t k = counter.exactUpTo() + 1; k < 80'000; k += 997) {
        const CountAnswer answer = counter.counts(k);
        CHECK(answer.exact == (answer.total == k));
        CHECK(answer.total <= k);
        std::uint64_t kept = 0;
        for (std::uint32_t m = 0; m < 4; ++m)
            for (std::uint32_t i = 0; i < 20'000; ++i) kept += answer.keeps(matrices[m][i], m, i);
        CHECK(kept == answer.total);
    }
    CHECK(counter.counts(80'000).exact);
    CHECK(counter.counts(80'000).total == 80'000);
}

TEST_CASE("selectionStopsOnRequestAndPassesErrorsOn") {
    const std::vector<std::uint64_t> sizes{10, 10};
    std::stop_source stop;
    RunContext context;
    context.stop = stop.get_token();
    const auto fill = [&](std::size_t i, std::span<float> out) -> Result<void> {
        std::fill(out.begin(), out.end(), 1.0f);
        if (i == 0) stop.request_stop();
        return {};
    };
    CHECK(selectTopK(sizes, 5, fill, context).error().code == ErrorCode::Cancelled);
    const auto fail = [](std::size_t, std::span<float>) -> Result<void> { return Error{ErrorCode::NonFinite, "NaN", "t", ""}; };
    CHECK(selectTopK(sizes, 5, fail, {}).error().code == ErrorCode::NonFinite);
    const std::vector<std::uint64_t> huge{(1ull << 32) + 1};
    CHECK(selectTopK(huge, 5, fail, {}).error().code == ErrorCode::InvalidArgument);
}

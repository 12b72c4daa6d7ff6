#include "task/sampling.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

#include "task/mix.h"

using namespace tacq;

TEST_CASE("the generator is SplitMix64 with its published values") {
    SampleGenerator generator(1234567);
    CHECK(generator.next() == 6457827717110365317ull);
    CHECK(generator.next() == 3203168211198807973ull);
}

TEST_CASE("a permutation holds every index once, depends on the seed, and begins alike for every count asked of it") {
    SampleGenerator a(1), b(1), c(2);
    const auto first = permutation(100, a), again = permutation(100, b), other = permutation(100, c);
    CHECK(first == again);
    CHECK(first != other);
    auto sorted = first;
    std::sort(sorted.begin(), sorted.end());
    for (std::size_t i = 0; i < sorted.size(); ++i) CHECK(sorted[i] == i);
}

TEST_CASE("shares add up and follow the largest remainders") {
    CHECK(apportion(10, {0.7, 0.3}) == std::vector<std::int64_t>{7, 3});
    CHECK(apportion(1, {0.5, 0.5}) == std::vector<std::int64_t>{1, 0});
    CHECK(apportion(100, {1, 1, 1}) == std::vector<std::int64_t>{34, 33, 33});
    CHECK(apportion(16, {7, 3}) == std::vector<std::int64_t>{11, 5});
    for (std::int64_t total = 0; total < 50; ++total) {
        const auto shares = apportion(total, {0.1, 3, 0.017, 2});
        CHECK(std::accumulate(shares.begin(), shares.end(), std::int64_t{0}) == total);
    }
}

TEST_CASE("a mix needs a positive weight for every part") {
    const auto mix = parseMix("gsm8k:0.7,a/b.jsonl:2");
    REQUIRE(mix.ok());
    REQUIRE(mix.value().has_value());
    CHECK(mix.value()->at(1).task == "a/b.jsonl");
    CHECK(mix.value()->at(1).weight == 2);
    for (const char* single : {"gsm8k", "c:/x.txt", "folder/a.jsonl"}) CHECK_FALSE(parseMix(single).value().has_value());
    for (const char* wrong : {"a:0,b:1", "a:-1,b:1", "a,b:1", "a:nan,b:1", ":1,b:1", "a:1,", "a:1e999,b:1", "a:1e308,b:1e308", "a:1,b:5e-324", "a:inf,b:1"})
        CHECK(parseMix(wrong).error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("interleaving spreads every part over the whole") {
    Calibration a, b;
    for (std::int32_t i = 0; i < 4; ++i) a.rows.push_back({i, 0});
    for (std::int32_t i = 10; i < 12; ++i) b.rows.push_back({i, 0});
    const Calibration mixed = interleave({a, b}, "a:2,b:1");
    std::vector<std::int32_t> order;
    for (const auto& row : mixed.rows) order.push_back(row[0]);
    CHECK(order == std::vector<std::int32_t>{0, 10, 1, 2, 11, 3});
    CHECK(mixed.tokenCount == 12);
}

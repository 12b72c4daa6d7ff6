#include <doctest/doctest.h>

#include <bit>
#include <cmath>
#include <limits>
#include <memory>
#include <random>

#include "tacq/numerics/sketch.h"

using namespace tacq;

TEST_CASE("histogramEdgesAreExact") {
    CHECK(LogHistogram::lowerEdge(0) == 0x1p-48f);
    CHECK(LogHistogram::lowerEdge(LogHistogram::kBins) == 0x1p16f);
    CHECK(LogHistogram::lowerEdge(33) == 0x1p-47f * (1 + 1.0f / 32));
    for (int bin = 0; bin < LogHistogram::kBins; ++bin) {
        const float edge = LogHistogram::lowerEdge(bin);
        REQUIRE(LogHistogram::binOf(edge) == bin);
        if (bin > 0) REQUIRE(LogHistogram::binOf(std::nextafter(edge, 0.0f)) == bin - 1);
    }
}

TEST_CASE("histogramPutsOddValuesWhereTheHeaderSays") {
    const float inf = std::numeric_limits<float>::infinity(), nan = std::numeric_limits<float>::quiet_NaN();
    CHECK(LogHistogram::binOf(0) == 0);
    CHECK(LogHistogram::binOf(-0.0f) == 0);
    CHECK(LogHistogram::binOf(nan) == 0);
    CHECK(LogHistogram::binOf(-nan) == 0);
    CHECK(LogHistogram::binOf(1e-40f) == 0);
    CHECK(LogHistogram::binOf(inf) == LogHistogram::kBins - 1);
    CHECK(LogHistogram::binOf(3e38f) == LogHistogram::kBins - 1);
    CHECK(LogHistogram::binOf(-1.0f) == LogHistogram::binOf(1.0f));
    const auto histogram = std::make_unique<LogHistogram>();
    histogram->add(std::vector<float>{nan, inf, 0, -2, 3});
    CHECK(histogram->total() == 5);
    CHECK(histogram->sum() == 5);
    const auto twice = std::make_unique<LogHistogram>(*histogram);
    twice->add(*histogram);
    CHECK(twice->total() == 10);
    CHECK(twice->sum() == 10);
}

TEST_CASE("pyramidEqualsBruteForceAtEveryLevelAndRaggedEdge") {
    std::mt19937 random(5);
    std::normal_distribution<float> normal;
    for (const auto& [rows, columns] : {std::pair<std::int64_t, std::int64_t>{8, 8}, {1, 1}, {9, 17}, {64, 40}, {3, 100}, {129, 5}}) {
        std::vector<float> values(static_cast<std::size_t>(rows * columns));
        for (float& v : values) v = normal(random);
        Pyramid pyramid;
        pyramid.begin(rows, columns);
        const std::int64_t half = rows / 2;  // bands in any order
        const auto split = static_cast<std::size_t>(half * columns);
        pyramid.addRows(half, std::span(values).subspan(split));
        pyramid.addRows(0, std::span(values).first(split));
        pyramid.finish();
        CHECK(pyramid.levels.back().rows == 1);
        CHECK(pyramid.levels.back().columns == 1);
        for (std::size_t l = 0; l < pyramid.levels.size(); ++l) {
            const auto& level = pyramid.levels[l];
            const std::int64_t cell = std::int64_t{8} << l;
            REQUIRE(level.rows == (rows + cell - 1) / cell);
            REQUIRE(level.columns == (columns + cell - 1) / cell);
            for (std::int64_t r = 0; r < level.rows; ++r)
                for (std::int64_t c = 0; c < level.columns; ++c) {
                    float maximum = 0;
                    double sum = 0;
                    int count = 0;
                    for (std::int64_t y = r * cell; y < std::min(rows, (r + 1) * cell); ++y)
                        for (std::int64_t x = c * cell; x < std::min(columns, (c + 1) * cell); ++x, ++count) {
                            const float v = std::fabs(values[static_cast<std::size_t>(y * columns + x)]);
                            maximum = std::max(maximum, v);
                            sum += static_cast<double>(v);
                        }
                    const auto at = static_cast<std::size_t>(r * level.columns + c);
                    REQUIRE(level.maximum[at] == maximum);
                    REQUIRE(static_cast<double>(level.mean[at]) == doctest::Approx(sum / count).epsilon(1e-6));
                }
        }
    }
}

TEST_CASE("tailIsOrderedByScoreThenPositionAndGroupedByBin") {
    std::mt19937 random(6);
    std::vector<float> score;
    std::vector<std::uint32_t> position;
    for (std::uint32_t i = 0; i < 5000; ++i) {
        position.push_back((i * 7919) % 5000);
        score.push_back(1.0f + static_cast<float>(random() % 300) * 0.01f);
    }
    const int floor = LogHistogram::binOf(1.0f);
    const TailIndex tail = makeTailIndex(floor, position, score);
    REQUIRE(tail.binStart.size() == static_cast<std::size_t>(LogHistogram::kBins + 1 - floor));
    REQUIRE(tail.binStart.back() == 5000);
    std::vector<float> byPosition(5000);
    for (std::size_t i = 0; i < 5000; ++i) byPosition[position[i]] = score[i];
    for (std::size_t i = 0; i < 5000; ++i) {
        REQUIRE(byPosition[tail.position[i]] == tail.score[i]);
        const auto slot = static_cast<std::size_t>(LogHistogram::kBins - 1 - LogHistogram::binOf(tail.score[i]));
        REQUIRE((tail.binStart[slot] <= i && i < tail.binStart[slot + 1]));
        if (i == 0) continue;
        REQUIRE(tail.score[i] <= tail.score[i - 1]);
        if (tail.score[i] == tail.score[i - 1]) REQUIRE(tail.position[i] > tail.position[i - 1]);
    }
}

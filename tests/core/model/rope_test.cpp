#include <cmath>

#include "model/position_cache.h"
#include "model/rope.h"
#include "model_fixture.h"

using namespace tacq;

namespace {
double element(const torch::Tensor& values, std::int64_t i) { return values[i].item<double>(); }
}  // namespace

TEST_CASE("default rotary frequencies are theta to the power of minus 2i/d") {
    RopeConfig rope;
    rope.theta = 10000;
    const auto frequencies = ropeFrequencies(rope, 8);
    CHECK(frequencies.amplitude == 1.0);
    for (int i = 0; i < 4; ++i) CHECK(element(frequencies.inverse, i) == doctest::Approx(std::pow(10000.0, -2.0 * i / 8)).epsilon(1e-6));
}

TEST_CASE("linear scaling divides every frequency by the factor") {
    RopeConfig rope, plain;
    rope.type = RopeType::Linear;
    rope.factor = 4;
    CHECK(torch::equal(ropeFrequencies(rope, 16).inverse * 4, ropeFrequencies(plain, 16).inverse));
}

TEST_CASE("llama3 scaling keeps short wavelengths and divides long ones") {
    RopeConfig rope, plain;
    rope.type = RopeType::Llama3;
    rope.theta = plain.theta = 500000;
    rope.factor = 8;
    rope.originalContext = 8192;
    const auto scaled = ropeFrequencies(rope, 128).inverse, base = ropeFrequencies(plain, 128).inverse;
    CHECK(element(scaled, 0) == element(base, 0));
    CHECK(element(scaled, 63) == doctest::Approx(element(base, 63) / 8).epsilon(1e-6));
    CHECK((scaled <= base).all().item<bool>());
    CHECK((scaled >= base / 8 * (1 - 1e-6)).all().item<bool>());
}

TEST_CASE("yarn's attention factor follows the paper unless given") {
    RopeConfig rope;
    rope.type = RopeType::Yarn;
    rope.factor = 4;
    rope.originalContext = 32768;
    CHECK(ropeFrequencies(rope, 128).amplitude == doctest::Approx(0.1 * std::log(4.0) + 1));
    rope.mscale = 0.707;
    rope.mscaleAllDim = 0.707;
    CHECK(ropeFrequencies(rope, 128).amplitude == doctest::Approx(1.0));
    rope.attentionFactor = 1.25;
    CHECK(ropeFrequencies(rope, 128).amplitude == 1.25);
}

TEST_CASE("positions grow without changing those handed out before") {
    PositionCache cache(ropeFrequencies({}, 8), torch::kCPU, torch::kFloat32);
    const auto early = cache.rope(0, 4).cosine.clone();
    const auto late = cache.rope(100, 2);
    CHECK(torch::equal(cache.rope(0, 4).cosine, early));
    CHECK(element(late.sine[1], 0) == doctest::Approx(std::sin(101.0)).epsilon(1e-5));
}

TEST_CASE("a sliding window of w shows a query itself and the w - 1 keys before it") {
    PositionCache cache(ropeFrequencies({}, 8), torch::kCPU, torch::kFloat32);
    const auto mask = cache.mask(3, 4, 3);
    for (int i = 0; i < 3; ++i)
        for (int j = 0; j < 7; ++j) {
            const int query = 4 + i;
            CHECK((element(mask[i], j) == 0) == (j <= query && query - j < 3));
        }
}

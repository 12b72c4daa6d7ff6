#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "tacq/numerics/stored_values.h"

using namespace tacq;

namespace {

/// Two rows of eight, one kept weight each.
PackedLinear small(ScaleType scaleType, ValueType valueType) {
    PackedLinear linear;
    linear.name = "w";
    linear.rows = 2, linear.columns = 8;
    linear.grid = {.bits = 4, .scaleType = scaleType};
    linear.codes = {0, 0};
    linear.scales = {0.5f, 0.25f};
    linear.zeros = {0, 0};
    linear.rowOffsets = {0, 1, 2};
    linear.keptColumns = {3, 5};
    linear.keptValues = {1.0f, -2.0f};
    linear.valueType = valueType;
    return linear;
}

constexpr float kNan = std::numeric_limits<float>::quiet_NaN(), kInfinity = std::numeric_limits<float>::infinity();

}  // namespace

TEST_CASE("scales are rounded to their type, finite and above zero") {
    PackedLinear half = small(ScaleType::F16, ValueType::F16);
    REQUIRE(storeScales(half, std::vector{1.0f + 0x1p-12f, 1e9f}).ok());
    CHECK(half.scales == std::vector{1.0f, 65504.0f});
    CHECK(validate(half).ok());
    REQUIRE(storeScales(half, std::vector{-3.0f, 1e-30f}).ok());
    CHECK(half.scales == std::vector{0x1p-24f, 0x1p-24f});
    CHECK(validate(half).ok());

    PackedLinear single = small(ScaleType::F32, ValueType::F16);
    REQUIRE(storeScales(single, std::vector{1.0f + 0x1p-12f, 0.0f}).ok());
    CHECK(single.scales == std::vector{1.0f + 0x1p-12f, std::numeric_limits<float>::min()});

    // A group of zeros has no step: none is given to it.
    PackedLinear none = small(ScaleType::F16, ValueType::F16);
    none.scales = {0.0f, 0.25f};
    REQUIRE(storeScales(none, std::vector{0.0f, 0.25f}).ok());
    CHECK(none.scales == std::vector{0.0f, 0.25f});

    for (const float bad : {kNan, kInfinity, -kInfinity}) CHECK(storeScales(half, std::vector{1.0f, bad}).error().code == ErrorCode::NonFinite);
    CHECK(storeScales(half, std::vector{1.0f}).error().code == ErrorCode::Internal);
}

TEST_CASE("kept values keep their type while it holds them") {
    PackedLinear linear = small(ScaleType::F16, ValueType::F16);
    REQUIRE(storeKeptValues(linear, std::vector{1.0f + 0x1p-12f, 65519.0f}).ok());
    CHECK(linear.valueType == ValueType::F16);
    CHECK(linear.keptValues == std::vector{1.0f, 65504.0f});
    CHECK(validate(linear).ok());
    // One that F16 cannot hold makes all of them BF16, as the first pass does.
    REQUIRE(storeKeptValues(linear, std::vector{1.0f + 0x1p-8f, 65536.0f}).ok());
    CHECK(linear.valueType == ValueType::BF16);
    CHECK(linear.keptValues == std::vector{1.0f, 65536.0f});
    CHECK(validate(linear).ok());
    // And there they stay: a type that changed back would change bytes that nobody touched.
    REQUIRE(storeKeptValues(linear, std::vector{1.0f, 2.0f}).ok());
    CHECK(linear.valueType == ValueType::BF16);

    CHECK(storeKeptValues(linear, std::vector{kNan, 1.0f}).error().code == ErrorCode::NonFinite);
    CHECK(storeKeptValues(linear, std::vector{std::numeric_limits<float>::max(), 1.0f}).error().code == ErrorCode::NonFinite);
    CHECK(storeKeptValues(linear, std::vector{1.0f}).error().code == ErrorCode::Internal);
}

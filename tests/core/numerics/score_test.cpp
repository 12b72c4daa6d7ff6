#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "tacq/numerics/score.h"

using namespace tacq;

TEST_CASE("scoresFollowTheirFormulas") {
    const std::vector<float> g{1, 2, 0.5f}, w{-2, 0.25f, 4}, q{-1.5f, 0.5f, 4};
    std::vector<float> s(3);
    score(Method::Tacq, g, w, q, 0, 0, 0, s);
    CHECK(s == std::vector<float>{1.0f, 0.125f, 0.0f});
    score(Method::Qal, g, w, q, 0, 0, 0, s);
    CHECK(s == std::vector<float>{0.5f, 0.5f, 0.0f});
    score(Method::Msg, g, w, {}, 0, 0, 0, s);
    CHECK(s == std::vector<float>{2.0f, 0.5f, 2.0f});
    score(Method::Gradient, g, {}, {}, 0, 0, 0, s);
    CHECK(s == g);
    score(Method::Magnitude, {}, w, {}, 0, 0, 0, s);
    CHECK(s == std::vector<float>{2.0f, 0.25f, 4.0f});
}

TEST_CASE("scoreOrderOfProductsIsTheReferences") {
    // (g·d)·w overflows where g·(d·w) would not.
    const std::vector<float> g{1e30f}, w{1e-20f}, q{-1e15f};
    std::vector<float> s(1);
    score(Method::Tacq, g, w, q, 0, 0, 0, s);
    CHECK(std::isinf(s[0]));
}

TEST_CASE("randomScoresDependOnPositionNotOnTheSplit") {
    std::vector<float> whole(1000), first(300), rest(700), other(1000);
    score(Method::Random, {}, {}, {}, 7, 3, 0, whole);
    score(Method::Random, {}, {}, {}, 7, 3, 0, first);
    score(Method::Random, {}, {}, {}, 7, 3, 300, rest);
    first.insert(first.end(), rest.begin(), rest.end());
    CHECK(first == whole);
    score(Method::Random, {}, {}, {}, 8, 3, 0, other);
    CHECK(other != whole);
    score(Method::Random, {}, {}, {}, 7, 4, 0, other);
    CHECK(other != whole);
}

TEST_CASE("randomScoresAreUniformInTheUnitInterval") {
    std::vector<float> s(1 << 20);
    score(Method::Random, {}, {}, {}, 0, 0, 0, s);
    double sum = 0;
    std::vector<int> tenths(10);
    for (const float x : s) {
        REQUIRE((x >= 0 && x < 1));
        sum += static_cast<double>(x);
        ++tenths[static_cast<std::size_t>(x * 10)];
    }
    CHECK(sum / static_cast<double>(s.size()) == doctest::Approx(0.5).epsilon(0.002));  // 3.5 standard errors
    for (const int n : tenths) CHECK(n == doctest::Approx(104858).epsilon(0.012));       // 4 standard errors
}

TEST_CASE("methodNamesRoundTripAndUnknownOnesListTheChoices") {
    for (const Method m : {Method::Rtn, Method::Gptq, Method::Tacq, Method::Random, Method::Magnitude, Method::Gradient, Method::Msg, Method::Qal})
        CHECK(parseMethod(methodName(m)).value() == m);
    const auto unknown = parseMethod("tacq2");
    REQUIRE(!unknown.ok());
    CHECK(unknown.error().code == ErrorCode::InvalidArgument);
    CHECK(unknown.error().hint.find("rtn, gptq, tacq, random") != std::string::npos);
    CHECK(!keepsWeights(Method::Gptq));
    CHECK(needsGradient(Method::Msg));
    CHECK(!needsGradient(Method::Magnitude));
    CHECK(needsSimulation(Method::Qal));
    CHECK(!needsSimulation(Method::Gradient));
}

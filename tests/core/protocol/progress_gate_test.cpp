#include <doctest/doctest.h>

#include <vector>

#include "protocol/progress_gate.h"

using namespace tacq;

TEST_CASE("sendsAtMostTwentyASecondAndAlwaysTheLastOfAStage") {
    std::vector<Progress> sent;
    ProgressGate gate([&](const Progress& step, const ProgressMeter::Reading&) { sent.push_back(step); });
    auto now = ProgressGate::Clock::time_point{} + std::chrono::hours(1);
    for (std::uint64_t i = 1; i <= 1000; ++i) {
        gate.report({Stage::Gradient, i, 1000, "samples", "", 0}, now);
        now += std::chrono::milliseconds(1);
    }
    CHECK(sent.size() <= 22);
    CHECK(sent.size() >= 19);
    CHECK(sent.back().done == 1000);
}

TEST_CASE("aStageWithoutTotalStillShowsItsLastStep") {
    std::vector<Progress> sent;
    ProgressGate gate([&](const Progress& step, const ProgressMeter::Reading&) { sent.push_back(step); });
    const auto now = ProgressGate::Clock::time_point{} + std::chrono::hours(1);
    gate.report({Stage::Load, 1, 0, "bytes", "", 0}, now);
    gate.report({Stage::Load, 2, 0, "bytes", "", 0}, now);
    gate.report({Stage::Gradient, 0, 4, "samples", "", 0}, now);
    gate.flush();
    REQUIRE(sent.size() == 3);
    CHECK(sent[1].stage == Stage::Load);
    CHECK(sent[1].done == 2);
    CHECK(sent[2].stage == Stage::Gradient);
}

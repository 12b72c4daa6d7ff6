#include <doctest/doctest.h>

#include <memory>
#include <vector>

#include "pipeline/stages/forecast.h"
#include "resident.h"
#include "test_paths.h"

using namespace tacq;

TEST_CASE("refusesWorkThatCannotFitAndSaysBothNumbers") {
    Forecast need;
    need.memoryBytes = std::uint64_t{1} << 60;
    const auto memory = ensureRoom(need, "/tmp", "/tmp");
    REQUIRE_FALSE(memory.ok());
    CHECK(memory.error().code == ErrorCode::OutOfMemory);
    need = {};
    need.outputBytes = std::uint64_t{1} << 60;
    const auto disk = ensureRoom(need, "/tmp", "/tmp");
    REQUIRE_FALSE(disk.ok());
    CHECK(disk.error().code == ErrorCode::DiskFull);
    CHECK(ensureRoom({}, "/tmp", "/tmp").ok());
}

TEST_CASE("whatGoesToOneDiskIsGoneForTheOther") {
    Forecast need;
    need.workspaceBytes = 60;
    need.outputBytes = 50;
    const FreeRoom two{0, 100, 100, false}, one{0, 100, 100, true};
    CHECK(checkRoom(need, two, "/w", "/o").ok());
    const auto refused = checkRoom(need, one, "/w", "/o");
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::DiskFull);
    CHECK(refused.error().context == "/w");
    // Two disks that happen to have the same room are two.
    CHECK(checkRoom(need, {0, 60, 60, false}, "/w", "/o").ok());
    CHECK(checkRoom(need, {0, 60, 49, false}, "/w", "/o").error().context == "/o");
    CHECK(freeRoom("/tmp", "/tmp/not-there/yet").oneDisk);
    CHECK_FALSE(freeRoom("/tmp", "/proc").oneDisk);
}

TEST_CASE("forecastsMoreForGradientsAndLongerCalibration") {
    const auto opened = Checkpoint::open(std::string(tacq::paths::resources()) + "/sample/stories260K");
    REQUIRE(opened.ok());
    const ModelGeometry model = geometryOf(opened.value());
    const Forecast small = forecast(model, {1000, 100, false, 0, 0, 0}), gradient = forecast(model, {1000, 100, true, 0, 0, 0}), longer = forecast(model, {2000, 100, true, 2, 7, 0});
    CHECK(gradient.memoryBytes > small.memoryBytes);
    CHECK(gradient.workspaceBytes > small.workspaceBytes);
    CHECK(longer.gradientFlops > gradient.gradientFlops);
    CHECK(longer.quantizeFlops > gradient.quantizeFlops);
    CHECK(longer.outputBytes == 7);
    WorkSize tuning{1000, 100, false, 0, 0, 0};
    tuning.tuningEpochs = 6;
    const Forecast tuned = forecast(model, tuning);
    CHECK(tuned.memoryBytes > small.memoryBytes);
    CHECK(tuned.workspaceBytes > small.workspaceBytes);
    CHECK(tuned.tuneFlops > 0);
    CHECK(tuned.flops() == tuned.tuneFlops);
    tuning.tuningInGroups = true;
    CHECK(forecast(model, tuning).tuneFlops > tuned.tuneFlops);
    CHECK(availableMemoryBytes() > 0);
    CHECK(peakResidentBytes() > 0);
    CHECK(totalMemoryBytes() >= peakResidentBytes());
}

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)
TEST_CASE("whatAStageFreedGoesBackToTheSystem") {
    // Blocks of a tensor's size, which the allocator takes from its heap once it has seen a larger one freed, below one that stays.
    { const std::vector<char> larger(16u << 20, 'x'); }
    std::vector<std::unique_ptr<std::vector<char>>> blocks;
    for (int i = 0; i < 100; ++i) blocks.push_back(std::make_unique<std::vector<char>>(1u << 20, 'x'));
    const auto stays = std::make_unique<std::vector<char>>(1u << 20, 'x');
    blocks.clear();
    giveBackFreeMemory();
    const std::size_t after = test::anonymousBytes();
    for (int i = 0; i < 90; ++i) blocks.push_back(std::make_unique<std::vector<char>>(1u << 20, 'x'));
    CHECK(test::anonymousBytes() >= after + (80u << 20));
    CHECK(stays->size() == 1u << 20);
}
#endif

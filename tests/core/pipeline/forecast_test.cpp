#include <doctest/doctest.h>

#include "pipeline/stages/forecast.h"
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
    CHECK(availableMemoryBytes() > 0);
    CHECK(peakResidentBytes() > 0);
    CHECK(totalMemoryBytes() >= peakResidentBytes());
}

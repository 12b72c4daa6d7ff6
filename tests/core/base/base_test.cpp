#include <doctest/doctest.h>

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cmath>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/json.h"
#include "scratch.h"
#include "tacq/base/file_io.h"
#include "tacq/base/half.h"
#include "tacq/base/hash.h"
#include "tacq/base/parallel.h"
#include "tacq/base/run_context.h"

using namespace tacq;
namespace fs = std::filesystem;

namespace {
fs::path scratch(const std::string& name) {
    static const test::Scratch all("base");
    return all.folder / name;
}
}  // namespace

TEST_CASE("every error code has its own name and a contract exit code") {
    std::vector<std::string> names;
    for (int i = 0; i <= static_cast<int>(ErrorCode::Internal); ++i) {
        names.emplace_back(errorName(static_cast<ErrorCode>(i)));
        const int code = exitCode(static_cast<ErrorCode>(i));
        CHECK((code == 1 || code == 2 || code == 3 || code == 4 || code == 130));
    }
    std::sort(names.begin(), names.end());
    CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
    CHECK(exitCode(ErrorCode::Cancelled) == 130);
}

TEST_CASE("an error is printed as one line with what to do next") {
    const Error e{ErrorCode::InvalidFile, "header is\ncut short", "a.safetensors", "download it again"};
    CHECK(formatError(e) == "error[invalid-file]: a.safetensors: header is cut short; download it again");
}

TEST_CASE("half and bfloat convert exactly both ways for all 65536 patterns") {
    for (std::uint32_t bits = 0; bits < 65536; ++bits) {
        const auto h = static_cast<std::uint16_t>(bits);
        const float f = halfToFloat(h);
        if (std::isnan(f)) CHECK(std::isnan(halfToFloat(floatToHalf(f))));
        else REQUIRE(floatToHalf(f) == h);
        const float b = bfloatToFloat(h);
        if (std::isnan(b)) CHECK(std::isnan(bfloatToFloat(floatToBfloat(b))));
        else REQUIRE(floatToBfloat(b) == h);
    }
}

TEST_CASE("half rounds to nearest, ties to even, and overflows to infinity") {
    CHECK(floatToHalf(1.0f + 0x1p-11f) == 0x3c00);              // tie, even below
    CHECK(floatToHalf(1.0f + 3 * 0x1p-11f) == 0x3c02);          // tie, even above
    CHECK(floatToHalf(65519.0f) == 0x7bff);
    CHECK(floatToHalf(65520.0f) == 0x7c00);
    CHECK(floatToHalf(0x1p-25f) == 0);                          // tie with zero
    CHECK(floatToHalf(0x1.8p-25f) == 1);
    CHECK(floatToBfloat(1.0f + 0x1p-8f) == 0x3f80);
}

TEST_CASE("sha256 of the standard's own examples") {
    CHECK(sha256Hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256Hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("an atomic file appears only when committed and leaves the old one otherwise") {
    const fs::path path = scratch("atomic.txt");
    REQUIRE(writeTextAtomic(path, "old").ok());
    {
        auto file = AtomicFile::create(path);
        REQUIRE(file.ok());
        REQUIRE(file.value().write("half a").ok());
    }
    CHECK(readText(path).value() == "old");
    REQUIRE(writeTextAtomic(path, "new").ok());
    CHECK(readText(path).value() == "new");
    for (const auto& entry : fs::directory_iterator(path.parent_path()))
        CHECK(entry.path().filename().string().find(".tmp-") == std::string::npos);
    CHECK(readText(scratch("absent")).error().code == ErrorCode::NotFound);
    CHECK(AtomicFile::create(scratch("no-such-folder") / "x").error().code == ErrorCode::NotFound);
}

TEST_CASE("errno values become the codes a user can act on") {
    CHECK(systemError(ENOSPC, "m", "c").code == ErrorCode::DiskFull);
    CHECK(systemError(EROFS, "m", "c").code == ErrorCode::PermissionDenied);
    CHECK(systemError(EIO, "m", "c").code == ErrorCode::Io);
}

TEST_CASE("parallelFor covers every index once, whatever the thread count, and rethrows") {
    for (int threads : {1, 2, 7}) {
        setThreadCount(threads);
        std::vector<std::atomic<int>> hits(1003);
        parallelFor(hits.size(), 10, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) ++hits[i];
        });
        for (const auto& h : hits) REQUIRE(h == 1);
        CHECK_THROWS(parallelFor(100, 1, [](std::size_t, std::size_t end) { if (end == 100) throw std::runtime_error("x"); }));
    }
    setThreadCount(0);
}

TEST_CASE("strict JSON refuses duplicates, depth bombs and trailing text") {
    CHECK(parseJson(R"({"a":[1,2]})", "t").ok());
    CHECK(parseJson(R"({"a":1,"a":2})", "t").error().code == ErrorCode::InvalidFile);
    CHECK(parseJson(R"({"a":1} x)", "t").error().code == ErrorCode::InvalidFile);
    CHECK(parseJson(std::string(100, '[') + std::string(100, ']'), "t").error().code == ErrorCode::InvalidFile);
    CHECK(parseJson("\"\xff\"", "t").error().code == ErrorCode::InvalidFile);
}

TEST_CASE("a stop request becomes Cancelled, and progress gives rate and time left") {
    std::stop_source source;
    RunContext context{source.get_token(), {}, {}};
    CHECK(context.checkpoint().ok());
    source.request_stop();
    CHECK(context.checkpoint().error().code == ErrorCode::Cancelled);

    ProgressMeter meter;
    meter.update({Stage::Gradient, 10, 100, "samples", "", 0}, 0.0);
    const auto reading = meter.update({Stage::Gradient, 30, 100, "samples", "", 0}, 10.0);
    CHECK(reading.ratePerSecond == doctest::Approx(2.0));
    CHECK(reading.secondsLeft == doctest::Approx(35.0));
    CHECK(reading.fraction == doctest::Approx(0.3));
}

// Kills, cancels, full disks and company: nothing is lost, and the same command ends in the same bytes.
#include <doctest/doctest.h>

#include <csignal>
#include <sstream>
#include <thread>

#include "tacq_process.h"

using namespace tacq::test;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> quantize(const std::string& workspace, const std::string& out, std::vector<std::string> more = {}, const std::string& samples = "8") {
    std::vector<std::string> all{"--workspace", workspace, "--json", "--progress", "json", "--dtype", "f32", "--threads", "1", "quantize", kSample, out, "--task", "tinystories",
                                 "--samples", samples, "--tokens", "64", "--bits", "3"};
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

/// What an undisturbed run writes.
const std::map<std::string, std::string>& reference(const std::vector<std::string>& more = {}) {
    static const auto made = [&] {
        Scratch scratch;
        const Ran ran = runTacq(quantize(scratch.path("workspace"), scratch.path("out"), more));
        INFO(ran.err);
        REQUIRE(ran.code == 0);
        return contents(scratch.path("out"));
    }();
    return made;
}

std::string stageOf(const std::string& line) {
    const Json event = Json::parse(line, nullptr, false);
    return event.is_object() && event.value("event", "") == "progress" ? event.value("stage", "") : "";
}

How signalAt(const std::string& stage, int signal, int after = 0) {
    How how;
    how.watch = [=, seen = 0](const std::string& line) mutable { return stageOf(line) == stage && seen++ == after ? signal : 0; };
    return how;
}

}  // namespace

TEST_CASE("theSameCommandGivesTheSameBytesInAnotherWorkspace") {
    Scratch scratch;
    const Ran ran = runTacq(quantize(scratch.path("elsewhere"), scratch.path("out")));
    REQUIRE(ran.code == 0);
    CHECK(contents(scratch.path("out")) == reference());
    for (const auto& [file, content] : reference()) {
        const std::string& path = file;  // C++20's structured bindings cannot be captured by clang 14
        CAPTURE(path);
        CHECK(content.find(scratch.folder.string()) == std::string::npos);
        CHECK(content.find("/sample/") == std::string::npos);
    }
}

TEST_CASE("killedInAnyStageTheSameCommandGivesTheSameBytes") {
    for (const char* stage : {"load", "gradient", "simulate", "sketch", "select", "quantize", "export", "verify"}) {
        for (const int after : {0, 1}) {
            CAPTURE(stage);
            CAPTURE(after);
            Scratch scratch;
            const auto command = quantize(scratch.path("workspace"), scratch.path("out"));
            const Ran killed = runTacq(command, signalAt(stage, SIGKILL, after));
            CHECK((killed.signal == SIGKILL || killed.code == 0));
            if (killed.signal == SIGKILL) CHECK_FALSE(fs::exists(scratch.path("out") + "/tacq.json"));
            const Ran again = runTacq(command);
            INFO(again.err);
            REQUIRE(again.code == 0);
            CHECK(contents(scratch.path("out")) == reference());
            CHECK(std::distance(fs::directory_iterator(scratch.folder), fs::directory_iterator()) == 2);
            const Ran verified = runTacq({"--workspace", scratch.path("workspace"), "--json", "--progress", "none", "workspace", "verify"});
            CHECK(verified.json().at("broken").empty());
        }
    }
}

TEST_CASE("killedAgainAndAgainWhileItTunesTheSameCommandGivesTheSameBytes") {
    const std::vector<std::string> tuning{"--steps", "circuit-tuning:epochs=4", "--format", "tacq"};
    Scratch undisturbed;
    REQUIRE(runTacq(quantize(undisturbed.path("workspace"), undisturbed.path("out"), tuning)).code == 0);
    const auto expected = contents(undisturbed.path("out"));
    // Six rows are trained on, so an epoch is eight events long: some runs get no epoch done, some get one or two.
    std::uint32_t random = 2026;
    for (int kills = 0, workspaces = 0; kills < 20 && workspaces < 20; ++workspaces) {
        Scratch scratch;
        const auto command = quantize(scratch.path("workspace"), scratch.path("out"), tuning);
        for (bool done = false; !done;) {
            random = random * 1664525u + 1013904223u;
            const Ran ran = runTacq(command, signalAt("tune", SIGKILL, static_cast<int>((random >> 16) % 20)));
            CAPTURE(kills);
            CHECK((ran.signal == SIGKILL || ran.code == 0));
            done = ran.signal != SIGKILL;
            kills += !done;
        }
        CHECK(contents(scratch.path("out")) == expected);
    }
}

TEST_CASE("controlCOnceCancelsAndLeavesAResumableRun") {
    Scratch scratch;
    const auto command = quantize(scratch.path("workspace"), scratch.path("out"));
    const Ran cancelled = runTacq(command, signalAt("gradient", SIGINT));
    REQUIRE(cancelled.code == 130);
    CHECK(cancelled.errorCode() == "cancelled");
    CHECK_FALSE(fs::exists(scratch.path("out")));
    const Ran list = runTacq({"--workspace", scratch.path("workspace"), "--json", "runs", "list"});
    CHECK(list.json().at("runs")[0].at("state") == "cancelled");
    const Ran again = runTacq(command);
    INFO(again.err);
    REQUIRE(again.code == 0);
    CHECK(contents(scratch.path("out")) == reference());
}

TEST_CASE("controlCTwiceEndsTheProcessAtOnce") {
    Scratch scratch;
    How how;
    how.watch = [seen = 0](const std::string& line) mutable { return stageOf(line) == "gradient" && seen++ < 2 ? SIGINT : 0; };
    const Ran ran = runTacq(quantize(scratch.path("workspace"), scratch.path("out"), {}, "400"), how);
    CHECK(ran.code == 130);
}

TEST_CASE("ofTwoProcessesAfterTheSameRunTheSecondUsesTheFirstOnesResult") {
    Scratch scratch;
    const auto command = quantize(scratch.path("workspace"), scratch.path("out"));
    Ran a, b;
    std::thread first([&] { a = runTacq(command); });
    b = runTacq(command);
    first.join();
    INFO(a.err);
    INFO(b.err);
    CHECK(a.code == 0);
    CHECK(b.code == 0);
    CHECK((a.json().at("reused").get<bool>() != b.json().at("reused").get<bool>()));
    CHECK(contents(scratch.path("out")) == reference());
}

TEST_CASE("twoProcessesWithDifferentOutputsShareEveryStage") {
    Scratch scratch;
    Ran a, b;
    std::thread first([&] { a = runTacq(quantize(scratch.path("workspace"), scratch.path("a"))); });
    b = runTacq(quantize(scratch.path("workspace"), scratch.path("b"), {"--format", "tacq"}));
    first.join();
    CHECK(a.code == 0);
    CHECK(b.code == 0);
    int made = 0;
    for (const Ran* ran : {&a, &b}) {
        const Json answer = ran->json();
        for (const Json& stage : answer.at("stages"))
            if (stage.at("name") == "gradient" && !stage.at("reused").get<bool>()) ++made;
    }
    CHECK(made == 1);
    CHECK(contents(scratch.path("a")) == reference());
}

TEST_CASE("aFullDiskIsSaidAndNothingIsLost") {
    for (const std::uint64_t limit : {20'000u, 200'000u, 500'000u}) {
        CAPTURE(limit);
        Scratch scratch;
        How full;
        full.fileSizeLimit = limit;
        const auto command = quantize(scratch.path("workspace"), scratch.path("out"), {"--tensor-dtype", "f32"});
        const Ran ran = runTacq(command, full);
        INFO(ran.err);
        CHECK((ran.code == 4 || ran.code == 1));
        CHECK_FALSE(ran.errorCode().empty());
        CHECK_FALSE(fs::exists(scratch.path("out")));
        const Ran again = runTacq(command);
        INFO(again.err);
        CHECK(again.code == 0);
    }
}

TEST_CASE("aReadOnlyFolderIsRefusedBeforeAnyWork") {
    Scratch scratch;
    fs::create_directories(scratch.folder / "locked");
    fs::permissions(scratch.folder / "locked", fs::perms::owner_read | fs::perms::owner_exec | fs::perms::group_read | fs::perms::group_exec | fs::perms::others_read | fs::perms::others_exec);
    How nobody;
    nobody.asNobody = true;
    nobody.environment["HOME"] = scratch.folder.string();
    const Ran out = runTacq(quantize(scratch.path("workspace"), scratch.path("locked/out")), nobody);
    INFO(out.err);
    if (out.code == 127 || out.code == 126) {
        MESSAGE("skipped: the program cannot be run without root's rights here");
        return;
    }
    CHECK(out.code == 1);
    CHECK(out.errorCode() == "permission-denied");
    CHECK(out.err.find("\"stage\":\"gradient\"") == std::string::npos);
    const Ran workspace = runTacq(quantize(scratch.path("locked/workspace"), scratch.path("out")), nobody);
    CHECK(workspace.code == 1);
    CHECK(workspace.errorCode() == "permission-denied");
}

TEST_CASE("whatIsAtOutIsLeftAloneWithoutForceAndReplacedWithIt") {
    Scratch scratch;
    fs::create_directories(scratch.folder / "out");
    const Ran refused = runTacq(quantize(scratch.path("workspace"), scratch.path("out")));
    CHECK(refused.code == 2);
    CHECK(refused.errorCode() == "already-exists");
    const Ran forced = runTacq(quantize(scratch.path("workspace"), scratch.path("out"), {"--force"}));
    INFO(forced.err);
    CHECK(forced.code == 0);
    CHECK(contents(scratch.path("out")) == reference());
    const Ran model = runTacq(quantize(scratch.path("workspace"), kSample, {"--force"}));
    CHECK(model.code == 2);
}

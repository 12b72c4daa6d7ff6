// A job outlives its connection: journals, attach from another engine, cancel across engines.
#include <doctest/doctest.h>

#include <fstream>

#include "protocol/journal.h"
#include "serve_driver.h"

using namespace tacq;
using namespace tacq::test;
namespace fs = std::filesystem;

namespace {

const std::string kToken = "0f8fad5b-d9cb-469f-a165-70867728950e";

std::vector<Json> linesOf(const fs::path& file) {
    std::vector<Json> lines;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) lines.push_back(Json::parse(line));
    return lines;
}

Json progressLine(int done) { return {{"id", 1}, {"event", "progress"}, {"stage", "gradient"}, {"done", done}, {"total", 1000}}; }

}  // namespace

TEST_CASE("aJournalKeepsFewProgressLinesAndAlwaysTheLast") {
    const Scratch scratch("journal");
    {
        auto journal = Journal::begin(scratch.folder, kToken);
        REQUIRE(journal.ok());
        for (int i = 1; i <= 1000; ++i) journal.value()->write(progressLine(i));
        journal.value()->write({{"id", 1}, {"result", Json::object()}});
    }
    const auto lines = linesOf(scratch.folder / (kToken + ".jsonl"));
    REQUIRE(lines.size() >= 3);
    CHECK(lines.size() < 500);
    CHECK(lines.front().at("done") == 1);
    CHECK(lines[lines.size() - 2].at("done") == 1000);
    CHECK(lines.back().contains("result"));
}

TEST_CASE("aJournalIsHeldWhileItsJobLivesAndRemovedAfterwards") {
    const Scratch scratch("journal-lock");
    const fs::path file = scratch.folder / (kToken + ".jsonl");
    {
        auto journal = Journal::begin(scratch.folder, kToken);
        REQUIRE(journal.ok());
        CHECK(Journal::begin(scratch.folder, kToken).error().code == ErrorCode::Busy);
        Journal::remove(scratch.folder, kToken);
        CHECK(fs::exists(file));
        CHECK_FALSE(journal.value()->stopAsked());
        Journal::askStop(scratch.folder, kToken);
        CHECK(journal.value()->stopAsked());
    }
    CHECK(Journal::begin(scratch.folder, kToken).ok());
    Journal::remove(scratch.folder, kToken);
    CHECK_FALSE(fs::exists(file));
    for (const char* bad : {"", "short", "../../../../x", "a/b/c/d/e/f", "0123456789.jsonl"}) CHECK_FALSE(Journal::begin(scratch.folder, bad).ok());
}

TEST_CASE("journalsThatNobodyFetchedInAWeekGo") {
    const Scratch scratch("journal-old");
    const fs::path old = scratch.folder / "aaaaaaaa.jsonl", young = scratch.folder / "bbbbbbbb.jsonl";
    std::ofstream(old) << "{}\n";
    std::ofstream(young) << "{}\n";
    fs::last_write_time(old, fs::file_time_type::clock::now() - std::chrono::hours(8 * 24));
    fs::last_write_time(young, fs::file_time_type::clock::now() - std::chrono::hours(6 * 24));
    REQUIRE(Journal::begin(scratch.folder, kToken).ok());
    CHECK_FALSE(fs::exists(old));
    CHECK(fs::exists(young));
}

TEST_CASE("anotherEngineTakesUpAJobWhoseConnectionWasLost") {
    const Scratch scratch("attach");
    Conversation first([](Conversation& c, const Json& line) {
        if (line.value("event", "") == "progress") c.hangUp();
    });
    first.say(request(1, "saliency", saliencyParams(60, 128), kToken));
    std::thread holder([&] { first.run(scratch.folder); });
    // The journal is there from the moment that the job is taken.
    const fs::path journal = scratch.folder / "jobs" / (kToken + ".jsonl");
    while (!fs::exists(journal)) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    Conversation second([](Conversation& c, const Json& line) {
        if (line.value("id", 0) == 2 && !line.contains("event")) c.say(request(3, "acknowledge", {{"token", kToken}}));
        if (line.value("id", 0) == 3) c.say(request(4, "attach", {{"token", kToken}}));
        if (line.value("id", 0) == 4) c.hangUp();
    });
    second.say(request(2, "attach", {{"token", kToken}}));
    second.run(scratch.folder);
    holder.join();
    REQUIRE(first.end(1).contains("result"));
    REQUIRE(second.end(2).contains("result"));
    CHECK(second.end(2).at("result") == first.end(1).at("result"));
    CHECK(second.events(2, "started") == 1);
    CHECK(second.events(2, "artifact") == first.events(1, "artifact"));
    CHECK(second.events(2, "progress") >= 1);
    CHECK_FALSE(fs::exists(journal));
    CHECK(second.end(4).at("error").at("code") == "not-found");
}

TEST_CASE("cancellingAnAttachedJobCancelsTheJobItself") {
    const Scratch scratch("attach-cancel");
    Conversation first;
    first.say(request(1, "saliency", saliencyParams(5000, 256), kToken));
    first.hangUp();
    std::thread holder([&] { first.run(scratch.folder); });
    while (!fs::exists(scratch.folder / "jobs" / (kToken + ".jsonl"))) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    Conversation second([](Conversation& c, const Json& line) {
        if (line.value("id", 0) == 2 && line.value("event", "") == "started") c.say(request(3, "cancel", {{"id", 2}}));
        if (line.value("id", 0) == 2 && !line.contains("event")) c.hangUp();
    });
    second.say(request(2, "attach", {{"token", kToken}}));
    second.run(scratch.folder);
    holder.join();
    CHECK(second.end(3).at("result").at("cancelled") == true);
    CHECK(second.end(2).at("error").at("code") == "cancelled");
    CHECK(first.end(1).at("error").at("code") == "cancelled");
}

TEST_CASE("aDeadHolderIsAnErrorAfterWhatItSaid") {
    const Scratch scratch("attach-dead");
    fs::create_directories(scratch.folder / "jobs");
    std::ofstream out(scratch.folder / "jobs" / (kToken + ".jsonl"));
    out << Json{{"id", 1}, {"event", "started"}}.dump() << "\n" << progressLine(1).dump() << "\n" << progressLine(2).dump() << "\n{\"id\":1,\"event\":\"prog";
    out.close();
    Conversation c([](Conversation& talk, const Json& line) {
        if (line.value("id", 0) == 2 && !line.contains("event")) talk.hangUp();
    });
    c.say(request(2, "attach", {{"token", kToken}}));
    c.run(scratch.folder);
    CHECK(c.events(2, "started") == 1);
    REQUIRE(c.events(2, "progress") == 1);
    CHECK(c.answers[1].line.at("done") == 2);
    CHECK(c.end(2).at("error").at("code") == "engine-lost");
}

TEST_CASE("tokensThatCannotBeAreRefused") {
    const Scratch scratch("attach-token");
    Conversation c;
    c.say(request(1, "attach", {{"token", "../../etc/passwd"}}));
    c.say(request(2, "attach"));
    c.say(request(3, "inspect", {{"model", kSample}}, "../../../tmp/x"));
    c.say("{\"id\":4,\"method\":\"inspect\",\"token\":7}");
    c.hangUp();
    c.run(scratch.folder);
    for (int id = 1; id <= 3; ++id) CHECK(c.end(id).at("error").at("code") == "invalid-argument");
    CHECK(c.answers.size() >= 4);
}

TEST_CASE("aJobRunsWhereItsJournalCannotBeWritten") {
    const Scratch scratch("attach-none");
    std::ofstream(scratch.folder / "jobs") << "a file, not a folder";
    Conversation c;
    c.say(request(1, "inspect", {{"model", kSample}}, kToken));
    c.hangUp();
    c.run(scratch.folder);
    CHECK(c.end(1).contains("result"));
    CHECK(c.events(1, "log") == 1);
}

// Looking at a workspace: of many runs, of another user, while another program keeps it locked.
#include <chrono>
#include <thread>

#include "store_support.h"
#include "tacq/store/measured_points.h"

using namespace tacq;
using namespace tacq::test;
namespace fs = std::filesystem;

namespace {

std::int64_t addRun(const Workspace& workspace, const std::string& key, const std::string& result) {
    RunInfo run;
    run.key = key;
    run.command = "quantize";
    run.optionsJson = R"({"bits":3})";
    run.taskName = "maths";
    run.id = valueOf(workspace.beginRun(run));
    run.state = "done";
    run.resultJson = result;
    run.metrics["value"] = static_cast<double>(run.id);
    require(workspace.finishRun(run));
    return run.id;
}

/// Keeps the database's write lock, as a program does that is stopped in the middle of its work.
class LockedDatabase {
public:
    explicit LockedDatabase(const fs::path& folder) {
        REQUIRE(sqlite3_open((folder / "workspace.sqlite").c_str(), &m_handle) == SQLITE_OK);
        REQUIRE(sqlite3_exec(m_handle, "BEGIN EXCLUSIVE", nullptr, nullptr, nullptr) == SQLITE_OK);
    }
    ~LockedDatabase() { sqlite3_close(m_handle); }

private:
    sqlite3* m_handle = nullptr;
};

constexpr auto kPerms = fs::perms::owner_read | fs::perms::owner_exec | fs::perms::group_read | fs::perms::group_exec | fs::perms::others_read | fs::perms::others_exec;

/// Takes everybody's right to write away, and gives it back.
class ReadOnlyTree {
public:
    explicit ReadOnlyTree(fs::path root) : m_root(std::move(root)) { set(false); }
    ~ReadOnlyTree() { set(true); }

private:
    void set(bool writable) const {
        const auto one = [&](const fs::path& path) { fs::permissions(path, fs::is_directory(path) ? (writable ? fs::perms::owner_all : kPerms) : (writable ? fs::perms::owner_all : kPerms)); };
        if (writable) one(m_root);
        for (const auto& entry : fs::recursive_directory_iterator(m_root)) one(entry.path());
        one(m_root);
    }
    fs::path m_root;
};

}  // namespace

TEST_CASE("anOverviewOfRunsLeavesTheirResultsWhereTheyAre") {
    const Scratch scratch("overview");
    const Workspace workspace = valueOf(Workspace::open(scratch.path));
    for (int i = 0; i < 5; ++i) addRun(workspace, "key" + std::to_string(i), "{\"n\":" + std::to_string(i) + "}");
    const auto overview = valueOf(workspace.runs(RunDetail::Overview));
    REQUIRE(overview.size() == 5);
    for (const RunInfo& run : overview) {
        CHECK(run.resultJson.empty());
        CHECK(run.optionsJson == R"({"bits":3})");
        CHECK(run.metrics.at("value") == static_cast<double>(run.id));
        CHECK(run.state == "done");
    }
    const auto newest = valueOf(workspace.runs(RunDetail::Whole, 2));
    REQUIRE(newest.size() == 2);
    CHECK(newest[0].key == "key4");
    CHECK(newest[1].resultJson == R"({"n":3})");
    std::vector<std::string> seen;
    require(workspace.forEachRun([&](const RunInfo& run) -> Result<void> {
        seen.push_back(run.key + run.resultJson);
        return {};
    }));
    REQUIRE(seen.size() == 5);
    CHECK(seen.front() == "key4{\"n\":4}");
    CHECK(workspace.forEachRun([](const RunInfo&) -> Result<void> { return Error{ErrorCode::Cancelled, "", "", ""}; }).error().code == ErrorCode::Cancelled);
    CHECK(valueOf(workspace.findRunByPrefix("key3"))->key == "key3");
    CHECK(valueOf(workspace.findRunByPrefix("key"))->key == "key4");
    CHECK_FALSE(valueOf(workspace.findRunByPrefix("%")).has_value());
}

TEST_CASE("measuredRunsOfAWorkspaceAreThoseOfItsWholeHistory") {
    const Scratch scratch("measured-workspace");
    const Workspace workspace = valueOf(Workspace::open(scratch.path));
    for (int i = 0; i < 3; ++i) {
        const std::string key = "k" + std::to_string(i);
        addRun(workspace, key, R"({"modelIdentity":"id","modelBytes":1000,"ledger":{"total":2.5},"firstOrder":0.5})");
        if (i == 2) continue;
        RunInfo measuring;
        measuring.command = "perplexity";
        measuring.id = valueOf(workspace.beginRun(measuring));
        measuring.state = "done";
        measuring.measurements = {{"meanNll", "Mean NLL", true, "x", "/out", key, 1.5 + i, std::nullopt, 100, "tokens", 0}};
        require(workspace.finishRun(measuring));
    }
    const MeasuredRuns found = valueOf(measuredRuns(workspace, "id", "maths")), whole = measuredRuns(valueOf(workspace.runs()), "id", "maths");
    REQUIRE(found.runs.size() == 2);
    REQUIRE(whole.runs.size() == 2);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(found.runs[i].run == whole.runs[i].run);
        CHECK(found.runs[i].loss == whole.runs[i].loss);
        CHECK(found.runs[i].bits == 2.5);
    }
}

TEST_CASE("aWorkspaceThatCannotBeWrittenCanBeReadAndIsLeftAsItIs") {
    const Scratch scratch("read-only");
    const fs::path folder = scratch.path / "workspace#1 50%?";   // characters that mean something in SQLite's file names
    {
        const Workspace workspace = valueOf(Workspace::open(folder));
        makeArtifact(workspace, keyOf('a'), "gradient");
        addRun(workspace, "key", "{}");
        const Workspace writable = valueOf(Workspace::openForReading(folder));
        CHECK_FALSE(writable.isReadOnly());
    }
    fs::permissions(scratch.path, kPerms);
    const ReadOnlyTree locked(folder);
    const int code = inChild([&]() -> int {
        // Root may write anywhere: become nobody for the trial.
        if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) return 77;
        if (Workspace::open(folder).ok()) return 1;
        const auto opened = Workspace::openForReading(folder);
        if (!opened.ok()) return 2;
        const Workspace& workspace = opened.value();
        if (!workspace.isReadOnly()) return 3;
        const auto runs = workspace.runs();
        if (!runs.ok() || runs.value().size() != 1 || runs.value()[0].state != "done") return 4;
        if (workspace.artifacts().size() != 1 || !workspace.find(keyOf('a')).ok()) return 5;
        const auto broken = workspace.verify({});
        if (!broken.ok() || !broken.value().empty()) return 6;
        for (const auto& refused : {workspace.beginRun({}).error(), workspace.lock(keyOf('b'), {}).error(), workspace.partialFolder(keyOf('b')).error(), workspace.collect(0, {}).error()})
            if (refused.code != ErrorCode::PermissionDenied) return 7;
        if (Workspace::openForReading(folder / "none").ok()) return 8;
        return 0;
    });
    fs::permissions(scratch.path, fs::perms::owner_all);
    if (code == 77) MESSAGE("skipped: cannot drop root's rights here");
    else CHECK(code == 0);
}

TEST_CASE("aLockedDatabaseIsToldOfOnceAndGivenUp") {
    const Scratch scratch("locked");
    { const Workspace workspace = valueOf(Workspace::open(scratch.path)); }
    std::vector<std::string> notes;
    RunContext context;
    context.log = [&](LogLevel, const std::string& text) { notes.push_back(text); };
    const Workspace workspace = valueOf(Workspace::open(scratch.path, context, std::chrono::milliseconds(1300)));
    const LockedDatabase locked(scratch.path);
    const auto refused = workspace.beginRun({});
    CHECK(refused.error().code == ErrorCode::Busy);
    CHECK(refused.error().message.find("locked") != std::string::npos);
    CHECK_FALSE(refused.error().hint.empty());
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].find("locked") != std::string::npos);
}

TEST_CASE("waitingForALockedDatabaseCanBeCancelled") {
    const Scratch scratch("locked-cancel");
    { const Workspace workspace = valueOf(Workspace::open(scratch.path)); }
    std::stop_source stop;
    RunContext context;
    context.stop = stop.get_token();
    const Workspace workspace = valueOf(Workspace::open(scratch.path, context, std::chrono::hours(1)));
    const LockedDatabase locked(scratch.path);
    std::jthread canceller([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        stop.request_stop();
    });
    CHECK(workspace.beginRun({}).error().code == ErrorCode::Cancelled);
}

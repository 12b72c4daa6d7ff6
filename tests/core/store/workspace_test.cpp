#include <sys/wait.h>

#include <chrono>
#include <cmath>
#include <cstdlib>
#include <thread>

#include "store_support.h"

using namespace tacq;
using namespace tacq::test;
namespace fs = std::filesystem;

TEST_CASE("publishedArtifactsAreFoundAgainByAnotherOpening") {
    const Scratch scratch("publish");
    {
        const Workspace workspace = valueOf(Workspace::open(scratch.path));
        CHECK(!valueOf(workspace.find(keyOf('a'))));
        const ArtifactInfo made = makeArtifact(workspace, keyOf('a'), "gradient", R"({"samples":3})");
        CHECK(made.bytes == 1000 + 500 + 13);
        CHECK(made.folder == workspace.folder() / "artifacts" / keyOf('a'));
        CHECK(!fs::exists(made.folder.string() + ".partial"));
    }
    const Workspace again = valueOf(Workspace::open(scratch.path));
    const auto found = valueOf(again.find(keyOf('a')));
    REQUIRE(found);
    CHECK(found->kind == "gradient");
    CHECK(found->metaJson == R"({"samples":3})");
    CHECK(valueOf(readText(found->folder / "meta.json")) == R"({"samples":3})");
    CHECK(found->created.size() == 20);
    makeArtifact(again, keyOf('b'), "simulation");
    CHECK(again.artifacts().size() == 2);
    CHECK(again.artifacts("simulation").size() == 1);
    const auto usage = valueOf(again.usage());
    CHECK(usage.artifacts == 2);
    CHECK(usage.bytes == 2 * 1500 + 13 + 2);
}

TEST_CASE("rowsWhoseFolderVanishedAreNotFound") {
    const Scratch scratch("vanished");
    const Workspace workspace = valueOf(Workspace::open(scratch.path));
    const ArtifactInfo made = makeArtifact(workspace, keyOf('a'), "gradient");
    fs::remove_all(made.folder);
    CHECK(!valueOf(workspace.find(keyOf('a'))));
    CHECK(workspace.artifacts().empty());
    CHECK(valueOf(workspace.verify({})).size() == 1);
    makeArtifact(workspace, keyOf('a'), "gradient");
    CHECK(valueOf(workspace.find(keyOf('a'))));
}

TEST_CASE("partialFoldersKeepTheirFilesAndLoseKilledWritersTemporaries") {
    const Scratch scratch("partial");
    const Workspace workspace = valueOf(Workspace::open(scratch.path));
    const fs::path folder = valueOf(workspace.partialFolder(keyOf('c')));
    fill(folder / "layer-000.safetensors", 10);
    fill(folder / "layer-001.safetensors.tmp-123", 10);
    CHECK(valueOf(workspace.partialFolder(keyOf('c'))) == folder);
    CHECK(fs::exists(folder / "layer-000.safetensors"));
    CHECK(valueOf(workspace.usage()).partialBytes == 20);
    const ArtifactInfo made = valueOf(workspace.publish(keyOf('c'), "simulation", "{}"));
    CHECK(fs::exists(made.folder / "layer-000.safetensors"));
    CHECK(!fs::exists(made.folder / "layer-001.safetensors.tmp-123"));
}

TEST_CASE("publishingAgainReplacesTheFolder") {
    const Scratch scratch("again");
    const Workspace workspace = valueOf(Workspace::open(scratch.path));
    makeArtifact(workspace, keyOf('a'), "gradient", "1");
    fill(valueOf(workspace.partialFolder(keyOf('a'))) / "only.bin", 7);
    const ArtifactInfo made = valueOf(workspace.publish(keyOf('a'), "gradient", "2"));
    CHECK(!fs::exists(made.folder / "a.bin"));
    CHECK(fs::exists(made.folder / "only.bin"));
    CHECK(valueOf(workspace.find(keyOf('a')))->metaJson == "2");
    CHECK(!fs::exists(made.folder.string() + ".old"));
}

TEST_CASE("verifyNamesEachChangedMissingAndUnlistedFile") {
    const Scratch scratch("verify");
    const Workspace workspace = valueOf(Workspace::open(scratch.path));
    const ArtifactInfo made = makeArtifact(workspace, keyOf('a'), "gradient");
    makeArtifact(workspace, keyOf('b'), "gradient");
    CHECK(valueOf(workspace.verify({})).empty());
    fill(made.folder / "a.bin", 1000, 'z');
    fs::remove(made.folder / "sub" / "b.bin");
    fill(made.folder / "extra", 1);
    const auto broken = valueOf(workspace.verify({}));
    REQUIRE(broken.size() == 3);
    CHECK(broken[0].file == "a.bin");
    CHECK(broken[0].reason.find("changed") != std::string::npos);
    CHECK(broken[1].file == "sub/b.bin");
    CHECK(broken[1].reason.find("missing") != std::string::npos);
    CHECK(broken[2].file == "extra");
    std::stop_source stop;
    stop.request_stop();
    RunContext context;
    context.stop = stop.get_token();
    CHECK(workspace.verify(context).error().code == ErrorCode::Cancelled);
    // Set aside, it is forgotten and kept: whoever needs it makes it anew, more than once if need be.
    const std::string key = broken.front().key;
    CHECK_FALSE(valueOf(workspace.setAsideIfDamaged(keyOf('b'), {})));
    REQUIRE(valueOf(workspace.setAsideIfDamaged(key, {})));
    CHECK_FALSE(valueOf(workspace.find(key)).has_value());
    CHECK(std::filesystem::is_directory(workspace.folder() / "artifacts" / (key + ".damaged")));
    CHECK(workspace.setAsideIfDamaged(key, {}).ok());
    CHECK_FALSE(workspace.setAsideIfDamaged("../elsewhere", {}).ok());
    // A file too many is told of, and costs nothing.
    fill(valueOf(workspace.find(keyOf('b')))->folder / "stray", 1);
    CHECK(valueOf(workspace.verify({})).size() == 1);
    CHECK_FALSE(valueOf(workspace.setAsideIfDamaged(keyOf('b'), {})));
}

TEST_CASE("runsAreRememberedWithMetricsAndFoundByKey") {
    const Scratch scratch("runs");
    const Workspace workspace = valueOf(Workspace::open(scratch.path));
    RunInfo run;
    run.key = keyOf('d');
    run.command = "quantize";
    run.commandLine = "tacq quantize 'a b' --bits 3";
    run.optionsJson = R"({"bits":3})";
    run.modelName = "stories260K";
    run.taskName = "tinystories";
    run.id = valueOf(workspace.beginRun(run));
    CHECK(valueOf(workspace.run(run.id)).state == "running");
    CHECK(!valueOf(workspace.findRun(run.key)));
    require(workspace.addMetric(run.id, "perplexity", 7.5));
    require(workspace.addMetric(run.id, "undefined", std::nan("")));
    run.state = "done";
    run.resultJson = R"({"kept":792})";
    run.metrics["squaredError"] = 0.25;
    require(workspace.finishRun(run));
    const RunInfo second{0, run.key, "quantize", "", "{}", "", "", "", "", "", "", "", {}};
    const std::int64_t later = valueOf(workspace.beginRun(second));
    const auto runs = valueOf(workspace.runs());
    REQUIRE(runs.size() == 2);
    CHECK(runs[0].id == later);
    CHECK(runs[1].metrics == std::map<std::string, double>{{"perplexity", 7.5}, {"squaredError", 0.25}});
    const auto found = valueOf(workspace.findRun(run.key));
    REQUIRE(found);
    CHECK(found->id == run.id);
    CHECK(found->commandLine == run.commandLine);
    CHECK(found->resultJson == run.resultJson);
    CHECK(found->modelName == "stories260K");
    CHECK(!found->finished.empty());
    CHECK(workspace.run(99).error().code == ErrorCode::NotFound);
    CHECK(workspace.addMetric(99, "x", 1).error().code == ErrorCode::NotFound);
    RunInfo ghost;
    ghost.id = 99;
    ghost.state = "done";
    CHECK(workspace.finishRun(ghost).error().code == ErrorCode::NotFound);
}

TEST_CASE("aRunLeftOpenByAClosedWorkspaceIsInterrupted") {
    const Scratch scratch("interrupted");
    std::int64_t id = 0;
    {
        const Workspace workspace = valueOf(Workspace::open(scratch.path));
        id = valueOf(workspace.beginRun({}));
        const Workspace other = valueOf(Workspace::open(scratch.path));
        CHECK(valueOf(other.run(id)).state == "running");
    }
    const Workspace again = valueOf(Workspace::open(scratch.path));
    CHECK(valueOf(again.runs()).at(0).state == "interrupted");
}

TEST_CASE("collectRemovesWhatNobodyNeedsAndNothingElse") {
    const Scratch scratch("collect");
    const Workspace workspace = valueOf(Workspace::open(scratch.path));
    makeArtifact(workspace, keyOf('a'), "gradient");
    makeArtifact(workspace, keyOf('b'), "saliency", R"({"gradientKey":")" + keyOf('a') + "\"}");
    const ArtifactInfo unneeded = makeArtifact(workspace, keyOf('c'), "quantized");
    RunInfo run;
    run.optionsJson = R"({"task":"/somewhere/uploads/)" + keyOf('d') + R"(/mine.jsonl"})";
    run.id = valueOf(workspace.beginRun(run));
    run.state = "done";
    run.resultJson = R"({"artifact":")" + keyOf('b') + "\"}";
    require(workspace.finishRun(run));
    fill(valueOf(workspace.partialFolder(keyOf('e'))) / "half", 100);
    fs::create_directories(workspace.folder() / "artifacts" / "rubbish");
    // One whose folder somebody removed: its row is forgotten, and nothing is freed.
    fs::remove_all(makeArtifact(workspace, keyOf('9'), "quantized").folder);
    // Texts from other computers: one that the done run names, one that nobody does.
    const fs::path used = workspace.folder() / "uploads" / keyOf('d'), unused = workspace.folder() / "uploads" / keyOf('f');
    for (const fs::path& folder : {used, unused}) {
        fs::create_directories(folder);
        fill(folder / "mine.jsonl", 10);
    }

    CHECK(valueOf(workspace.collect(30, {})).artifacts == 0);  // all are younger
    CHECK(fs::exists(unneeded.folder));
    CHECK(valueOf(workspace.collect(100'000, {})).artifacts == 0);
    CHECK(fs::exists(unused));
    CHECK(fs::exists(workspace.folder() / "artifacts" / "rubbish"));
    CHECK(valueOf(workspace.usage()).partialBytes == 100);
    const auto counted = valueOf(workspace.collect(0, {}, Workspace::Collect::Count));
    CHECK(valueOf(workspace.collect(0, {}, Workspace::Collect::Count)).bytes == counted.bytes);   // nothing went
    const auto collected = valueOf(workspace.collect(0, {}));
    CHECK(counted.artifacts == collected.artifacts);
    CHECK(counted.bytes == collected.bytes);
    CHECK(collected.artifacts == 1);
    CHECK(collected.bytes > 1500);
    CHECK(!fs::exists(unneeded.folder));
    CHECK(!fs::exists(unused));
    CHECK(!fs::exists(workspace.folder() / "artifacts" / "rubbish"));
    CHECK(valueOf(workspace.usage()).partialBytes == 0);
    CHECK(fs::exists(used / "mine.jsonl"));
    CHECK(valueOf(workspace.find(keyOf('a'))));  // the saliency that a done run names was made from it
    CHECK(valueOf(workspace.find(keyOf('b'))));
    CHECK(valueOf(workspace.verify({})).empty());
    CHECK(workspace.collect(-1, {}).error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("collectIsRefusedWhileSomeoneWorks") {
    const Scratch scratch("busy");
    const Workspace workspace = valueOf(Workspace::open(scratch.path));
    {
        const KeyLock lock = valueOf(workspace.lock(keyOf('a'), {}));
        CHECK(workspace.collect(0, {}).error().code == ErrorCode::Busy);
    }
    CHECK(workspace.collect(0, {}).ok());
}

TEST_CASE("aFinishedFolderWithoutARowIsTakenUpAgain") {
    const Scratch scratch("adopt");
    {
        const Workspace workspace = valueOf(Workspace::open(scratch.path));
        makeArtifact(workspace, keyOf('a'), "gradient", R"({"samples":3})");
    }
    for (const char* name : {"workspace.sqlite", "workspace.sqlite-wal", "workspace.sqlite-shm"}) fs::remove(scratch.path / name);
    const Workspace again = valueOf(Workspace::open(scratch.path));
    REQUIRE(again.artifacts("gradient").size() == 1);
    CHECK(again.artifacts("gradient")[0].metaJson == R"({"samples":3})");
    CHECK(valueOf(again.verify({})).empty());
}

TEST_CASE("waitingForALockIsToldOnceAndCanBeCancelled") {
    const Scratch scratch("wait");
    const Workspace workspace = valueOf(Workspace::open(scratch.path));
    const KeyLock held = valueOf(workspace.lock(keyOf('a'), {}));
    std::stop_source stop;
    int notes = 0;
    RunContext context;
    context.stop = stop.get_token();
    context.log = [&](LogLevel, const std::string&) { ++notes; };
    std::jthread canceller([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(150));
        stop.request_stop();
    });
    CHECK(workspace.lock(keyOf('a'), context).error().code == ErrorCode::Cancelled);
    CHECK(notes == 1);
    CHECK(workspace.lock(keyOf('b'), {}).ok());
}

TEST_CASE("oneWorkspaceServesManyThreads") {
    const Scratch scratch("threads");
    const Workspace workspace = valueOf(Workspace::open(scratch.path));
    std::vector<std::jthread> threads;
    std::atomic<int> failures{0};
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < 10; ++i) {
                RunInfo run;
                run.key = "key" + std::to_string(t);
                auto id = workspace.beginRun(run);
                if (!id.ok()) { ++failures; continue; }
                run.id = id.value();
                run.state = "done";
                run.metrics["i"] = i;
                if (!workspace.addMetric(run.id, "t", t).ok() || !workspace.finishRun(run).ok() || !workspace.runs().ok()) ++failures;
            }
        });
    threads.clear();
    CHECK(failures == 0);
    CHECK(valueOf(workspace.runs()).size() == 40);
}

TEST_CASE("aLabelStaysWithItsRunAndGoesWithIt") {
    const Scratch scratch("labels");
    const Workspace workspace = valueOf(Workspace::open(scratch.path));
    RunInfo run;
    run.command = "perplexity";
    run.label.name = "not taken from here";
    const std::int64_t first = valueOf(workspace.beginRun(run));
    run.id = first;
    run.state = "done";
    run.metrics["kept"] = 3;
    run.measurements = {{"meanNll", "Mean NLL", true, "text", "model", "", 1.5, std::nullopt, 10, "tokens", 0}};
    require(workspace.finishRun(run));
    const std::int64_t second = valueOf(workspace.beginRun(run));
    CHECK(valueOf(workspace.run(first)).label == RunLabel{});

    const RunLabel label{"best so far", "line one\nline two \xc3\xa9", {"paper", "3 bit"}};
    require(workspace.labelRun(first, label));
    require(workspace.labelRun(second, {"other", "", {}}));
    CHECK(valueOf(workspace.run(first)).label == label);
    const auto listed = valueOf(workspace.runs(RunDetail::Overview));
    CHECK(listed[1].label == label);
    CHECK(listed[0].label.name == "other");
    require(workspace.labelRun(first, {}));
    CHECK(valueOf(workspace.run(first)).label == RunLabel{});
    require(workspace.labelRun(first, label));

    CHECK(workspace.labelRun(99, label).error().code == ErrorCode::NotFound);
    for (const RunLabel& bad : {RunLabel{std::string(201, 'x'), "", {}}, RunLabel{"two\nlines", "", {}}, RunLabel{"", std::string(65537, 'x'), {}}, RunLabel{"", "", {""}}, RunLabel{"", "", {"a,b"}},
                                RunLabel{"", "", {std::string(61, 'x')}}, RunLabel{"", "", std::vector<std::string>(33, "t")}})
        CHECK(workspace.labelRun(first, bad).error().code == ErrorCode::InvalidArgument);
    CHECK(splitTags(" paper, 3 bit ,,paper,") == std::vector<std::string>{"paper", "3 bit"});

    // One that is at work stays, and then all do.
    CHECK(workspace.removeRuns({first, second}).error().code == ErrorCode::Busy);
    CHECK(valueOf(workspace.runs()).size() == 2);
    run.id = second;
    require(workspace.finishRun(run));
    CHECK(workspace.removeRuns({first, 99}).error().code == ErrorCode::NotFound);
    require(workspace.removeRuns({first, first}));
    CHECK(workspace.run(first).error().code == ErrorCode::NotFound);
    CHECK(valueOf(workspace.runs()).size() == 1);
    const std::int64_t third = valueOf(workspace.beginRun(run));
    CHECK(third > second);   // no number comes again, and nothing of the run that had it
    CHECK(valueOf(workspace.run(third)).label == RunLabel{});
    CHECK(valueOf(workspace.run(third)).metrics.empty());
}

TEST_CASE("aWorkspaceWithoutLabelsCanBeRead") {
    const Scratch scratch("no-labels");
    { const Workspace workspace = valueOf(Workspace::open(scratch.path)); require(workspace.finishRun([&] { RunInfo run; run.command = "export"; run.id = valueOf(workspace.beginRun(run)); run.state = "done"; return run; }())); }
    sql(scratch.path / "workspace.sqlite", "DROP TABLE run_labels");   // as a program before there were any leaves it
    const Workspace workspace = valueOf(Workspace::open(scratch.path));
    CHECK(valueOf(workspace.runs()).size() == 1);
    require(workspace.labelRun(1, {"named", "", {}}));
    CHECK(valueOf(workspace.run(1)).label.name == "named");
}

TEST_CASE("keysThatAreNoFileNamesAreRefused") {
    const Scratch scratch("keys");
    const Workspace workspace = valueOf(Workspace::open(scratch.path));
    for (const char* key : {"", "../x", "a/b", "a.partial", "a b"}) {
        CHECK(workspace.find(key).error().code == ErrorCode::InvalidArgument);
        CHECK(workspace.partialFolder(key).error().code == ErrorCode::InvalidArgument);
        CHECK(workspace.lock(key, {}).error().code == ErrorCode::InvalidArgument);
    }
}

TEST_CASE("defaultFolderFollowsTheEnvironment") {
    const auto set = [](const char* name, const char* value) { value ? ::setenv(name, value, 1) : ::unsetenv(name); };
    set("TACQ_WORKSPACE", "/x/chosen");
    CHECK(Workspace::defaultFolder() == "/x/chosen");
    set("TACQ_WORKSPACE", nullptr);
    set("XDG_DATA_HOME", "/x/data");
    CHECK(Workspace::defaultFolder() == "/x/data/tacq");
    set("XDG_DATA_HOME", "relative");
    set("HOME", "/x/home");
    CHECK(Workspace::defaultFolder() == "/x/home/.local/share/tacq");
    set("XDG_DATA_HOME", nullptr);
}

#include <sys/ptrace.h>
#include <sys/wait.h>

#include <chrono>
#include <csignal>
#include <functional>
#include <thread>

#include "store_support.h"

using namespace tacq;
using namespace tacq::test;
namespace fs = std::filesystem;

namespace {

/// One stage as the pipeline does it: lock, look, resume, publish, within a run. Exit code 0: the artifact is there.
int makeOne(const fs::path& folder, const std::string& key) {
    auto workspace = Workspace::open(folder);
    if (!workspace.ok()) return 1;
    RunInfo run;
    run.key = key;
    auto id = workspace.value().beginRun(run);
    if (!id.ok()) return 2;
    {
        const auto lock = workspace.value().lock(key, {});
        if (!lock.ok()) return 3;
        const auto found = workspace.value().find(key);
        if (!found.ok()) return 4;
        if (!found.value()) {
            const auto partial = workspace.value().partialFolder(key);
            if (!partial.ok() || !writeTextAtomic(partial.value() / "a.bin", std::string(3000, 'k')).ok()) return 5;
            if (!workspace.value().publish(key, "gradient", R"({"of":")" + key + "\"}").ok()) return 6;
        }
    }
    run.id = id.value();
    run.state = "done";
    return workspace.value().finishRun(run).ok() ? 0 : 7;
}

/// Runs body in a child, stopped at every entry to and exit from a system call. atStop(n) may say `false`: then the child is killed there and
/// then. What lies on disk at a stop is what a kill at that moment leaves, so one run gives as many kills as it has stops.
/// Gives the child's exit code; -1: killed; -2: this machine forbids tracing.
int traced(const std::function<int()>& body, const std::function<bool(int)>& atStop) {
    const pid_t child = ::fork();
    if (child == 0) {
        if (::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) ::_exit(99);
        ::raise(SIGSTOP);
        ::_exit(body());
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    if (WIFEXITED(status)) return -2;
    for (int n = 1;; ++n) {
        ::ptrace(PTRACE_SYSCALL, child, nullptr, nullptr);
        ::waitpid(child, &status, 0);
        if (WIFEXITED(status)) return WEXITSTATUS(status);
        if (WIFSIGNALED(status)) return -1;
        if (atStop(n)) continue;
        ::kill(child, SIGKILL);
        ::waitpid(child, &status, 0);
        return -1;
    }
}

void checkConsistentAndResumable(const fs::path& folder, const std::string& key, const std::string& finished) {
    {
        const Workspace workspace = valueOf(Workspace::open(folder));
        REQUIRE(valueOf(workspace.find(finished)));
        REQUIRE(valueOf(workspace.verify({})).empty());
        for (const RunInfo& run : valueOf(workspace.runs())) REQUIRE(run.state != "running");
    }
    REQUIRE(makeOne(folder, key) == 0);
    const Workspace workspace = valueOf(Workspace::open(folder));
    REQUIRE(valueOf(workspace.find(key)));
    REQUIRE(valueOf(workspace.verify({})).empty());
    REQUIRE(valueOf(workspace.collect(30, {})).artifacts == 0);
    REQUIRE(valueOf(workspace.find(key)));
    REQUIRE(valueOf(workspace.usage()).partialBytes == 0);
}

}  // namespace

TEST_CASE("killedAtAnySystemCallTheWorkspaceOpensAndTheStageResumes") {
    const Scratch scratch("kill"), copies("copies");
    REQUIRE(makeOne(scratch.path, keyOf('a')) == 0);
    int looked = 0;
    const int code = traced([&] { return makeOne(scratch.path, keyOf('b')); }, [&](int n) {
        if (n % 3 != 0) return true;  // an odd step meets entries and exits
        ++looked;
        const fs::path copy = copies.path / std::to_string(n);
        fs::copy(scratch.path, copy, fs::copy_options::recursive);
        checkConsistentAndResumable(copy, keyOf('b'), keyOf('a'));
        fs::remove_all(copy);
        return true;
    });
    if (code == -2) {
        MESSAGE("skipped: this machine forbids ptrace");
        return;
    }
    CHECK(code == 0);
    CHECK(looked > 40);
    MESSAGE("looked at " << looked << " moments of a kill");
}

TEST_CASE("killedForGoodAtSomeSystemCallsTheWorkspaceOpensAndTheStageResumes") {
    for (int n = 25;; n += 50) {
        const Scratch scratch("sigkill");
        REQUIRE(makeOne(scratch.path, keyOf('a')) == 0);
        const int code = traced([&] { return makeOne(scratch.path, keyOf('b')); }, [n](int stop) { return stop < n; });
        if (code != -1) break;
        checkConsistentAndResumable(scratch.path, keyOf('b'), keyOf('a'));
    }
}

TEST_CASE("killedAtAnySystemCallOfTheVeryFirstOpeningTheWorkspaceOpens") {
    const Scratch scratch("first"), copies("copies");
    (void)traced([&] { return makeOne(scratch.path, keyOf('b')); }, [&](int n) {
        if (n % 5 != 0) return true;
        const fs::path copy = copies.path / std::to_string(n);
        fs::copy(scratch.path, copy, fs::copy_options::recursive);
        REQUIRE(makeOne(copy, keyOf('a')) == 0);
        checkConsistentAndResumable(copy, keyOf('b'), keyOf('a'));
        fs::remove_all(copy);
        return true;
    });
}

TEST_CASE("ofTwoProcessesThatWantOneKeyTheSecondWaitsAndFindsIt") {
    const Scratch scratch("two");
    int ready[2];
    REQUIRE(::pipe(ready) == 0);
    const pid_t maker = ::fork();
    if (maker == 0) {
        const auto workspace = Workspace::open(scratch.path);
        const auto lock = workspace.value().lock(keyOf('a'), {});
        (void)!::write(ready[1], "x", 1);
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        const auto partial = workspace.value().partialFolder(keyOf('a'));
        std::ofstream(partial.value() / "by-maker") << "made";
        ::_exit(workspace.value().publish(keyOf('a'), "gradient", "{}").ok() ? 0 : 1);
    }
    char byte = 0;
    REQUIRE(::read(ready[0], &byte, 1) == 1);
    const Workspace workspace = valueOf(Workspace::open(scratch.path));
    int notes = 0;
    RunContext context;
    context.log = [&](LogLevel, const std::string&) { ++notes; };
    const KeyLock lock = valueOf(workspace.lock(keyOf('a'), context));
    CHECK(notes == 1);
    const auto found = valueOf(workspace.find(keyOf('a')));
    REQUIRE(found);
    CHECK(fs::exists(found->folder / "by-maker"));
    int status = 0;
    ::waitpid(maker, &status, 0);
    CHECK(WEXITSTATUS(status) == 0);
    ::close(ready[0]);
    ::close(ready[1]);
}

TEST_CASE("theLockOfAKilledProcessIsFreeAndItsRunInterrupted") {
    const Scratch scratch("dead");
    int ready[2];
    REQUIRE(::pipe(ready) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
        const auto own = Workspace::open(scratch.path);
        const auto lock = own.value().lock(keyOf('a'), {});
        const auto run = own.value().beginRun({});
        (void)!::write(ready[1], run.ok() && lock.ok() ? "x" : "f", 1);
        while (true) ::pause();
    }
    char byte = 0;
    REQUIRE(::read(ready[0], &byte, 1) == 1);
    REQUIRE(byte == 'x');
    const Workspace workspace = valueOf(Workspace::open(scratch.path));
    CHECK(valueOf(workspace.runs()).at(0).state == "running");
    CHECK(workspace.collect(0, {}).error().code == ErrorCode::Busy);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    CHECK(valueOf(workspace.runs()).at(0).state == "interrupted");
    CHECK(workspace.lock(keyOf('a'), {}).ok());
    ::close(ready[0]);
    ::close(ready[1]);
}

TEST_CASE("manyProcessesOpenANewWorkspaceAtOnce") {
    const Scratch scratch("race");
    std::vector<pid_t> children;
    for (int i = 0; i < 8; ++i) {
        const pid_t child = ::fork();
        if (child == 0) ::_exit(makeOne(scratch.path / "new", keyOf(i % 2 ? 'a' : 'b')));
        children.push_back(child);
    }
    for (const pid_t child : children) {
        int status = 0;
        ::waitpid(child, &status, 0);
        CHECK(WIFEXITED(status));
        CHECK(WEXITSTATUS(status) == 0);
    }
    const Workspace workspace = valueOf(Workspace::open(scratch.path / "new"));
    CHECK(workspace.artifacts().size() == 2);
    CHECK(valueOf(workspace.runs()).size() == 8);
}

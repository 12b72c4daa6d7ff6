// Names, files and neighbours that mean no good, as the whole program meets them.
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <thread>

#include "command_support.h"

using namespace tacq::test;
namespace fs = std::filesystem;

namespace {

const std::string kEvil = "evil\x1b]0;owned\x07\xC2\x9B" "2J";

std::vector<std::string> plain(std::vector<std::string> arguments) {
    std::vector<std::string> all{"--workspace", scratch().path("workspace"), "--progress", "json", "--dtype", "f32", "--threads", "1"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return all;
}

void showsNothingObeyed(const Ran& ran) {
    for (const std::string& text : {ran.out, ran.err}) {
        CHECK(text.find('\x1b') == std::string::npos);
        CHECK(text.find('\x07') == std::string::npos);
        CHECK(text.find("\xC2\x9B") == std::string::npos);
    }
}

std::vector<std::string> perplexity(const std::string& model) {
    static const std::string text = [] {
        std::ofstream(scratch().path("text.txt")) << std::string(60, 'a') + " Once upon a time there was a little dog who liked to play in the park with his friends.";
        return scratch().path("text.txt");
    }();
    return {"perplexity", model, "--text-file", text, "--window", "16", "--max-windows", "2"};
}

std::string gradientFile(const std::string& workspace) {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(workspace) / "artifacts"))
        if (entry.path().filename() == "gradient.safetensors") return entry.path().string();
    return {};
}

}  // namespace

TEST_CASE("escapeSequencesInNamesPathsAndMessagesAreNeverPrinted") {
    const Ran missing = runTacq(plain({"inspect", "/tmp/" + kEvil}));
    CHECK(missing.code == 3);
    CHECK(missing.err.find("\\u001b]0;owned\\u0007\\u009b2J") != std::string::npos);
    showsNothingObeyed(missing);
    showsNothingObeyed(runTacq(plain({"task", "show", kEvil, "--model", kSample})));
    showsNothingObeyed(runTacq(plain({kEvil})));
    showsNothingObeyed(runTacq(plain({"tokenize", kSample, "--text", kEvil})));
    fs::copy(kSample, scratch().folder / kEvil, fs::copy_options::recursive);
    const Ran measured = runTacq(plain(perplexity(scratch().path(kEvil))));
    CHECK(measured.code == 0);
    showsNothingObeyed(measured);
    for (const std::vector<std::string>& words : {std::vector<std::string>{"runs", "list"}, {"runs", "show", "1"}, {"runs", "command", "1"}, {"runs", "list", "--json"}}) {
        const Ran ran = runTacq(plain(words));
        CHECK(ran.code == 0);
        CHECK(ran.out.find("owned") != std::string::npos);
        showsNothingObeyed(ran);
    }
    CHECK(answer({"runs", "list"}).at("runs").at(0).at("model") == kEvil);   // JSON says exactly what it is
}

TEST_CASE("tenCommandsAtOnceOnOneWorkspaceAllSucceed") {
    const Scratch own;
    const auto at = [&](std::vector<std::string> arguments) {
        std::vector<std::string> all{"--workspace", own.path("workspace"), "--json", "--progress", "none", "--dtype", "f32", "--threads", "1"};
        all.insert(all.end(), arguments.begin(), arguments.end());
        return runTacq(all);
    };
    std::vector<Ran> ran(10);
    std::vector<std::jthread> threads;
    const std::vector<std::string> measure = perplexity(kSample);
    for (std::size_t i = 0; i < ran.size(); ++i) threads.emplace_back([&, i] { ran[i] = i % 2 == 0 ? at(measure) : i % 4 == 1 ? at({"workspace", "verify"}) : at({"runs", "list"}); });
    threads.clear();
    for (const Ran& one : ran) CHECK_MESSAGE(one.code == 0, one.err);
    const Json runs = at({"runs", "list"}).json();
    REQUIRE(runs.at("runs").size() == 5);
    for (const Json& run : runs.at("runs")) CHECK(run.at("state") == "done");
}

TEST_CASE("aDamagedGradientArtifactIsNamedAndMadeAgainOnceItIsSetAside") {
    const Scratch own;
    const auto at = [&](std::vector<std::string> arguments) {
        std::vector<std::string> all{"--workspace", own.path("workspace"), "--json", "--progress", "none", "--dtype", "f32", "--threads", "1"};
        all.insert(all.end(), arguments.begin(), arguments.end());
        return runTacq(all);
    };
    const Ran made = at({"saliency", kSample, "--task", "tinystories", "--samples", "4", "--tokens", "64", "--bits", "3"});
    REQUIRE(made.code == 0);
    const std::string artifact = made.json().at("artifact"), file = gradientFile(own.path("workspace"));
    REQUIRE_FALSE(file.empty());
    std::fstream damage(file, std::ios::in | std::ios::out | std::ios::binary);
    damage.seekp(static_cast<std::streamoff>(fs::file_size(file)) - 4096);
    damage << std::string(4096, '\x7f');
    damage.close();
    for (const std::vector<std::string>& words : {quantizeWords(own.path("out")), std::vector<std::string>{"budget", artifact, "--outliers", "0.01"}}) {
        const Ran ran = at(words);
        INFO(ran.err);
        CHECK(ran.code == 3);
        CHECK(ran.errorCode() == "invalid-file");
        CHECK(ran.err.find("gradient.safetensors") != std::string::npos);
        CHECK(ran.err.find("workspace verify") != std::string::npos);
    }
    CHECK(at({"workspace", "verify"}).json().at("setAside").size() == 1);
    CHECK(at(quantizeWords(own.path("out"))).code == 0);
}

TEST_CASE("aWorkspaceThatCannotBeWrittenIsListedShownVerifiedAndReported") {
    const Scratch own;
    const std::string workspace = own.path("workspace");
    const auto at = [&](std::vector<std::string> arguments, bool asNobody) {
        std::vector<std::string> all{"--workspace", workspace, "--json", "--progress", "none", "--dtype", "f32", "--threads", "1"};
        all.insert(all.end(), arguments.begin(), arguments.end());
        How how;
        how.asNobody = asNobody;
        return runTacq(all, how);
    };
    REQUIRE(at(quantizeWords(own.path("out")), false).code == 0);
    const auto allow = [&](fs::perms perms) {
        fs::permissions(own.folder, fs::perms::owner_all | fs::perms::others_read | fs::perms::others_exec);
        for (const auto& entry : fs::recursive_directory_iterator(workspace)) fs::permissions(entry.path(), perms);
        fs::permissions(workspace, perms);
    };
    allow(fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_read | fs::perms::others_exec);
    const fs::path reports = own.folder / "reports";
    fs::create_directories(reports);
    fs::permissions(reports, fs::perms::all);
    if (const int code = at({"task", "list"}, true).code; code == 126 || code == 127) {
        MESSAGE("skipped: the program cannot be run without root's rights here");
        return allow(fs::perms::owner_all);
    }
    for (const std::vector<std::string>& words : {std::vector<std::string>{"runs", "list"}, {"runs", "show", "1"}, {"workspace", "info"}, {"workspace", "verify"}, {"report", "1", (reports / "r.html").string()}}) {
        const Ran ran = at(words, true);
        CHECK_MESSAGE(ran.code == 0, ran.err);
    }
    CHECK(at({"runs", "list"}, true).json().at("runs").size() == 1);
    const Ran refused = at({"workspace", "gc"}, true);
    CHECK(refused.errorCode() == "permission-denied");
    allow(fs::perms::owner_all);
}

TEST_CASE("printingAnAnswerOfMegabytesEndsOnRequest") {
    std::string text;
    for (int i = 0; i < 60'000; ++i) text += "a little dog ";
    std::ofstream(scratch().path("long.txt")) << text;
    for (const bool json : {false, true}) {
        int out[2];
        REQUIRE(::pipe(out) == 0);
        const pid_t child = ::fork();
        if (child == 0) {
            ::dup2(out[1], STDOUT_FILENO);
            ::close(out[0]);
            const std::string file = scratch().path("long.txt"), flag = json ? "--json" : "--progress";
            ::execl(TACQ_PROGRAM, "tacq", "tokenize", kSample.c_str(), "--text-file", file.c_str(), flag.c_str(), json ? nullptr : "none", nullptr);
            ::_exit(127);
        }
        ::close(out[1]);
        char first = 0;
        REQUIRE(::read(out[0], &first, 1) == 1);   // it prints, more than the pipe takes, and nobody reads on
        ::kill(child, SIGINT);
        int status = 0;
        for (int i = 0; i < 1200 && ::waitpid(child, &status, WNOHANG) == 0; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            if (i == 1199) ::kill(child, SIGKILL), ::waitpid(child, &status, 0);   // a minute: it did not heed it
        }
        ::close(out[0]);
        REQUIRE(WIFEXITED(status));
        CHECK(WEXITSTATUS(status) == 130);
    }
}

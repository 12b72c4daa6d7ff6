#include <doctest/doctest.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <sstream>
#include <utility>

#include "serve_driver.h"
#include "tacq/exporting/export.h"

using namespace tacq;
using namespace tacq::test;
namespace fs = std::filesystem;

namespace {

std::vector<Json> answers(const std::string& requests) {
    const fs::path folder = fs::temp_directory_path() / ("tacq-serve-" + std::to_string(::getpid()));
    std::istringstream in(requests);
    std::ostringstream out;
    CHECK(serve(in, out, commandEnvironment(folder)).ok());
    fs::remove_all(folder);
    std::vector<Json> lines;
    std::istringstream read(out.str());
    for (std::string line; std::getline(read, line);) lines.push_back(Json::parse(line));
    return lines;
}

}  // namespace

TEST_CASE("controlRequestsAreAnsweredAtOnce") {
    const auto lines = answers("{\"id\":1,\"method\":\"hello\"}\n{\"id\":2,\"method\":\"ping\"}\n{\"id\":3,\"method\":\"jobs\"}\n"
                               "{\"id\":4,\"method\":\"cancel\",\"params\":{\"id\":99}}\n{\"id\":5,\"method\":\"shutdown\"}\n{\"id\":6,\"method\":\"ping\"}\n");
    REQUIRE(lines.size() == 5);
    const Json& hello = lines[0].at("result");
    CHECK(hello.at("protocol") == 1);
    CHECK(hello.at("pid") == ::getpid());
    CHECK(hello.at("threads").get<int>() >= 1);
    CHECK(hello.at("memoryBytes").get<std::uint64_t>() > 0);
    CHECK(hello.at("sharedFiles") == true);
    CHECK(std::filesystem::exists(std::filesystem::path(hello.at("sample").get<std::string>()) / "config.json"));
    CHECK(hello.contains("version"));
    CHECK(hello.at("availableMemoryBytes").get<std::uint64_t>() > 0);
    CHECK(hello.at("gpus").is_array());
    REQUIRE(hello.at("exportFormats").size() == exporters().size());
    for (const Json& format : hello.at("exportFormats")) {
        CHECK(exporterNamed(format.at("name").get<std::string>()).ok());
        CHECK_FALSE(format.at("title").get<std::string>().empty());
        CHECK(format.at("lowBit").is_boolean());
    }
    std::vector<std::string> metrics;
    for (const Json& metric : hello.at("metrics")) metrics.push_back(metric.at("name").get<std::string>());
    CHECK(metrics == std::vector<std::string>{"perplexity", "kl", "top1"});
    CHECK(hello.contains("workspace"));
    CHECK(lines[1].at("result").is_object());
    CHECK(lines[2].at("result").at("jobs").empty());
    CHECK(lines[3].at("result").at("cancelled") == false);
    CHECK(lines[4].at("id") == 5);
}

TEST_CASE("aLineThatIsNoRequestIsAnsweredAndTheLoopGoesOn") {
    const auto lines = answers("nonsense\n[1]\n{\"method\":\"ping\"}\n{\"id\":1}\n{\"id\":1,\"method\":\"ping\",\"params\":3}\n\n{\"id\":2,\"method\":\"ping\"}\n");
    REQUIRE(lines.size() == 6);
    for (std::size_t i = 0; i < 5; ++i) {
        CHECK(lines[i].at("error").at("code") == "invalid-argument");
        CHECK(lines[i].contains("id") == (i >= 3));   // an id that could be read is answered
    }
    CHECK(lines[4].at("id") == 1);
    CHECK(lines[5].at("id") == 2);
}

TEST_CASE("aJobIsQueuedStartedAndAnswered") {
    Pipe pipe;
    std::vector<Json> lines;
    AnswerSink sink([&](const Answer& answer) {
        const Json& line = answer.line;
        lines.push_back(line);
        if (line.value("id", 0) == 8 && !line.contains("event")) pipe.close();
    });
    std::istream in(&pipe);
    std::ostream out(&sink);
    pipe.push(std::string("{\"id\":7,\"method\":\"inspect\",\"params\":{\"model\":\"") + kSample + "\"}}\n{\"id\":8,\"method\":\"nothing\"}\n");
    CHECK(serve(in, out, commandEnvironment({})).ok());
    std::vector<std::string> seven;
    for (const Json& line : lines)
        if (line.at("id") == 7) seven.push_back(line.contains("event") ? line.at("event").get<std::string>() : line.contains("result") ? "result" : "error");
    REQUIRE(seven.size() >= 3);
    CHECK(seven[0] == "queued");
    CHECK(seven[1] == "started");
    CHECK(seven.back() == "result");
    // `inspect` has another worker than an unknown command: their ends come in any order.
    const auto eight = std::find_if(lines.begin(), lines.end(), [](const Json& line) { return line.at("id") == 8 && line.contains("error"); });
    REQUIRE(eight != lines.end());
    CHECK(eight->at("error").at("code") == "invalid-argument");
}

TEST_CASE("generatedTextComesInPiecesWithTheirDivergence") {
    Pipe pipe;
    std::string streamed;
    std::size_t measured = 0, pieces = 0;
    Json result;
    AnswerSink sink([&](const Answer& answer) {
        const Json& line = answer.line;
        if (line.value("event", "") == "text") {
            ++pieces;
            streamed += line.at("text").get<std::string>();
            measured += line.contains("kl") && line.at("kl").get<double>() < 1e-5 ? 1 : 0;
        }
        if (line.contains("result")) result = line.at("result");
        if (!line.contains("event")) pipe.close();
    });
    std::istream in(&pipe);
    std::ostream out(&sink);
    const Json params{{"model", kSample}, {"against", kSample}, {"prompt", "Once upon a time"}, {"maxTokens", 6}};
    pipe.push(Json{{"id", 1}, {"method", "generate"}, {"params", params}}.dump() + "\n");
    CHECK(serve(in, out, commandEnvironment({})).ok());
    REQUIRE(result.is_object());
    CHECK(streamed == result.at("text").get<std::string>());
    CHECK(pieces > 0);
    CHECK(measured == pieces);
}

TEST_CASE("cancelEndsARunningJobAndAQueuedOneAndTheEngineGoesOn") {
    const fs::path folder = fs::temp_directory_path() / ("tacq-cancel-" + std::to_string(::getpid()));
    Pipe pipe;
    std::vector<Json> lines;
    std::chrono::steady_clock::time_point asked, answered;
    bool sent = false;
    AnswerSink sink([&](const Answer& answer) {
        const Json& line = answer.line;
        lines.push_back(line);
        if (!sent && line.value("id", 0) == 1 && line.value("event", "") == "progress" && line.at("stage") == "gradient") {
            sent = true;
            asked = std::chrono::steady_clock::now();
            pipe.push("{\"id\":10,\"method\":\"cancel\",\"params\":{\"id\":2}}\n{\"id\":11,\"method\":\"cancel\",\"params\":{\"id\":1}}\n{\"id\":12,\"method\":\"ping\"}\n");
        }
        if (line.value("id", 0) == 11) answered = std::chrono::steady_clock::now();
        if (line.value("id", 0) == 1 && line.contains("error")) pipe.close();
        if (line.value("id", 0) == 1 && line.contains("result")) pipe.close();
    });
    std::istream in(&pipe);
    std::ostream out(&sink);
    const std::string job = std::string("{\"model\":\"") + kSample + "\",\"task\":\"tinystories\",\"samples\":400,\"tokens\":256}";
    pipe.push("{\"id\":1,\"method\":\"saliency\",\"params\":" + job + "}\n{\"id\":2,\"method\":\"saliency\",\"params\":" + job + "}\n");
    CHECK(serve(in, out, commandEnvironment(folder)).ok());
    fs::remove_all(folder);
    REQUIRE(sent);
    const auto endOf = [&](int id) {
        for (const Json& line : lines)
            if (line.value("id", 0) == id && !line.contains("event")) return line;
        return Json();
    };
    REQUIRE(endOf(1).is_object());
    CHECK(endOf(1).at("error").at("code") == "cancelled");
    CHECK(endOf(2).at("error").at("code") == "cancelled");
    CHECK(endOf(11).at("result").at("cancelled") == true);
    CHECK(endOf(12).contains("result"));
    MESSAGE("cancel acknowledged after " << std::chrono::duration<double, std::milli>(answered - asked).count() << " ms");
}

TEST_CASE("theEndOfInputLetsTheJobsFinishAndShutdownCancelsThem") {
    const Scratch scratch("end");
    Conversation lost([](Conversation& c, const Json& line) {
        if (line.value("event", "") == "started") c.hangUp();
    });
    lost.say(request(1, "saliency", saliencyParams(8, 64)));
    lost.say(request(2, "perplexity", {{"model", kSample}, {"text", "Once upon a time there was a little girl who had a red ball and a dog."}, {"window", 8}}));
    lost.run(scratch.folder);
    CHECK(lost.end(1).contains("result"));
    CHECK_FALSE(lost.end(2).is_null());
    CHECK(lost.end(2).value("error", Json::object()).value("code", "") != "cancelled");

    Conversation quit([](Conversation& c, const Json& line) {
        if (line.value("event", "") == "progress" && line.value("stage", "") == "gradient") c.say(request(3, "shutdown"));
    });
    quit.say(request(1, "saliency", saliencyParams(400, 256)));
    quit.say(request(2, "saliency", saliencyParams(401, 256)));
    quit.run(scratch.folder);
    CHECK(quit.end(3).contains("result"));
    CHECK(quit.end(1).at("error").at("code") == "cancelled");
    CHECK(quit.end(2).at("error").at("code") == "cancelled");
}

TEST_CASE("whatOnlyReadsDoesNotWaitForALongJob") {
    const Scratch scratch("quick");
    bool asked = false;
    Conversation c([&asked](Conversation& talk, const Json& line) {
        const int id = line.value("id", 0);
        if (id == 1 && line.value("event", "") == "progress" && line.value("stage", "") == "gradient" && !std::exchange(asked, true)) {
            talk.say(request(2, "inspect", {{"model", kSample}}));
            talk.say(request(3, "runs-list"));
            talk.say(request(5, "tokenize", {{"model", kSample}, {"text", "Once"}}));
        }
        if (id == 5 && line.contains("result")) talk.say(request(9, "shutdown"));
    });
    c.say(request(1, "saliency", saliencyParams(2000, 256)));
    c.run(scratch.folder);
    CHECK(c.end(2).contains("result"));
    CHECK(c.end(3).at("result").at("runs").size() == 1);
    CHECK(c.end(5).contains("result"));
    // They ended while job 1 was at work.
    CHECK(c.end(1).at("error").at("code") == "cancelled");
}

TEST_CASE("filesAreSharedWhereTheEngineSeesTheWitness") {
    const Scratch scratch("witness");
    std::ofstream(scratch.folder / "w") << "a token";
    const auto shared = [&](const Json& witness) {
        Conversation c;
        c.say(request(1, "hello", {{"witness", witness}}));
        c.hangUp();
        c.run(scratch.folder);
        return c.end(1).at("result").at("sharedFiles").get<bool>();
    };
    CHECK(shared({{"path", (scratch.folder / "w").string()}, {"token", "a token"}}));
    CHECK_FALSE(shared({{"path", (scratch.folder / "w").string()}, {"token", "another"}}));
    CHECK_FALSE(shared({{"path", (scratch.folder / "w").string()}, {"token", "a toke"}}));
    CHECK_FALSE(shared({{"path", (scratch.folder / "none").string()}, {"token", "a token"}}));
    CHECK_FALSE(shared({{"path", (scratch.folder / "none").string()}, {"token", ""}}));
    CHECK_FALSE(shared("nonsense"));
}

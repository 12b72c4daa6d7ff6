#include <doctest/doctest.h>
#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <iostream>
#include <mutex>
#include <sstream>
#include <thread>

#include "base/json.h"
#include "tacq/exporting/export.h"
#include "tacq/protocol/serve.h"

using namespace tacq;
namespace fs = std::filesystem;

namespace {

constexpr const char* kSample = TACQ_RESOURCES "/sample/stories260K";

CommandEnvironment environment(const fs::path& workspace) {
    CommandEnvironment e;
    e.workspace = workspace;
    e.tasks.resources = TACQ_RESOURCES;
    e.compute.dtype = "f32";
    e.compute.threads = 1;  // two spinning OpenMP threads crawl on a busy machine
    return e;
}

std::vector<Json> answers(const std::string& requests) {
    const fs::path folder = fs::temp_directory_path() / ("tacq-serve-" + std::to_string(::getpid()));
    std::istringstream in(requests);
    std::ostringstream out;
    CHECK(serve(in, out, environment(folder)).ok());
    fs::remove_all(folder);
    std::vector<Json> lines;
    std::istringstream read(out.str());
    for (std::string line; std::getline(read, line);) lines.push_back(Json::parse(line));
    return lines;
}

/// A stream buffer that blocks until lines come: standard input as a GUI would hold it open.
class Pipe : public std::streambuf {
public:
    void push(const std::string& text) {
        const std::scoped_lock lock(m_mutex);
        m_text += text;
        m_changed.notify_all();
    }
    void close() {
        const std::scoped_lock lock(m_mutex);
        m_closed = true;
        m_changed.notify_all();
    }

protected:
    int underflow() override {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_closed || m_at < m_text.size(); });
        if (m_at == m_text.size()) return traits_type::eof();
        m_current = m_text[m_at++];
        setg(&m_current, &m_current, &m_current + 1);
        return traits_type::to_int_type(m_current);
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::string m_text;
    std::size_t m_at = 0;
    char m_current = 0;
    bool m_closed = false;
};

/// Hands each line of output on as it comes.
class LineSink : public std::streambuf {
public:
    explicit LineSink(std::function<void(const Json&)> onLine) : m_onLine(std::move(onLine)) {}

protected:
    int overflow(int c) override {
        if (c == '\n') {
            m_onLine(Json::parse(m_line));
            m_line.clear();
        } else {
            m_line += static_cast<char>(c);
        }
        return c;
    }

private:
    std::function<void(const Json&)> m_onLine;
    std::string m_line;
};

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
    CHECK(hello.contains("version"));
    CHECK(hello.at("availableMemoryBytes").get<std::uint64_t>() > 0);
    CHECK(hello.at("gpus").is_array());
    REQUIRE(hello.at("exportFormats").size() == exportFormats().size());
    for (const Json& format : hello.at("exportFormats")) {
        CHECK(parseExportFormat(format.at("name").get<std::string>()).ok());
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
        CHECK_FALSE(lines[i].contains("id"));
    }
    CHECK(lines[5].at("id") == 2);
}

TEST_CASE("aJobIsQueuedStartedAndAnswered") {
    Pipe pipe;
    std::vector<Json> lines;
    LineSink sink([&](const Json& line) {
        lines.push_back(line);
        if (line.value("id", 0) == 8 && !line.contains("event")) pipe.close();
    });
    std::istream in(&pipe);
    std::ostream out(&sink);
    pipe.push(std::string("{\"id\":7,\"method\":\"inspect\",\"params\":{\"model\":\"") + kSample + "\"}}\n{\"id\":8,\"method\":\"nothing\"}\n");
    CHECK(serve(in, out, environment({})).ok());
    std::vector<std::string> seven;
    for (const Json& line : lines)
        if (line.at("id") == 7) seven.push_back(line.contains("event") ? line.at("event").get<std::string>() : line.contains("result") ? "result" : "error");
    REQUIRE(seven.size() >= 3);
    CHECK(seven[0] == "queued");
    CHECK(seven[1] == "started");
    CHECK(seven.back() == "result");
    CHECK(lines.back().at("error").at("code") == "invalid-argument");
}

TEST_CASE("cancelEndsARunningJobAndAQueuedOneAndTheEngineGoesOn") {
    const fs::path folder = fs::temp_directory_path() / ("tacq-cancel-" + std::to_string(::getpid()));
    Pipe pipe;
    std::vector<Json> lines;
    std::chrono::steady_clock::time_point asked, answered;
    bool sent = false;
    LineSink sink([&](const Json& line) {
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
    CHECK(serve(in, out, environment(folder)).ok());
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

// What the engine is sent by something that is no window of ours, and how it stands many jobs.
#include <unistd.h>

#include <fstream>
#include <random>

#include "protocol/followers.h"
#include "protocol/job_queue.h"
#include "protocol/journal.h"
#include "serve_driver.h"

using namespace tacq;
using namespace tacq::test;
namespace fs = std::filesystem;

namespace {

const std::string kToken = "0f8fad5b-d9cb-469f-a165-70867728950e";

std::size_t threadsNow() { return static_cast<std::size_t>(std::distance(fs::directory_iterator("/proc/self/task"), fs::directory_iterator())); }

std::size_t residentBytes() {
    std::ifstream in("/proc/self/statm");
    std::size_t all = 0, resident = 0;
    in >> all >> resident;
    return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

/// Requests that are soon done, one of every kind.
std::vector<Json> plainRequests(const fs::path& folder) {
    return {{{"id", 1}, {"method", "hello"}, {"params", {{"witness", {{"path", (folder / "w").string()}, {"token", "t"}}}}}},
            {{"id", 2}, {"method", "jobs"}},
            {{"id", 3}, {"method", "cancel"}, {"params", {{"id", 7}}}},
            {{"id", 4}, {"method", "attach"}, {"params", {{"token", kToken}}}},
            {{"id", 5}, {"method", "acknowledge"}, {"params", {{"token", kToken}}}},
            {{"id", 6}, {"method", "fetch"}, {"params", {{"artifact", std::string(64, 'a')}, {"parts", {"meta.json", "rows/score/0/0-8"}}}}},
            {{"id", 7}, {"method", "put"}, {"params", {{"name", "mine.jsonl"}, {"text", "{\"text\":\"a\"}"}}}},
            {{"id", 8}, {"method", "put"}, {"params", {{"name", "mine.bin"}, {"base64", "AAEC"}}}},
            {{"id", 9}, {"method", "runs-list"}, {"params", {{"limit", 3}, {"results", true}}}},
            {{"id", 10}, {"method", "runs-diff"}, {"params", {{"runs", {"1", "2"}}}}},
            {{"id", 11}, {"method", "report"}, {"params", {{"run", "1"}, {"out", (folder / "r.html").string()}}}},
            {{"id", 12}, {"method", "tokenize"}, {"params", {{"model", kSample}, {"text", "Once"}}}},
            {{"id", 13}, {"method", "workspace-info"}, {"params", {{"kind", "saliency"}, {"meta", true}}}},
            {{"id", 14}, {"method", "budget"}, {"params", {{"artifact", std::string(64, 'a')}, {"outliers", 0.01}, {"bits", 3}}}, {"token", kToken}},
            {{"id", 15}, {"method", "task-list"}}};
}

/// Something else in the place of one of a request's values.
void bend(Json& value, std::mt19937& random) {
    if ((value.is_object() || value.is_array()) && !value.empty() && random() % 4 != 0) {
        auto at = value.begin();
        std::advance(at, static_cast<std::ptrdiff_t>(random() % value.size()));
        return bend(*at, random);
    }
    static const std::vector<Json> odd{nullptr, true, -1, 0, 4294967296, 18446744073709551615ull, 1e308, 0.5, "", "../../../etc/passwd", "/dev/null", std::string("a\0b", 3), std::string(5000, 'x'), "\xff\xfe",
                                       Json::array(), Json::object(), {1, 2, 3}, {{"id", 1}}, "rows/score/99999999999999999999/0-1", "\x1b]0;title\x07"};
    value = odd[random() % odd.size()];
}

}  // namespace

TEST_CASE("bentRequestsAreAnsweredWithoutADefectAndTheEngineGoesOn") {
    const Scratch scratch("bent");
    const std::vector<Json> plain = plainRequests(scratch.folder);
    std::mt19937 random(31);
    std::string input;
    for (int i = 0; i < 600; ++i) {
        Json request = plain[random() % plain.size()];
        request["id"] = 100 + i;
        for (std::size_t n = random() % 3; n > 0; --n) bend(request, random);
        std::string line = request.dump(-1, ' ', false, Json::error_handler_t::replace);
        if (random() % 4 == 0) line[random() % line.size()] = static_cast<char>(random());
        if (random() % 8 == 0) line.resize(random() % line.size());
        std::erase(line, '\n');
        // Not what ends the conversation or works for minutes.
        if (line.find("shutdown") == std::string::npos) input += line + "\n";
    }
    input += "{\"id\":\"last\",\"method\":\"ping\"}\n";
    std::istringstream in(input);
    std::ostringstream out;
    REQUIRE(serve(in, out, commandEnvironment(scratch.folder)).ok());
    std::istringstream read(out.str());
    std::size_t ends = 0;
    bool last = false;
    for (std::string line; std::getline(read, line);) {
        const Json answer = Json::parse(line, nullptr, false);
        if (!answer.is_object()) continue;   // a frame's bytes
        last = last || (answer.contains("id") && answer.at("id") == "last" && answer.contains("result"));
        ends += answer.contains("result") || answer.contains("error");
        if (answer.contains("error")) CHECK_MESSAGE(answer.at("error").at("code") != "internal", line);
    }
    CHECK(last);
    CHECK(ends > 400);
    CHECK_FALSE(fs::exists(scratch.folder.parent_path() / "mine.jsonl"));
}

TEST_CASE("anEngineThatRanManyJobsHasNotGrown") {
    const Scratch scratch("many");
    std::size_t after50 = 0, after300 = 0;
    Conversation c([&](Conversation& talk, const Json& line) {
        const int id = line.value("id", 0);
        if (line.contains("event")) return;
        CHECK(line.contains("result"));
        if (id == 50) after50 = residentBytes();
        if (id == 300) {
            after300 = residentBytes();
            return talk.hangUp();
        }
        talk.answers.clear();
        talk.say(id % 2 == 0 ? request(id + 1, "inspect", {{"model", kSample}}) : request(id + 1, "tokenize", {{"model", kSample}, {"text", "Once upon a time"}}));
    });
    c.say(request(1, "inspect", {{"model", kSample}}));
    c.run(scratch.folder);
    REQUIRE(after300 > 0);
    CHECK(after300 < after50 + (16u << 20));
}

TEST_CASE("followingAJobTakesNoThreadAndOneTooManyIsRefused") {
    const Scratch scratch("followers");
    auto journal = Journal::begin(Journal::folderOf(scratch.folder), kToken);
    REQUIRE(journal.ok());
    const int most = static_cast<int>(Followers::kMost);
    std::size_t before = 0, after = 0;
    int ended = 0;
    Conversation c([&](Conversation& talk, const Json& line) {
        const int id = line.value("id", 0);
        if (id == 1000) {
            before = threadsNow();
            for (int i = 1; i <= most + 3; ++i) talk.say(request(i, "attach", {{"token", kToken}}));
            talk.say(request(1001, "jobs"));
        }
        if (id == 1001) {
            after = threadsNow();
            CHECK(line.at("result").at("jobs").size() == Followers::kMost);
            journal.value()->write({{"id", 1}, {"result", {{"done", true}}}});
            std::move(journal).value().reset();
        }
        if (id > 0 && id < 1000 && line.contains("result") && ++ended == most) talk.hangUp();
    });
    c.say(request(1000, "ping"));
    c.run(scratch.folder);
    CHECK(after == before);
    for (int i = 1; i <= most; ++i) CHECK(c.end(i).at("result").at("done") == true);
    for (int i = most + 1; i <= most + 3; ++i) CHECK(c.end(i).at("error").at("code") == "busy");
}

TEST_CASE("aLineOfWaitingJobsHasAnEnd") {
    std::ostringstream out;
    LineWriter writer(out);
    JobQueue queue({}, writer, [&](const JobRequest&, const CommandEnvironment&, const RunContext& context) -> Result<std::string> {
        while (!context.cancelled()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        return Error{ErrorCode::Cancelled, "", "", ""};
    });
    const auto submit = [&](int id, std::size_t bytes) {
        JobRequest job;
        job.id = id;
        job.method = "wait";
        job.bytes = bytes;
        queue.submit(std::move(job));
    };
    submit(0, 10);
    for (int id = 1; id <= static_cast<int>(JobQueue::kMostWaiting) + 1; ++id) submit(id, 10);
    CHECK(queue.roomFor(10).error().code == ErrorCode::Busy);
    queue.close();
    JobQueue other({}, writer, [&](const JobRequest&, const CommandEnvironment&, const RunContext& context) -> Result<std::string> {
        while (!context.cancelled()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        return Error{ErrorCode::Cancelled, "", "", ""};
    });
    CHECK(other.roomFor(JobQueue::kMostWaitingBytes + 1).ok());   // whatever its size, where nothing waits
}

TEST_CASE("aJournalOfOddLinesIsFollowedWithoutHarm") {
    const Scratch scratch("odd-journal");
    fs::create_directories(scratch.folder / "jobs");
    std::ofstream(scratch.folder / "jobs" / (kToken + ".jsonl")) << "{\"event\":5}\n{\"event\":{\"progress\":1}}\nnull\n[1]\n{\"id\":{},\"event\":\"progress\",\"stage\":7}\n{\"id\":1,\"result\":null}\n";
    std::ostringstream out;
    LineWriter writer(out);
    {
        Followers followers(Journal::folderOf(scratch.folder), writer);
        followers.attach(2, kToken);
        while (followers.has(2)) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    CHECK(out.str().find("{\"id\":2,\"result\":null}") != std::string::npos);
}

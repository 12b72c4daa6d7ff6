#include <algorithm>
#include <set>

#include "task_fixture.h"

using namespace tacq;
using namespace tacq::test;

namespace {

std::string textOf(const Folder& folder, const std::string& name, const std::string& row) {
    return calibrate(folder.write(name, row)).texts.at(0);
}

bool mentions(const Calibration& made, const std::string& what) {
    return std::any_of(made.notes.begin(), made.notes.end(), [&](const std::string& note) { return note.find(what) != std::string::npos; });
}

}  // namespace

TEST_CASE("the built-in tasks are listed with what is bundled and what is missing") {
    const auto tasks = listTasks(environment());
    REQUIRE(tasks.ok());
    REQUIRE(tasks.value().size() >= 4);
    CHECK(tasks.value()[0].name == "tinystories");
    for (const TaskInfo& task : tasks.value()) {
        CHECK(task.bundled == task.available);
        CHECK(task.files.empty() == task.available);
        CHECK_FALSE(task.licence.empty());
    }
}

TEST_CASE("a task whose data is not here names the files wanted") {
    const Error error = failure("c4");
    CHECK(error.code == ErrorCode::NotFound);
    CHECK(error.message.find("c4/c4.utf8") != std::string::npos);
    CHECK(failure("no-such-task").code == ErrorCode::NotFound);
    CHECK(failure("no/such.jsonl").code == ErrorCode::NotFound);
}

TEST_CASE("every field set of a user's rows is recognised") {
    const Folder folder;
    CHECK(textOf(folder, "a.jsonl", R"({"text":"A cat sat."})") == "A cat sat.");
    CHECK(textOf(folder, "b.jsonl", R"({"prompt":"One ","completion":"day"})") == "One day");
    CHECK(textOf(folder, "c.jsonl", R"({"question":"Who?","choices":["Tom","Lily"],"answer":1})") == "Question: Who?\nAnswer: Lily");
    CHECK(textOf(folder, "d.jsonl", R"({"question":"Who?","choices":["Tom","Lily"],"answer":"Tom","context":"They ran."})") ==
          "They ran.\nQuestion: Who?\nAnswer: Tom");
    CHECK(textOf(folder, "e.csv", "question,choices,answer\nWho?,\"[\"\"Tom\"\",\"\"Lily\"\"]\",1\n") == "Question: Who?\nAnswer: Lily");
    CHECK(textOf(folder, "f.csv", "text,other\n\"two\nlines\",x\n") == "two\nlines");
}

TEST_CASE("wrong rows of a user's file are InvalidTask at file and line") {
    const Folder folder;
    const std::vector<std::string> rows = {R"({"nothing":1})", R"({"prompt":"a"})", R"({"question":"q","choices":[],"answer":0})",
                                           R"({"question":"q","choices":["a"],"answer":1})", R"({"question":"q","choices":["a"],"answer":"b"})",
                                           R"({"text":["a"]})", R"({"text":"  "})", R"({"messages":[]})", R"({"messages":[{"role":"user"}]})"};
    for (const std::string& row : rows) {
        CAPTURE(row);
        const Error error = failure(folder.write("bad.jsonl", "{\"text\":\"fine\"}\n" + row + "\n"));
        CHECK(error.code == ErrorCode::InvalidTask);
        CHECK(error.context == "bad.jsonl:2");
    }
    CHECK(failure(folder.write("empty.txt", " \n")).code == ErrorCode::InvalidTask);
    CHECK(failure(folder.write("binary.txt", std::string("a\0b", 3))).code == ErrorCode::InvalidTask);
}

TEST_CASE("a specification beside a user's file overrides template, licence and split; a misspelt member is refused") {
    const Folder folder;
    const std::string file = folder.write("mine.jsonl", "{\"q\":\"one\",\"a\":1}\n{\"q\":\"two\",\"a\":2}\n");
    folder.write("mine.task.json", R"({"template":{"prompt":"<{q}> {{x}} =","completion":" {a}"},"licence":"CC0",
        "splits":{"calibration":{"part":[0,0.5]},"evaluation":{"part":[0.5,1]}}})");
    const Calibration made = calibrate(file);
    CHECK(made.texts == std::vector<std::string>{"<one> {x} = 1"});
    CHECK(made.licence == "CC0");
    SampleOptions evaluation;
    evaluation.split = "evaluation";
    CHECK(calibrate(file, evaluation).texts == std::vector<std::string>{"<two> {x} = 2"});
    folder.write("mine.task.json", R"({"templat":"{q}"})");
    CHECK(failure(file).code == ErrorCode::InvalidTask);
    folder.write("mine.task.json", R"({"version":2})");
    CHECK(failure(file).code == ErrorCode::UnsupportedFormat);
    folder.write("mine.task.json", R"({"template":"{missing}"})");
    CHECK(failure(file).context == "mine.jsonl:1");
}

TEST_CASE("the reference recipe of GSM8K puts eight examples in an order of its own before every item") {
    const Calibration made = calibrate("gsm8k/reference", sampling(4, 6000));
    REQUIRE(made.rows.size() >= 2);
    std::set<std::string> starts;
    for (const std::string& text : made.texts) {
        std::size_t count = 0;
        for (std::size_t at = text.find("Q: "); at != std::string::npos; at = text.find("\n\nQ: ", at + 1)) ++count;
        CHECK(count == 9);
        CHECK(text.find("There are 15 trees originally.") != std::string::npos);
        CHECK(text.find("\n#### ") != std::string::npos);
        CHECK(text.ends_with("."));
        starts.insert(text.substr(0, 60));
    }
    CHECK(starts.size() > 1);
}

TEST_CASE("the splits of the bundled tasks share nothing, and a file without splits says that it shares all") {
    for (const char* task : {"tinystories", "gsm8k", "gsm8k/reference"}) {
        const auto leaks = findLeaks(task, environment(), sampleTokenizer());
        REQUIRE(leaks.ok());
        CHECK(leaks.value().empty());
    }
    const Folder folder;
    const std::string file = folder.write("mine.jsonl", "{\"text\":\"one two\"}\n{\"text\":\"three\"}\n");
    CHECK(findLeaks(file, environment(), sampleTokenizer()).value().size() == 2);
    CHECK(findLeaks(file + ":0.5,gsm8k:0.5", environment(), sampleTokenizer()).value().size() == 2);
    CHECK(findLeaks("tinystories:0.5,nothing:0.5", environment(), sampleTokenizer()).error().code == ErrorCode::NotFound);
    SampleOptions evaluation;
    evaluation.split = "evaluation";
    CHECK(mentions(calibrate(file, evaluation), "no splits"));
}

TEST_CASE("zero, negative and absurd options are refused") {
    for (const auto& [samples, tokens] : std::vector<std::pair<std::int64_t, std::int64_t>>{{0, 10}, {-1, 10}, {10, 0}, {10, 1}, {1ll << 40, 1ll << 40}})
        CHECK(failure("tinystories", sampling(samples, tokens)).code == ErrorCode::InvalidArgument);
}

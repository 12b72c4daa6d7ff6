// Files as people have them, through the command line.
#include <doctest/doctest.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <sstream>

#include "tacq_process.h"

using namespace tacq::test;
namespace fs = std::filesystem;

namespace {

void write(const std::string& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }

std::string read(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

bool noted(const Json& answer, const std::string& code) {
    return std::any_of(answer.at("notes").begin(), answer.at("notes").end(), [&](const Json& note) { return note.at("code") == code; });
}

/// The sample under another name, with a changed tokenizer or configuration.
std::string sampleWith(const Scratch& scratch, const std::string& name, const std::string& file, const std::function<void(Json&)>& change) {
    const fs::path folder = scratch.path(name);
    fs::copy(kSample, folder, fs::copy_options::recursive);
    Json json = Json::parse(read(folder / file));
    change(json);
    write((folder / file).string(), json.dump());
    return folder.string();
}

const std::string kStory = [] {
    std::string text;
    for (int i = 0; i < 60; ++i) text += "Once upon a time there was a little cat.\nThe cat liked milk.\n";
    return text;
}();

}  // namespace

TEST_CASE("a byte order mark changes no perplexity, CR LF does and is noted, UTF-16 is named") {
    const Scratch scratch;
    std::string crlf;
    for (const char c : kStory) crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
    write(scratch.path("plain.txt"), kStory);
    write(scratch.path("bom.txt"), "\xEF\xBB\xBF" + kStory);
    write(scratch.path("crlf.txt"), crlf);
    write(scratch.path("wide.txt"), std::string("\xFF\xFEO\0n\0", 6));
    const auto measure = [&](const char* name) { return runTacq({"perplexity", kSample, "--text-file", scratch.path(name), "--window", "64", "--workspace", scratch.path("w"), "--json"}); };
    const Json plain = measure("plain.txt").json(), bom = measure("bom.txt").json(), lines = measure("crlf.txt").json();
    CHECK(plain.at("meanNll") == bom.at("meanNll"));
    CHECK(plain.at("notes").empty());
    CHECK(lines.at("meanNll") != plain.at("meanNll"));
    CHECK(noted(lines, "line-ends"));
    const Ran wide = measure("wide.txt");
    CHECK(wide.code == 3);
    CHECK(wide.err.find("UTF-16") != std::string::npos);
}

TEST_CASE("file names that are no UTF-8 open, as text, as task and as model") {
    const Scratch scratch;
    const std::string text = scratch.path("caf\xE9.txt"), rows = scratch.path("caf\xE9,b.jsonl"), model = scratch.path("mod\xE8le");
    write(text, "Once upon a time");
    write(rows, "{\"text\":\"One day a dog ran.\"}\n");
    fs::copy(kSample, model, fs::copy_options::recursive);
    CHECK(runTacq({"tokenize", kSample, "--text-file", text, "--json"}).json().at("ids") == runTacq({"tokenize", model, "--text", "Once upon a time", "--json"}).json().at("ids"));
    CHECK(runTacq({"task", "show", rows, "--model", kSample, "--json"}).json().at("sampleCount") == 1);
}

TEST_CASE("a token that only the tokenizer knows is noted, and stops only a text that uses it") {
    const Scratch scratch;
    const std::string model = sampleWith(scratch, "beyond", "tokenizer.json", [](Json& json) {
        json["added_tokens"].push_back({{"id", 512}, {"content", "<pad>"}, {"single_word", false}, {"lstrip", false}, {"rstrip", false}, {"normalized", false}, {"special", true}});
    });
    CHECK(noted(runTacq({"inspect", model, "--json"}).json(), "tokens-beyond-model"));
    std::string uses;
    for (int i = 0; i < 60; ++i) uses += "One day <pad> a girl went out.\n";
    write(scratch.path("uses.txt"), uses);
    write(scratch.path("plain.txt"), kStory);
    const auto measure = [&](const char* name) { return runTacq({"perplexity", model, "--text-file", scratch.path(name), "--window", "64", "--workspace", scratch.path("w"), "--json"}); };
    CHECK(measure("plain.txt").code == 0);
    const Ran measured = measure("uses.txt");
    CHECK(measured.code == 3);
    CHECK(measured.err.find("the text uses token 512 (\"<pad>\")") != std::string::npos);
    CHECK(runTacq({"generate", model, "--prompt", "a <pad>", "--json"}).code == 3);
    const Json shown = runTacq({"task", "show", scratch.path("plain.txt"), "--model", model, "--tokens", "32", "--json"}).json();
    CHECK(std::any_of(shown.at("notes").begin(), shown.at("notes").end(), [](const Json& note) { return note.get<std::string>().find("up to 512") != std::string::npos; }));
    CHECK(runTacq({"task", "show", scratch.path("uses.txt"), "--model", model, "--json"}).code == 3);
}

TEST_CASE("generation past the context says so, in JSON too") {
    const Scratch scratch;
    const std::string model = sampleWith(scratch, "short", "config.json", [](Json& json) { json["max_position_embeddings"] = 16; });
    const Ran beyond = runTacq({"generate", model, "--prompt", "Once upon a time", "--max-tokens", "30", "--json"});
    REQUIRE(beyond.code == 0);
    CHECK(noted(beyond.json(), "context-exceeded"));
    CHECK(beyond.err.find("context is 16") != std::string::npos);
    CHECK(runTacq({"generate", model, "--prompt", "Once upon", "--max-tokens", "4", "--json"}).json().at("notes").empty());
}

TEST_CASE("Ctrl-C ends a measurement of one very long window") {
    const Scratch scratch;
    std::string text;
    while (text.size() < 200'000) text += kStory;
    write(scratch.path("long.txt"), text);
    How how;
    // Past loading and tokenizing: the warning about the window's length is the last line before the work.
    how.watch = [](const std::string& line) { return line.find("exceed the model's context") != std::string::npos ? SIGINT : 0; };
    const Ran ran = runTacq({"perplexity", kSample, "--text-file", scratch.path("long.txt"), "--window", "60000", "--workspace", scratch.path("w"), "--json"}, how);
    CHECK(ran.code == 130);
    CHECK(ran.errorCode() == "cancelled");
}

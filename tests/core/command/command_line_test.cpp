#include <doctest/doctest.h>

#include <filesystem>

#include "command/command_line.h"
#include "tacq/base/byte_text.h"

using namespace tacq;

TEST_CASE("writesACommandAsItIsTyped") {
    const Json params{{"model", "m"}, {"out", "o p"}, {"task", "it's"}, {"bits", 3}, {"groupSize", -1}, {"force", true}, {"symmetric", false}, {"method", nullptr}};
    CHECK(commandLine("quantize", params) == "tacq quantize m 'o p' --task 'it'\\''s' --bits 3 --group-size -1 --force");
    CHECK(commandLine("task-show", Json{{"task", "t"}, {"model", "m"}}) == "tacq task show t --model m");
    CHECK(commandLine("runs-diff", Json{{"runs", {"1", "2"}}}) == "tacq runs diff 1 2");
    CHECK(commandLine("report", Json{{"out", "/tmp/a.html"}, {"run", "7"}, {"force", true}}) == "tacq report 7 /tmp/a.html --force");
    CHECK(commandLine("budget", Json{{"artifact", "1"}, {"widths", {2, 3}}, {"mixed", true}}) == "tacq budget 1 --mixed --widths 2,3");
    CHECK(commandLine("saliency", Json{{"seed", 5}, {"model", "m"}}) == "tacq saliency m --seed 5");
    CHECK(commandLine("fetch", Json{{"artifact", "1"}}).empty());
    CHECK(commandLine("quantize", std::string("[]")).empty());
}

TEST_CASE("numbersAreWrittenSoThatTheyReadBackExactly") {
    const double slider = 0.0035481338923357545;
    const std::string line = commandLine("quantize", Json{{"outliers", slider}});
    CHECK(std::stod(line.substr(line.rfind(' '))) == slider);
}

TEST_CASE("aShellSplitsALineIntoTheWordsThatWereQuoted") {
    for (const std::string& word : {std::string("plain"), std::string("it's"), std::string(), std::string("a b\n\tc"), std::string("~/x"), std::string("$HOME `x` \"q\" \\"), std::string("--a=b")})
        CHECK(shellSplit("x " + shellWord(word) + " y") == std::vector<std::string>{"x", word, "y"});
    CHECK(shellSplit("tacq x --text \"Once upon \\\"a\\\" time\"") == std::vector<std::string>{"tacq", "x", "--text", "Once upon \"a\" time"});
}

TEST_CASE("namesThatAreNoTextAreWrittenAsAShellReadsThem") {
    const std::string odd = "/tmp/caf\xe9 it's \\x41 \xff\xc3";   // Latin-1, and an open end
    const std::string line = commandLine("quantize", Json{{"model", "m"}, {"out", escapeBytes(odd)}, {"task", "t\xc3\xa9"}});
    CHECK(line == "tacq quantize m $'/tmp/caf\\xe9 it\\'s \\\\x41 \\xff\\xc3' --task 't\xc3\xa9'");
    CHECK(shellSplit(line) == std::vector<std::string>{"tacq", "quantize", "m", odd, "--task", "t\xc3\xa9"});
    CHECK(shellSplit(shellWord("\xf4\x8f\xba\xa9")) == std::vector<std::string>{"\xf4\x8f\xba\xa9"});   // the character that stands for a byte, itself
    CHECK(shellSplit("a $'b c'd $") == std::vector<std::string>{"a", "b cd", "$"});
    for (const char* open : {"$'", "$'a\\", "$'a\\x", "$'a\\x4"}) CHECK(shellSplit(open).size() == 1);
}

TEST_CASE("storedPathsMeanTheSameFromAnyFolder") {
    const CommandSpec& quantize = *findCommand("quantize");
    const Json stored = rerunnable(quantize, {{"model", "."}, {"task", "tinystories"}, {"out", "sub/out"}, {"workspace", "w"}});
    CHECK(std::filesystem::path(stored.at("model").get<std::string>()).is_absolute());
    CHECK(std::filesystem::path(stored.at("out").get<std::string>()).is_absolute());
    CHECK(stored.at("task") == "tinystories");
    CHECK_FALSE(stored.contains("workspace"));
    const Json recipe{{"tensors", {{"a", 4}}}};
    CHECK(withoutPaths(quantize, {{"model", "/m"}, {"out", "/o"}, {"task", "t"}, {"data", "/d"}, {"bits", 3}, {"recipe", recipe}}) == Json{{"bits", 3}, {"recipe", recipe}});
    CHECK(withoutPaths(quantize, {{"recipe", dumpJson(recipe)}}).contains("recipe"));
}

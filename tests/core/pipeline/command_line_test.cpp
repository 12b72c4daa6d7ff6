#include <doctest/doctest.h>

#include <filesystem>

#include "pipeline/requests/command_line.h"
#include "pipeline/stages/stages.h"

using namespace tacq;

TEST_CASE("writesACommandAsItIsTyped") {
    const Json params{{"model", "m"}, {"out", "o p"}, {"task", "it's"}, {"bits", 3}, {"groupSize", -1}, {"force", true}, {"symmetric", false}};
    CHECK(commandLine("quantize", params) == "tacq quantize m 'o p' --task 'it'\\''s' --bits 3 --group-size -1 --force");
    CHECK(commandLine("task-show", {{"task", "t"}, {"model", "m"}}) == "tacq task show t --model m");
    CHECK(commandLine("runs-diff", {{"runs", {"1", "2"}}}) == "tacq runs diff 1 2");
}

TEST_CASE("storedPathsMeanTheSameFromAnyFolder") {
    const Json stored = rerunnable({{"model", "."}, {"task", "tinystories"}, {"out", "sub/out"}, {"workspace", "w"}});
    CHECK(std::filesystem::path(stored.at("model").get<std::string>()).is_absolute());
    CHECK(std::filesystem::path(stored.at("out").get<std::string>()).is_absolute());
    CHECK(stored.at("task") == "tinystories");
    CHECK_FALSE(stored.contains("workspace"));
}

TEST_CASE("keysDependOnWhereOnePartEnds") {
    CHECK(stageKey({"ab", "c"}) != stageKey({"a", "bc"}));
    CHECK(stageKey({"a"}) != stageKey({"a", ""}));
    CHECK(stageKey({"a", "b"}) == stageKey({"a", "b"}));
    CHECK(stageKey({}).size() == 64);
}

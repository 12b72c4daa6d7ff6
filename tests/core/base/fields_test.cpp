#include "base/fields.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace tacq;

namespace {

Json parsed(const char* text) { return parseJson(text, "test").value(); }

/// What `read` says is wrong with the object.
template <typename Read>
Error refused(const char* text, const Read& read) {
    const Json json = parsed(text);
    Fields fields(json, "F.json: part");
    read(fields);
    REQUIRE_MESSAGE(!fields.done().ok(), text);
    return *fields.problem();
}

}  // namespace

TEST_CASE("members that are there are read, absent and null ones have their fallback") {
    const Json json = parsed(R"({"i": -3, "r": 2.5, "whole": 7, "b": true, "t": "x", "ts": ["a", "b"], "is": [1, 2], "o": {"k": 1}, "l": [null], "n": null, "seed": 18446744073709551615})");
    Fields fields(json, "test");
    CHECK(fields.integer("i", {}, -3, 3) == -3);
    CHECK(fields.integer("absent", 9, 0, 3) == 9);
    CHECK(fields.integer("n", 9) == 9);
    CHECK(fields.optionalInteger("i", -5, 5) == -3);
    CHECK(fields.optionalInteger("n", -5, 5) == std::nullopt);
    CHECK(fields.natural("seed") == 18446744073709551615u);
    CHECK(fields.real("r", {}, 0, 3) == 2.5);
    CHECK(fields.real("whole", {}) == 7);
    CHECK(fields.optionalReal("absent") == std::nullopt);
    CHECK(std::isnan(fields.realOrNan("n")));
    CHECK(fields.flag("b", false));
    CHECK(fields.flag("n", true));
    CHECK(fields.text("t") == "x");
    CHECK(fields.choice("t", {}, {"y", "x"}) == "x");
    CHECK(fields.choice("absent", "y", {"y", "x"}) == "y");
    CHECK(fields.texts("ts") == std::vector<std::string>{"a", "b"});
    CHECK(fields.texts("n").empty());
    CHECK(fields.integers("is", {}, 1, 2) == std::vector<std::int64_t>{1, 2});
    CHECK(fields.integers("absent", {5}) == std::vector<std::int64_t>{5});
    CHECK(fields.object("o")->at("k") == 1);
    CHECK(fields.object("n") == nullptr);
    CHECK(fields.list("l").size() == 1);
    CHECK(fields.list("absent").empty());
    CHECK(fields.has("i"));
    CHECK_FALSE(fields.has("n"));
    CHECK(fields.done().ok());
}

TEST_CASE("nothing is bent into a whole number") {
    for (const char* text : {R"({"k": 1.5})", R"({"k": 1e300})", R"({"k": 3.0})", R"({"k": 9223372036854775808})", R"({"k": 1e2})", R"({"k": "3"})", R"({"k": true})", R"({"k": [3]})"}) {
        CAPTURE(text);
        CHECK(refused(text, [](Fields& fields) { CHECK(fields.integer("k", {}) == kLeastWhole); }).message.starts_with("\"k\" must be a whole number, not "));
        CHECK(refused(text, [](Fields& fields) { CHECK(fields.integer("k", 7, 0, 9) == 7); }).code == ErrorCode::InvalidFile);
    }
    CHECK(refused(R"({"k": -1})", [](Fields& fields) { CHECK(fields.natural("k") == 0); }).message == "\"k\" must be a whole number of at least 0, not -1");
}

TEST_CASE("the first problem is kept, and says the member, what it must be, what it is, and where") {
    const auto both = refused(R"({"a": 9, "b": "x"})", [](Fields& fields) {
        CHECK(fields.integer("a", 3, 2, 8) == 3);
        CHECK_FALSE(fields.flag("b", false));
    });
    CHECK(both.message == "\"a\" must be a whole number from 2 to 8, not 9");
    CHECK(both.context == "F.json: part");
    CHECK(refused("{}", [](Fields& fields) { CHECK(fields.text("a").empty()); }).message == "\"a\" is missing: it must be a text");
    CHECK(refused("{}", [](Fields& fields) { (void)fields.realOrNan("a"); }).message == "\"a\" is missing: it must be a number or null");
    CHECK(refused(R"({"a": 3})", [](Fields& fields) { CHECK(fields.real("a", {}, 0, 1) == 0); }).message == "\"a\" must be a number from 0.0 to 1.0, not 3");
    CHECK(refused(R"({"a": "z"})", [](Fields& fields) { CHECK(fields.choice("a", {}, {"x", "y"}) == "x"); }).message == "\"a\" must be one of x, y, not \"z\"");
    CHECK(refused(R"({"a": ["x", 1]})", [](Fields& fields) { CHECK(fields.texts("a").size() == 1); }).message == "\"a\" must be a list of texts, not [\"x\",1]");
    CHECK(refused(R"({"a": [1, 9]})", [](Fields& fields) { (void)fields.integers("a", {}, 1, 8); }).message == "\"a\" must be a list of whole numbers from 1 to 8, not [1,9]");
    CHECK(refused(R"({"a": 1})", [](Fields& fields) { CHECK(fields.list("a").empty()); }).message == "\"a\" must be a list, not 1");
    CHECK(refused(R"({"a": 1})", [](Fields& fields) { CHECK(fields.object("a") == nullptr); }).message == "\"a\" must be an object, not 1");
    CHECK(refused("{\"a\": \"" "long long long long long long long long long long long long long long long long long long" "\"}", [](Fields& fields) { (void)fields.flag("a", false); }).message.size() < 130);
}

TEST_CASE("what is no object has no members, and is a problem from the start") {
    for (const char* text : {"7", "[]", "null", "\"x\""}) {
        CAPTURE(text);
        CHECK(refused(text, [](Fields& fields) { CHECK(fields.integer("a", 3) == 3); }).message == std::string("must be an object, not ") + text);
    }
}

TEST_CASE("a member that nobody asked for is ignored unless the reader minds") {
    const Json json = parsed(R"({"a": 1, "b": null, "colour": 2})");
    Fields fields(json, "test");
    CHECK(fields.integer("a", 0) == 1);
    CHECK(fields.text("b", "") == "");
    CHECK(fields.done().ok());
    fields.refuseOthers("is not part of it");
    CHECK(fields.problem()->message == "\"colour\" is not part of it");
}

TEST_CASE("a reader of options names the option in the context") {
    const Json json = parsed(R"({"maxTokens": "many"})");
    Fields fields(json, {ErrorCode::InvalidArgument, {}, "see --help", [](std::string_view key) { return "--" + std::string(key); }});
    CHECK(fields.integer("maxTokens", 5, 1, 9) == 5);
    CHECK(formatError(*fields.problem()) == "error[invalid-argument]: --maxTokens: must be a whole number from 1 to 9, not \"many\"; see --help");
}

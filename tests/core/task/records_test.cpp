#include "task/records.h"

#include <doctest/doctest.h>

using namespace tacq;

TEST_CASE("JSONL rows carry their line, blank ones are skipped, broken ones are named") {
    const auto rows = parseJsonl("{\"text\":\"a\"}\n\n {\"text\":\"b\"}\r\n", "x.jsonl");
    REQUIRE(rows.ok());
    REQUIRE(rows.value().size() == 2);
    CHECK(rows.value()[1].line == 3);
    for (const char* wrong : {"{\"text\":\"a\"}\n{\"text\":", "{}\n[1]", "{}\n{\"a\":1,\"a\":2}", "{}\n1"}) {
        const auto failed = parseJsonl(wrong, "x.jsonl");
        REQUIRE_FALSE(failed.ok());
        CHECK(failed.error().code == ErrorCode::InvalidTask);
        CHECK(failed.error().context == "x.jsonl:2");
    }
}

TEST_CASE("CSV follows RFC 4180, quoted line breaks and doubled quotes included") {
    const auto rows = parseCsv("prompt,completion\r\n\"a,\"\"b\"\"\nc\", d\nlast,\n", "x.csv");
    REQUIRE(rows.ok());
    REQUIRE(rows.value().size() == 2);
    CHECK(rows.value()[0].fields["prompt"] == "a,\"b\"\nc");
    CHECK(rows.value()[0].fields["completion"] == " d");
    CHECK(rows.value()[0].line == 2);
    CHECK(rows.value()[1].line == 4);
    CHECK(rows.value()[1].fields["completion"] == "");
}

TEST_CASE("broken CSV is named by its line") {
    const auto where = [](const char* text) { return parseCsv(text, "x.csv").error().context; };
    CHECK(where("a,b\n1\n") == "x.csv:2");
    CHECK(where("a,b\n1,2\n\"open,3\n\n") == "x.csv:3");
    CHECK(where("a,b\n1,2\"3\n") == "x.csv:2");
    CHECK(where("a,b\n\"1\"x,2\n") == "x.csv:2");
    CHECK(where("a,a\n1,2\n") == "x.csv:1");
    CHECK(where("question,choices\nq,no list\n") == "x.csv:2");
}

TEST_CASE("empty, binary and broken text is refused, a byte order mark is not part of it") {
    CHECK(checkText("\xEF\xBB\xBFhello", "x").value() == "hello");
    CHECK(checkText(" \n\t\r\n", "x").error().code == ErrorCode::InvalidTask);
    CHECK(checkText("", "x").error().code == ErrorCode::InvalidTask);
    CHECK(checkText(std::string_view("a\nb\0c", 5), "x").error().context == "x:2");
    CHECK(checkText("a\nb\n\xFF", "x").error().context == "x:3");
}

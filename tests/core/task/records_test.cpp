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
    std::vector<std::string> notes;
    const auto rows = parseCsv("prompt,completion\r\n\"a,\"\"b\"\"\nc\", d\nlast,\n", "x.csv", notes);
    CHECK(notes.empty());
    REQUIRE(rows.ok());
    REQUIRE(rows.value().size() == 2);
    CHECK(rows.value()[0].fields["prompt"] == "a,\"b\"\nc");
    CHECK(rows.value()[0].fields["completion"] == " d");
    CHECK(rows.value()[0].line == 2);
    CHECK(rows.value()[1].line == 4);
    CHECK(rows.value()[1].fields["completion"] == "");
}

TEST_CASE("broken CSV is named by its line") {
    const auto where = [](const char* text) {
        std::vector<std::string> notes;
        return parseCsv(text, "x.csv", notes).error().context;
    };
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

TEST_CASE("a table is cut by the separator that its header shows, and says so") {
    const auto textOf = [](const char* text, std::string* note = nullptr) {
        std::vector<std::string> notes;
        const auto rows = parseCsv(text, "x.csv", notes);
        REQUIRE_MESSAGE(rows.ok(), formatError(rows.error()));
        if (note != nullptr) *note = notes.empty() ? "" : notes.front();
        return rows.value().at(0).fields.at("text").get<std::string>();
    };
    std::string note;
    CHECK(textOf("id,text\n1,\"a; b\"\n", &note) == "a; b");
    CHECK(note.empty());
    CHECK(textOf("id;text\n1;a, b\n", &note) == "a, b");
    CHECK(note == "x.csv: cells are separated by semicolon");
    CHECK(textOf("id\ttext\n1\ta, b; c\n", &note) == "a, b; c");
    CHECK(textOf("id|text\n1|a\n", &note) == "a");
    CHECK(textOf("sep=;\r\nid;text\r\n1;a\r\n", &note) == "a");
    CHECK(textOf("\"id, of it\";text\n1;a\n") == "a");
    CHECK(textOf("text\na; b\n") == "a; b");
}

TEST_CASE("columns without a name are left out of a table and counted") {
    std::vector<std::string> notes;
    const auto rows = parseCsv(",text\n0,one\n1,two\n", "x.csv", notes);
    REQUIRE(rows.ok());
    CHECK(rows.value().at(1).fields == Json{{"text", "two"}});
    CHECK(notes == std::vector<std::string>{"1 column without a name left out (x.csv:1)"});
    CHECK(parseCsv(",\n0,one\n", "x.csv", notes).error().context == "x.csv:1");
}

TEST_CASE("JSON lists and objects that hold one are read with the line of each element") {
    const auto read = [](const char* text, std::vector<std::string>* notes = nullptr) {
        std::vector<std::string> own;
        auto rows = parseJsonRecords(text, "x.json", notes != nullptr ? *notes : own);
        REQUIRE_MESSAGE(rows.ok(), formatError(rows.error()));
        return std::move(rows).value();
    };
    const auto list = read("[\n {\"text\": \"a, ]\\\"\"},\n {\"text\": \"b\", \"more\": [[1, {}], {}]},\n \"c\", null]\n");
    REQUIRE(list.size() == 4);
    CHECK(list[0].fields["text"] == "a, ]\"");
    CHECK(list[1].line == 3);
    CHECK(list[2].fields == Json{{"text", "c"}});
    CHECK(list[3].fields.is_null());
    CHECK(read("[]").empty());
    std::vector<std::string> notes;
    const auto inside = read("{\n \"version\": [1, 2],\n \"data\": [{\"text\": \"a\"},\n {\"text\": \"b\"}]\n}\n", &notes);
    REQUIRE(inside.size() == 2);
    CHECK(inside[1].line == 4);
    CHECK(notes.size() == 1);
    CHECK(read("{\"data\": [{\"text\": \"a\"}, {\"text\": \"b\"}]}").size() == 2);
    CHECK(read("{\n \"text\": \"one\",\n \"more\": [{\"a\": 1}]\n}\n").at(0).fields["text"] == "one");
    CHECK(read("{\"text\":\"a\"}\n{\"text\":\"b\"}\n").size() == 2);
}

TEST_CASE("broken JSON lists are named by the line of the element") {
    const auto where = [](const std::string& text) {
        std::vector<std::string> notes;
        return parseJsonRecords(text, "x.json", notes).error().context;
    };
    CHECK(where("[{\"text\": \"a\"},\n {\"text\": }]") == "x.json:2");
    CHECK(where("[{\"text\": \"a\"},\n\n 7]") == "x.json:3");
    CHECK(where("[{\"text\": \"a\"},\n {\"text\": \"b\"") == "x.json:2");
    CHECK(where("[{\"text\": \"a\"},\n]") == "x.json:2");
    CHECK(where("[{\"text\": \"a\"}]\n{}") == "x.json:2");
    CHECK(where("{\n\"a\": [{}],\n\"b\": [{}]}") == "x.json:3");
    CHECK(where("{\"text\": \"a\"}{\"text\": \"b\"}") == "x.json:1");
    CHECK(where("{\n\"a\": ") == "x.json:2");
    CHECK(where("[") == "x.json:1");
    CHECK(where("{\n") == "x.json:2");
}

TEST_CASE("what Python writes for numbers that are none is read as null, in texts it stays") {
    CHECK(parseRow(R"({"text":"NaN \" Infinity","a":NaN,"b":[-Infinity,Infinity]})", "x").value() ==
          Json{{"text", "NaN \" Infinity"}, {"a", nullptr}, {"b", {nullptr, nullptr}}});
    CHECK(parseRow(R"({"a":NaNo})", "x").error().code == ErrorCode::InvalidTask);
}

TEST_CASE("a row of 80,000 keys is read as fast as its length says, and reading stops on request") {
    std::string row = "{\"text\":\"a\"";
    for (int i = 0; i < 80'000; ++i) row += ",\"key " + std::to_string(i) + "\":1";
    CHECK(parseRow(row + "}", "x").value().size() == 80'001);
    std::stop_source source;
    source.request_stop();
    std::vector<std::string> notes;
    for (const char* text : {"[{}]", "{\"text\":\"a\"}"}) CHECK(parseJsonRecords(text, "x", notes, source.get_token()).error().code == ErrorCode::Cancelled);
    CHECK(parseCsv("text\na\n", "x", notes, source.get_token()).error().code == ErrorCode::Cancelled);
}

TEST_CASE("files of other kinds are named with what to do next") {
    const auto what = [](std::string_view text) { return checkText(text, "x").error(); };
    using namespace std::string_view_literals;
    for (const auto& [text, name] : std::vector<std::pair<std::string_view, const char*>>{
             {"\x1F\x8B\x08 ..."sv, "gzip"}, {"PK\x03\x04..."sv, "zip"}, {"PAR1..."sv, "Parquet"}, {"%PDF-1.4"sv, "PDF"}, {"\xFF\xFEh\0i\0"sv, "UTF-16"},
             {"h\0e\0l\0l\0o\0"sv, "UTF-16"}, {"version https://git-lfs.github.com/spec/v1\noid x\n"sv, "git-lfs pointer"}}) {
        CHECK(what(text).code == ErrorCode::UnsupportedFormat);
        CHECK(what(text).message.find(name) != std::string::npos);
        CHECK_FALSE(what(text).hint.empty());
    }
    CHECK(what("caf\xE9\n").hint.find("iconv") != std::string::npos);
}

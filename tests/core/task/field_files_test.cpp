// Files as people have them: every case here was refused, or read otherwise than it looks, before.
#include <algorithm>

#include "task_fixture.h"

using namespace tacq;
using namespace tacq::test;

namespace {

const std::string kStory = [] {
    std::string text;
    for (int i = 0; i < 60; ++i) text += "Once upon a time there was a little cat.\nThe cat liked milk.\n";
    return text;
}();
const std::string kRows = "{\"text\":\"One day a dog ran.\"}\n{\"text\":\"The ball was red.\"}\n";

bool mentions(const std::vector<std::string>& notes, const std::string& what) {
    return std::any_of(notes.begin(), notes.end(), [&](const std::string& note) { return note.find(what) != std::string::npos; });
}

std::vector<std::string> sorted(std::vector<std::string> texts) {
    std::sort(texts.begin(), texts.end());
    return texts;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
    return text;
}

}  // namespace

TEST_CASE("a byte order mark never counts, CR LF is told as tokens, and notes.md is text") {
    const Folder folder;
    const SampleOptions options = sampling(4, 64);
    const Calibration plain = calibrate(folder.write("plain.txt", kStory), options);
    CHECK(plain.notes.empty());
    CHECK(calibrate(folder.write("bom.txt", "\xEF\xBB\xBF" + kStory), options).rows == plain.rows);
    CHECK(calibrate(folder.write("notes.md", kStory), options).rows == plain.rows);
    CHECK(calibrate(folder.write("LOUD.TXT", kStory), options).rows == plain.rows);
    const Calibration windows = calibrate(folder.write("crlf.txt", replaced(kStory, "\n", "\r\n")), options);
    CHECK(windows.rows != plain.rows);
    CHECK(mentions(windows.notes, "120 line ends CR LF"));
    CHECK(mentions(calibrate(folder.write("cr.txt", replaced(kStory, "\n", "\r")), options).notes, "line ends CR:"));
    CHECK(mentions(calibrate(folder.write("rows.jsonl", R"({"text":"one\r\ntwo"})")).notes, "1 items of rows.jsonl hold CR"));
}

TEST_CASE("rows are read whatever the ending's capitals, as lines, as one list, or as a list inside an object") {
    const Folder folder;
    const auto expected = sorted(calibrate(folder.write("rows.jsonl", kRows)).texts);
    CHECK(expected.size() == 2);
    CHECK(sorted(calibrate(folder.write("ROWS.JSONL", kRows)).texts) == expected);
    CHECK(sorted(calibrate(folder.write("rows.ndjson", replaced(kRows, "\n", "\r\n"))).texts) == expected);
    CHECK(sorted(calibrate(folder.write("lines.json", kRows)).texts) == expected);
    CHECK(sorted(calibrate(folder.write("array.json", R"([{"text":"One day a dog ran."}, {"text":"The ball was red."}])")).texts) == expected);
    CHECK(sorted(calibrate(folder.write("array.jsonl", "\xEF\xBB\xBF[\"One day a dog ran.\",\n\"The ball was red.\"]")).texts) == expected);
    CHECK(sorted(calibrate(folder.write("inside.json", "{\n\"data\": [{\"text\":\"One day a dog ran.\"}, {\"text\":\"The ball was red.\"}]\n}")).texts) == expected);
}

TEST_CASE("NaN in a field nobody uses is no matter; null rows and empty cells are left out and counted") {
    const Folder folder;
    CHECK(calibrate(folder.write("nan.jsonl", kRows + "{\"text\":\"a line\",\"score\":NaN}\n")).texts.size() == 3);
    const Calibration made = calibrate(folder.write("null.jsonl", kRows + "{\"text\":null}\nnull\n{\"text\":\"\"}\n"));
    CHECK(made.texts.size() == 2);
    CHECK(mentions(made.notes, "3 rows without text left out (first null.jsonl:3)"));
    CHECK(mentions(calibrate(folder.write("gap.csv", "id,text\n1,one\n2,\n3,two\n")).notes, "1 row without text left out (gap.csv:3)"));
    CHECK(failure(folder.write("all.jsonl", "{\"text\":null}\n")).message.find("no row has text") != std::string::npos);
    CHECK(failure(folder.write("bad.jsonl", kRows + "{\"question\":\"q\",\"choices\":[\"a\"],\"answer\":7,\"context\":null}\n")).context == "bad.jsonl:3");
}

TEST_CASE("tables of other habits are read: an index, semicolons, tabs") {
    const Folder folder;
    CHECK(sorted(calibrate(folder.write("pandas.csv", ",text\n0,\"a, dog\"\n1,a cat\n")).texts) == std::vector<std::string>{"a cat", "a, dog"});
    const Calibration semicolons = calibrate(folder.write("semicolon.csv", "id;text\n0;a, dog\n"));
    CHECK(semicolons.texts == std::vector<std::string>{"a, dog"});
    CHECK(mentions(semicolons.notes, "separated by semicolon"));
    CHECK(calibrate(folder.write("table.tsv", "id\ttext\n0\ta, dog\n")).texts == std::vector<std::string>{"a, dog"});
}

TEST_CASE("a row of unknown fields names those it has, and other kinds of file are said to be not read") {
    const Folder folder;
    const Error fields = failure(folder.write("fields.jsonl", R"({"instruction":"Add.","output":"4"})"));
    CHECK(fields.message.find("the row has instruction, output") != std::string::npos);
    CHECK(fields.hint.find("fields.task.json") == std::string::npos);
    for (const auto& [name, what] : std::vector<std::pair<const char*, const char*>>{
             {"a.parquet", "Parquet"}, {"a.docx", "word processor"}, {"A.PDF", "PDF"}, {"a.jsonl.gz", "gzip"}, {"a.xlsx", "spreadsheet"}, {"a.weird", ".weird"}, {"plain", "without an ending"}}) {
        const Error error = failure(folder.write(name, "some bytes"));
        CHECK(error.code == ErrorCode::UnsupportedFormat);
        CHECK_MESSAGE(error.message.find(what) != std::string::npos, error.message);
        CHECK(error.message.find("not read") != std::string::npos);
        CHECK_FALSE(error.hint.empty());
    }
    CHECK(failure(folder.write("folder/x.txt", "x").substr(0, folder.path.string().size() + 7)).message == "a folder is not a task");
    CHECK(failure("no/such.JSONL").message == "no such task file");
}

TEST_CASE("a file that is there under the whole name wins over a mix, and a comma may be part of a mixed file's name") {
    const Folder folder;
    const std::string comma = folder.write("a,b.jsonl", kRows), colon = folder.write("part:0.5", kStory);
    CHECK(calibrate(comma).texts.size() == 2);
    CHECK(failure(colon).message.find(".5 are not read") != std::string::npos);
    CHECK(calibrate(folder.write("x:0.5,y:0.5.txt", kStory), sampling(2, 32)).rows.size() == 2);
    const Calibration mixed = calibrate(comma + ":0.5,tinystories:0.5", sampling(4, 32));
    CHECK(mixed.rows.size() >= 3);
    CHECK(failure("gsm8k,tinystories:0.3").code == ErrorCode::InvalidArgument);
}

TEST_CASE("a file whose name is no UTF-8 opens") {
    const Folder folder;
    CHECK(calibrate(folder.write("caf\xE9.jsonl", kRows)).texts.size() == 2);
}

TEST_CASE("making samples stops on request") {
    const Folder folder;
    std::stop_source source;
    source.request_stop();
    for (const std::string& task : {folder.write("plain.txt", kStory), folder.write("rows.jsonl", kRows), std::string("tinystories")})
        CHECK(makeCalibration(task, sampling(2, 32), environment(), sampleTokenizer(), 0, source.get_token()).error().code == ErrorCode::Cancelled);
}

// fetch and put: what crosses between machines is what lies on the disk, and nothing else can be asked for.
#include <doctest/doctest.h>

#include <cstring>
#include <fstream>
#include <map>

#include "protocol/fetch_parts.h"
#include "serve_driver.h"
#include "tacq/base/file_io.h"
#include "tacq/base/hash.h"
#include "tacq/store/saliency_artifact.h"

using namespace tacq;
using namespace tacq::test;
namespace fs = std::filesystem;

namespace {

const Json kElsewhere{{"witness", {{"path", "/no/such/witness"}, {"token", "t"}}}};

/// A small saliency in `workspace`; its key.
std::string makeSaliency(const fs::path& workspace) {
    Conversation c;
    c.say(request(1, "saliency", saliencyParams(2, 32)));
    c.hangUp();
    c.run(workspace);
    REQUIRE(c.end(1).contains("result"));
    return c.end(1).at("result").at("artifact").get<std::string>();
}

void ask(Conversation& c, const fs::path& workspace, const std::vector<std::string>& requests) {
    for (const std::string& one : requests) c.say(one);
    c.hangUp();
    c.run(workspace);
}

/// The frames of a request put together, part by part; checks that they follow one another without a gap.
std::map<std::string, std::string> partsOf(const Conversation& c, int id) {
    std::map<std::string, std::string> parts;
    for (const Answer& answer : c.answers) {
        if (answer.line.value("id", 0) != id || answer.line.value("event", "") != "frame") continue;
        std::string& part = parts[answer.line.at("part").get<std::string>()];
        CHECK(answer.line.at("offset").get<std::size_t>() == part.size());
        CHECK(answer.bytes.size() <= (1u << 20));
        part += answer.bytes;
        CHECK(part.size() <= answer.line.at("total").get<std::size_t>());
    }
    return parts;
}

std::string codeOf(const Json& end) { return end.at("error").at("code").get<std::string>(); }

}  // namespace

TEST_CASE("partNamesAreFileNamesOrRows") {
    for (const char* good : {"meta.json", "matrix-0003.safetensors", "a b"}) {
        REQUIRE(parsePart(good).ok());
        CHECK_FALSE(parsePart(good).value().rows);
    }
    const auto rows = parsePart("rows/delta/12/64-128");
    REQUIRE(rows.ok());
    CHECK(rows.value().rows->layer == MatrixLayer::Delta);
    CHECK(rows.value().rows->matrix == 12);
    CHECK(rows.value().rows->begin == 64);
    CHECK(rows.value().rows->end == 128);
    for (const char* bad : {"", ".", "..", "../meta.json", "a/b", "/etc/passwd", ".hidden", "a\\b", "rows/", "rows/score/1", "rows/score/1/5-5", "rows/score/1/6-5", "rows/score/-1/0-5",
                            "rows/other/1/0-5", "rows/score/x/0-5", "rows/score/1/0-5/", "rows/score/1/0-5x", "rows/score/99999999999999999999/0-5"})
        CHECK_MESSAGE(!parsePart(bad).ok(), bad);
}

TEST_CASE("fetchStreamsFilesAndRowsOfAnArtifact") {
    const Scratch scratch("fetch");
    const std::string key = makeSaliency(scratch.folder);
    const fs::path folder = scratch.folder / "artifacts" / key;
    Conversation c;
    ask(c, scratch.folder, {request(1, "hello", kElsewhere), request(2, "fetch", {{"artifact", key}, {"parts", {"meta.json", "matrix-0003.safetensors", "rows/gradient/3/2-5"}}})});
    CHECK(c.end(1).at("result").at("sharedFiles") == false);
    REQUIRE(c.end(2).contains("result"));
    const auto parts = partsOf(c, 2);
    REQUIRE(parts.size() == 3);
    for (const char* name : {"meta.json", "matrix-0003.safetensors"}) CHECK(parts.at(name) == readText(folder / name).value());
    const auto artifact = SaliencyArtifact::open(folder);
    REQUIRE(artifact.ok());
    const auto columns = static_cast<std::size_t>(artifact.value().meta().linears[3].columns);
    std::vector<float> rows(3 * columns), sent(3 * columns);
    REQUIRE(artifact.value().readRows(3, MatrixLayer::Gradient, 2, 5, rows).ok());
    REQUIRE(parts.at("rows/gradient/3/2-5").size() == rows.size() * sizeof(float));
    std::memcpy(sent.data(), parts.at("rows/gradient/3/2-5").data(), rows.size() * sizeof(float));
    CHECK(sent == rows);
    const Json end = c.end(2);
    for (const Json& part : end.at("result").at("parts")) {
        const std::string& bytes = parts.at(part.at("part").get<std::string>());
        CHECK(part.at("bytes") == bytes.size());
        CHECK(part.at("sha256") == sha256Hex(bytes));
    }
}

TEST_CASE("workspaceInfoSaysWhatArtifactsOfAModelSayOfThemselves") {
    const Scratch scratch("fetch-info");
    const std::string key = makeSaliency(scratch.folder);
    const auto artifact = SaliencyArtifact::open(scratch.folder / "artifacts" / key);
    REQUIRE(artifact.ok());
    const std::string identity = artifact.value().meta().modelIdentity;
    Conversation c;
    ask(c, scratch.folder, {request(1, "workspace-info", Json::object()), request(2, "workspace-info", {{"kind", "saliency"}, {"meta", true}, {"modelIdentity", identity}}),
                            request(3, "workspace-info", {{"kind", "saliency"}, {"modelIdentity", "another"}}), request(4, "workspace-info", {{"kind", "nothing"}})});
    const Json all = c.end(1).at("result").at("list");
    CHECK(all.size() > 1);
    for (const Json& one : all) CHECK_FALSE(one.contains("meta"));
    const Json listed = c.end(2).at("result").at("list");
    REQUIRE(listed.size() == 1);
    CHECK(listed[0].at("key") == key);
    const auto meta = saliencyMetaFromJson(listed[0].at("meta").dump(), key);
    REQUIRE(meta.ok());
    CHECK(meta.value().gradientKey == artifact.value().meta().gradientKey);
    CHECK(c.end(3).at("result").at("list").empty());
    CHECK(c.end(4).at("result").at("list").empty());
}

TEST_CASE("fetchAnswersWithAPathWhereFilesAreShared") {
    const Scratch scratch("fetch-shared");
    const std::string key = makeSaliency(scratch.folder);
    Conversation c;
    ask(c, scratch.folder, {request(2, "fetch", {{"artifact", key}, {"parts", {"meta.json"}}})});
    CHECK(c.end(2).at("result").at("path") == (scratch.folder / "artifacts" / key).string());
    CHECK(c.events(2, "frame") == 0);
}

TEST_CASE("fetchRefusesWhatIsNoPartOfAnArtifact") {
    const Scratch scratch("fetch-refuse");
    const std::string key = makeSaliency(scratch.folder);
    std::error_code ec;
    fs::create_symlink("/etc/hostname", scratch.folder / "artifacts" / key / "link", ec);
    const auto fetch = [&](int id, const Json& artifact, const Json& parts) { return request(id, "fetch", {{"artifact", artifact}, {"parts", parts}}); };
    Conversation c;
    ask(c, scratch.folder, {request(1, "hello", kElsewhere), fetch(2, key, {"../../workspace.sqlite"}), fetch(3, key, {"none"}), fetch(4, std::string(64, '0'), {"meta.json"}),
                                        fetch(5, "../" + key, {"meta.json"}), fetch(6, key, Json::array()), fetch(7, key, {3}), fetch(8, key, {"rows/score/99/0-1"}),
                                        fetch(9, key, {"rows/score/0/0-9999999"}), fetch(10, key, {"link"}), fetch(11, 7, {"meta.json"})});
    CHECK(codeOf(c.end(2)) == "invalid-argument");
    CHECK(codeOf(c.end(3)) == "not-found");
    CHECK(codeOf(c.end(4)) == "not-found");
    CHECK(codeOf(c.end(5)) != "");
    CHECK(codeOf(c.end(6)) == "invalid-argument");
    CHECK(codeOf(c.end(7)) == "invalid-argument");
    CHECK(codeOf(c.end(8)) == "invalid-argument");
    CHECK(codeOf(c.end(9)) == "invalid-argument");
    CHECK(codeOf(c.end(10)) == "not-found");
    CHECK(codeOf(c.end(11)) == "invalid-argument");
    for (int id = 2; id <= 11; ++id) CHECK(c.events(id, "frame") == 0);

    // What these would do elsewhere is not done here without a word.
    Conversation d;
    ask(d, scratch.folder, {request(1, "hello", kElsewhere), request(2, "fetch", {{"artifact", key}, {"parts", {"meta.json"}}}, "0123456789abcdef"), request(3, "fetch", {{"artifact", key}, {"parts", {"meta.json"}}, {"workspace", "/elsewhere"}}),
                            request(4, "put", {{"name", "a"}, {"text", "b"}, {"workspace", "/elsewhere"}})});
    for (int id = 2; id <= 4; ++id) CHECK(codeOf(d.end(id)) == "invalid-argument");
}

TEST_CASE("rowsOfOneRequestAreAtMostFourMebibytes") {
    const Scratch scratch("fetch-limit");
    const std::string key = makeSaliency(scratch.folder);
    Json parts = Json::array();
    // Matrix 0 is 64 × 64: 16 KiB; 256 times that is just 4 MiB.
    for (int i = 0; i < 257; ++i) parts.push_back("rows/weight/0/0-64");
    Conversation c;
    ask(c, scratch.folder, {request(1, "hello", kElsewhere), request(2, "fetch", {{"artifact", key}, {"parts", parts}})});
    CHECK(codeOf(c.end(2)) == "invalid-argument");
}

TEST_CASE("putStoresATextUnderItsHash") {
    const Scratch scratch("put");
    const std::string text = "{\"text\":\"ein Satz\"}\n\"quoted\"\t\xc3\xa4\n";
    Conversation c;
    ask(c, scratch.folder, {request(1, "put", {{"name", "mine.jsonl"}, {"text", text}}), request(2, "put", {{"name", "mine.jsonl"}, {"text", text}}),
                                        request(3, "put", {{"name", "../x"}, {"text", text}}), request(4, "put", {{"name", ".."}, {"text", text}}), request(5, "put", {{"text", text}}),
                                        request(6, "put", {{"name", std::string(201, 'x')}, {"text", text}})});
    REQUIRE(c.end(1).contains("result"));
    const fs::path path = c.end(1).at("result").at("path").get<std::string>();
    CHECK(path == scratch.folder / "uploads" / sha256Hex(text) / "mine.jsonl");
    CHECK(readText(path).value() == text);
    CHECK(c.end(2).at("result") == c.end(1).at("result"));
    for (int id = 3; id <= 6; ++id) CHECK(codeOf(c.end(id)) == "invalid-argument");
}

TEST_CASE("putTakesBytesAsBase64") {
    const Scratch scratch("put-bytes");
    // RFC 4648, section 10, and bytes that are no UTF-8.
    const std::vector<std::pair<std::string, std::string>> cases{{"", ""}, {"Zg==", "f"}, {"Zm8=", "fo"}, {"Zm9v", "foo"}, {"Zm9vYmFy", "foobar"}, {"/+8A", std::string("\xff\xef\0", 3)}};
    for (const auto& [code, bytes] : cases) {
        Conversation c;
        ask(c, scratch.folder, {request(1, "put", {{"name", "b"}, {"base64", code}})});
        REQUIRE(c.end(1).contains("result"));
        CHECK(readText(c.end(1).at("result").at("path").get<std::string>()).value() == bytes);
    }
    Conversation c;
    ask(c, scratch.folder, {request(1, "put", {{"name", "b"}, {"base64", "abc"}}), request(2, "put", {{"name", "b"}, {"base64", "ab!="}}), request(3, "put", {{"name", "b"}, {"base64", "Zg==Zg=="}})});
    for (int id = 1; id <= 3; ++id) CHECK(codeOf(c.end(id)) == "invalid-argument");
}

TEST_CASE("aFileThatShrankWhileItWasKeptOpenIsNobodyElsesErrorAndIsReadAgainOnceItIsBack") {
    const Scratch scratch("fetch-lost");
    const std::string key = makeSaliency(scratch.folder);
    const std::string gradientKey = SaliencyArtifact::open(scratch.folder / "artifacts" / key).value().meta().gradientKey;
    const fs::path gradient = scratch.folder / "artifacts" / gradientKey / "gradient.safetensors";
    const std::string whole = readText(gradient).value();
    const auto rows = [&](int id) { return request(id, "fetch", {{"artifact", key}, {"parts", {"rows/gradient/3/2-5"}}}); };
    Conversation c([&](Conversation& talk, const Json& line) {
        if (line.contains("event")) return;
        const int id = line.value("id", 0);
        if (id == 2) {
            fs::resize_file(gradient, whole.size() - 4);
            talk.say(rows(3));
            // Looks at the size of every file that it has mapped before it keeps what it made.
            talk.say(request(4, "saliency", saliencyParams(1, 32)));
        }
        if (id == 4) {
            std::ofstream(gradient, std::ios::binary) << whole;
            talk.say(rows(5));
        }
        if (id == 5) talk.hangUp();
    });
    c.say(request(1, "hello", kElsewhere));
    c.say(rows(2));
    c.run(scratch.folder);
    REQUIRE(c.end(2).contains("result"));
    REQUIRE(c.end(3).contains("error"));
    CHECK(c.end(3).at("error").at("context") == gradient.string());
    CHECK_MESSAGE(c.end(4).contains("result"), dumpJson(c.end(4)));
    REQUIRE_MESSAGE(c.end(5).contains("result"), dumpJson(c.end(5)));
    CHECK(partsOf(c, 5) == partsOf(c, 2));
}

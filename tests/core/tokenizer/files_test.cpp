// Tokenizers that come in other files than one tokenizer.json, against the ids of sentencepiece and transformers (tests/data/tokenizer/files).
#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "base/json.h"
#include "tacq/base/file_io.h"
#include "tacq/tokenizer/tokenizer.h"
#include "test_paths.h"

using namespace tacq;
namespace fs = std::filesystem;

namespace {

const fs::path kData = fs::path(tacq::paths::testData()) / "tokenizer";

std::string textAt(const fs::path& path) {
    auto text = readText(path);
    REQUIRE(text.ok());
    return std::move(text).value();
}

Json jsonAt(const fs::path& path) {
    auto json = parseJson(textAt(path), path.string());
    REQUIRE(json.ok());
    return std::move(json).value();
}

/// A copy of a folder of the test data, completed with what its golden was made from.
struct Folder {
    fs::path path;
    explicit Folder(const std::string& name) : path(fs::temp_directory_path() / ("tacq-tokenizer-" + std::to_string(::getpid()) + "-" + name)) {
        fs::remove_all(path);
        fs::create_directories(path);
        if (fs::exists(kData / "files" / name)) fs::copy(kData / "files" / name, path);
    }
    ~Folder() { fs::remove_all(path); }
    void write(const std::string& name, const std::string& text) const { std::ofstream(path / name, std::ios::binary) << text; }
};

/// vocab.json and merges.txt of a tokenizer.json.
void writePair(const Folder& folder, const Json& tokenizer) {
    folder.write("vocab.json", dumpJson(tokenizer["model"]["vocab"]));
    std::string merges = "#version: 0.2\n";
    for (const Json& merge : tokenizer["model"]["merges"])
        merges += merge.is_string() ? merge.get<std::string>() + "\n" : merge[0].get<std::string>() + " " + merge[1].get<std::string>() + "\n";
    folder.write("merges.txt", merges);
}

Folder completed(const std::string& name) {
    Folder folder(name);
    const Json fast = jsonAt(kData / "gpt2.json")["tokenizer"];
    if (name.starts_with("pair_")) writePair(folder, fast);
    else if (!fs::exists(folder.path / "tokenizer.model")) folder.write("tokenizer.json", dumpJson(fast));
    return folder;
}

Tokenizer require(Result<Tokenizer> made) {
    if (!made.ok()) FAIL(formatError(made.error()));
    return std::move(made).value();
}

Error failure(const Folder& folder) {
    const auto made = Tokenizer::open(folder.path);
    REQUIRE_FALSE(made.ok());
    return made.error();
}

}  // namespace

TEST_CASE("SentencePiece models, vocabulary pairs and tokens that other files add give the ids of sentencepiece and transformers") {
    const Json golden = jsonAt(kData / "files" / "golden.json");
    for (const Json& entry : golden["folders"]) {
        const auto name = entry["folder"].get<std::string>();
        CAPTURE(name);
        const Folder folder = completed(name);
        const Tokenizer tokenizer = require(Tokenizer::open(folder.path));
        for (std::size_t i = 0; i < golden["texts"].size(); ++i) {
            CAPTURE(golden["texts"][i].get<std::string>());
            const auto ids = tokenizer.encode(golden["texts"][i].get<std::string>());
            REQUIRE(ids.ok());
            CHECK(Json(ids.value()) == entry["ids"][i]);
        }
        CHECK(tokenizer.notes().size() == (name == "renumbered" ? 2 : 0));
        if (name == "renumbered") CHECK(tokenizer.notes()[0].code == "added-token-renumbered");
    }
}

TEST_CASE("the files of a tokenizer open by their own names, too") {
    const Folder model = completed("spm"), pair = completed("pair_gpt2");
    const std::string text = "Once upon a time";
    CHECK(require(Tokenizer::open(model.path / "tokenizer.model")).encode(text).value() == require(Tokenizer::open(model.path)).encode(text).value());
    CHECK(require(Tokenizer::open(pair.path / "vocab.json")).encode(text).value() == require(Tokenizer::open(pair.path)).encode(text).value());
    CHECK(require(Tokenizer::open(model.path)).addsBos());
    CHECK(require(Tokenizer::open(model.path)).decode(require(Tokenizer::open(model.path)).encode("a  b\n").value(), true).value() == "a  b\n");
}

TEST_CASE("a vocabulary pair without a known class is cut as GPT-2 does, with a note") {
    const Folder folder = completed("pair_gpt2");
    const auto expected = require(Tokenizer::open(folder.path)).encode("it's 12 o'clock").value();
    folder.write("tokenizer_config.json", R"({"tokenizer_class":"OddTokenizer"})");
    const Tokenizer odd = require(Tokenizer::open(folder.path));
    CHECK(odd.encode("it's 12 o'clock").value() == expected);
    REQUIRE(odd.notes().size() == 1);
    CHECK(odd.notes()[0].text.find("OddTokenizer") != std::string::npos);
    fs::remove(folder.path / "tokenizer_config.json");
    CHECK(require(Tokenizer::open(folder.path)).notes()[0].code == "pre-tokenizer-guessed");
}

TEST_CASE("what does not make a tokenizer is named with what to do next") {
    const auto with = [](const std::map<std::string, std::string>& files) {
        const Folder folder("broken");
        for (const auto& [name, text] : files) folder.write(name, text);
        return failure(folder);
    };
    const Error onlyConfig = with({{"tokenizer_config.json", "{}"}});
    CHECK(onlyConfig.code == ErrorCode::NotFound);
    CHECK(onlyConfig.message.find("only tokenizer_config.json here") != std::string::npos);
    CHECK(with({{"vocab.json", "{}"}}).message.find("vocab.json") != std::string::npos);
    CHECK(with({}).hint.find("tokenizer.model") != std::string::npos);
    CHECK(with({{"tokenizer.model", "IQ== 0\nIg== 1\n"}}).message.find("tiktoken") != std::string::npos);
    CHECK(with({{"tokenizer.model", "no protobuf at all"}}).code == ErrorCode::InvalidFile);
    CHECK(with({{"tokenizer.json", "version https://git-lfs.github.com/spec/v1\noid sha256:ab\nsize 1\n"}}).message.find("git-lfs pointer") != std::string::npos);
    CHECK(with({{"tokenizer.json", "<!DOCTYPE html>"}}).message.find("web page") != std::string::npos);
    CHECK(with({{"tokenizer.json", "{"}}).context.ends_with("broken: tokenizer.json"));
    CHECK(with({{"tokenizer.json", "{}"}, {"tokenizer_config.json", "["}}).context.ends_with("broken: tokenizer_config.json"));
    CHECK(with({{"vocab.json", R"({"a":0})"}, {"merges.txt", "#version: 0.2\na b c\n"}}).context.find("merges.txt:2") != std::string::npos);
    CHECK(with({{"vocab.json", R"({"a":"b"})"}, {"merges.txt", ""}}).code == ErrorCode::InvalidFile);
    CHECK(with({{"tokenizer.json", R"({"model":{"type":"Unigram","vocab":[]}})"}}).code == ErrorCode::UnsupportedFormat);
    CHECK(with({{"tokenizer.json", R"({"model":{"type":"WordPiece","vocab":{"a":0}}})"}}).message.find("WordPiece") != std::string::npos);
}

TEST_CASE("SentencePiece models of other kinds are refused by name") {
    // field 2 (trainer) { model_type 1 }, field 1 (piece) { "a" }
    const std::string piece("\x0A\x03\x0A\x01" "a", 5), unigram("\x12\x02\x18\x01", 4), bpe("\x12\x02\x18\x02", 4);
    const auto message = [](const std::string& bytes) {
        const Folder folder("other");
        folder.write("tokenizer.model", bytes);
        return failure(folder).message;
    };
    CHECK(message(piece + unigram).find("unigram") != std::string::npos);
    CHECK(message(piece + bpe + std::string("\x1A\x0E\x0A\x08nmt_nfkc\x12\x02xx", 16)).find("nmt_nfkc") != std::string::npos);
    CHECK(message(piece + bpe).find("spaces") != std::string::npos);
}

TEST_CASE("cancelling ends the tokenization of one long word and of a long text") {
    const Tokenizer tokenizer = require(Tokenizer::open(fs::path(tacq::paths::resources()) / "sample" / "stories260K"));
    std::stop_source source;
    source.request_stop();
    EncodeOptions options;
    options.stop = source.get_token();
    CHECK(tokenizer.encode(std::string(1 << 20, 'a'), options).error().code == ErrorCode::Cancelled);
    CHECK(tokenizer.encode("Once upon a time", options).error().code == ErrorCode::Cancelled);
}

TEST_CASE("ids that are no token ids are said to be none, whatever number they are") {
    const Json fast = jsonAt(kData / "gpt2.json")["tokenizer"];
    for (const char* id : {"1e300", "-1e300", "-1", "18446744073709551615", "4294967296", "0.5"}) {
        CAPTURE(id);
        const Folder folder("ids");
        Json tokenizer = fast;
        tokenizer["added_tokens"] = parseJson("[{\"content\":\"<new>\",\"special\":true,\"id\":" + std::string(id) + "}]", "t").value();
        folder.write("tokenizer.json", dumpJson(tokenizer));
        folder.write("special_tokens_map.json", "{\"additional_special_tokens\":[{\"content\":\"<more>\",\"id\":" + std::string(id) + "}]}");
        folder.write("added_tokens.json", "{\"<third>\":" + std::string(id) + "}");
        const Tokenizer opened = require(Tokenizer::open(folder.path));
        CHECK(opened.encode("<new><more>").value().size() == 2);
        REQUIRE(opened.notes().size() == 1);
        CHECK(opened.notes()[0].text.find("<more>") != std::string::npos);
        CHECK(opened.notes()[0].text.find("an id out of range") != std::string::npos);
    }
}

TEST_CASE("tens of thousands of described special tokens and of keys take time that follows their number") {
    constexpr int kMany = 80'000;
    Json tokenizer = jsonAt(kData / "gpt2.json")["tokenizer"];
    std::string special = "{", single = "[", map = "{";
    for (int i = 0; i < kMany; ++i) {
        const std::string name = std::to_string(i) + std::string(24, 'x'), comma = i ? "," : "";
        special += comma + "\"" + name + "\":{\"id\":\"" + name + "\",\"ids\":[" + std::to_string(i % 100) + "]}";
        single += comma + "{\"SpecialToken\":{\"id\":\"" + name + "\"}}";
        map += comma + "\"" + name + "\":0";
    }
    const Folder folder("many");
    tokenizer["post_processor"] = {{"type", "TemplateProcessing"}, {"single", "SINGLE"}, {"special_tokens", "SPECIAL"}};
    std::string text = dumpJson(tokenizer);
    text.replace(text.find("\"SINGLE\""), 8, single + ",{\"Sequence\":{\"id\":\"A\"}}]");
    text.replace(text.find("\"SPECIAL\""), 9, special + "}");
    folder.write("tokenizer.json", text);
    folder.write("special_tokens_map.json", map + "}");
    folder.write("tokenizer_config.json", map + "}");
    const Tokenizer opened = require(Tokenizer::open(folder.path));   // by walking, 3 · 10^9 comparisons of long names each
    CHECK(opened.encode("a").value().size() == kMany + 1);
}

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "tacq/tokenizer/tokenizer.h"
#include "tokenizer/regex.h"

using namespace tacq;

namespace {

using Ids = std::vector<std::int32_t>;

/// A tokenizer of the letters a to d, "ab" and "abc", a space and one special token; `extra` replaces or adds members.
std::string tiny(const std::string& model = "", const std::string& members = "") {
    return R"({"added_tokens":[{"id":9,"content":"<x>","special":true,"normalized":false}],"model":{"type":"BPE",)" + model +
           R"("vocab":{"a":0,"b":1,"c":2,"d":3," ":4,"ab":5,"abc":6,"<x>":9},"merges":["a b","ab c"]})" + members + "}";
}

ErrorCode codeOf(const std::string& json) {
    const auto made = Tokenizer::fromJson(json);
    REQUIRE_FALSE(made.ok());
    return made.error().code;
}

Ids encode(const std::string& json, const std::string& text, const EncodeOptions& options = {}) {
    const auto made = Tokenizer::fromJson(json);
    if (!made.ok()) FAIL(formatError(made.error()));
    const auto ids = made.value().encode(text, options);
    REQUIRE(ids.ok());
    return ids.value();
}

}  // namespace

TEST_CASE("merges apply by rank and the leftmost first") {
    CHECK(encode(tiny(), "abcab") == Ids{6, 5});
    CHECK(encode(tiny(), "a<x>b") == Ids{0, 9, 1});
    EncodeOptions plain;
    plain.parseSpecial = false;
    CHECK(encode(tiny(), "ab<x>", plain) == Ids{5});  // characters outside the vocabulary vanish without an unk token
}

TEST_CASE("text that is not UTF-8 is refused with the byte") {
    const auto tokenizer = Tokenizer::fromJson(tiny());
    const auto ids = tokenizer.value().encode("ab\xFF");
    REQUIRE_FALSE(ids.ok());
    CHECK(ids.error().code == ErrorCode::InvalidArgument);
    CHECK(ids.error().hint.find("byte 2") != std::string::npos);
}

TEST_CASE("ids outside the vocabulary are refused by decode") {
    const auto tokenizer = Tokenizer::fromJson(tiny());
    for (const std::int32_t id : {-1, 7, 10, 1 << 30}) CHECK(tokenizer.value().decode(Ids{id}).error().code == ErrorCode::InvalidArgument);
    CHECK(tokenizer.value().decode(Ids{6, 9}, true).ok());
}

TEST_CASE("BOS follows the tokenizer, is left out, or is forced") {
    const std::string json = tiny();
    const auto tokenizer = Tokenizer::fromJson(json, R"({"bos_token":{"content":"<x>"},"add_bos_token":true})");
    REQUIRE(tokenizer.ok());
    EncodeOptions options;
    CHECK(tokenizer.value().encode("a", options).value() == Ids{9, 0});
    options.bos = EncodeOptions::Bos::Never;
    CHECK(tokenizer.value().encode("a", options).value() == Ids{0});
    const auto silent = Tokenizer::fromJson(json, R"({"bos_token":"<x>","add_bos_token":false})");
    CHECK(silent.value().encode("a").value() == Ids{0});
    options.bos = EncodeOptions::Bos::Always;
    CHECK(silent.value().encode("a", options).value() == Ids{9, 0});
    CHECK(tokenizer.value().encode("a", options).value() == Ids{9, 0});
    CHECK(Tokenizer::fromJson(json).value().encode("a", options).error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("broken tokenizer files are InvalidFile") {
    CHECK(codeOf("") == ErrorCode::InvalidFile);
    CHECK(codeOf("[1,2") == ErrorCode::InvalidFile);
    CHECK(codeOf("{}") == ErrorCode::InvalidFile);
    CHECK(codeOf(R"({"model":{"type":"BPE","vocab":{"a":0,"a":1},"merges":[]}})") == ErrorCode::InvalidFile);
    CHECK(codeOf(R"({"model":{"type":"BPE","vocab":{"a":0,"b":0},"merges":[]}})") == ErrorCode::InvalidFile);
    CHECK(codeOf(R"({"model":{"type":"BPE","vocab":{"a":4000000000},"merges":[]}})") == ErrorCode::InvalidFile);
    CHECK(codeOf(R"({"model":{"type":"BPE","vocab":{"a":-1},"merges":[]}})") == ErrorCode::InvalidFile);
    CHECK(codeOf(R"({"model":{"type":"BPE","vocab":{"a":0},"merges":["a b"]}})") == ErrorCode::InvalidFile);
    CHECK(codeOf(R"({"model":{"type":"BPE","vocab":{"a":0},"merges":[["a"]]}})") == ErrorCode::InvalidFile);
    CHECK(codeOf(R"({"model":{"type":"BPE","vocab":{"a":0},"merges":[[["a"]]]}})") == ErrorCode::InvalidFile);
    CHECK(codeOf(R"({"model":{"type":"BPE","unk_token":"?","vocab":{"a":0},"merges":[]}})") == ErrorCode::InvalidFile);
    CHECK(codeOf(tiny("", R"(,"pre_tokenizer":{"type":"Split","behavior":"Isolated"})")) == ErrorCode::InvalidFile);
    CHECK(codeOf(tiny("", R"(,"post_processor":{"type":"TemplateProcessing","single":[{"SpecialToken":{"id":"?"}}]})")) == ErrorCode::InvalidFile);
    CHECK(codeOf(std::string(100000, '[')) == ErrorCode::InvalidFile);
    CHECK(codeOf(tiny(R"("fuse_unk":3,)")) == ErrorCode::InvalidFile);
}

TEST_CASE("what is not supported is named") {
    const std::vector<std::string> members = {R"(,"pre_tokenizer":{"type":"BertPreTokenizer"})", R"(,"normalizer":{"type":"Precompiled"})",
                                              R"(,"decoder":{"type":"WordPiece"})", R"(,"post_processor":{"type":"Nope"})",
                                              R"(,"pre_tokenizer":{"type":"Split","pattern":{"Regex":"(("},"behavior":"Isolated"})"};
    for (const auto& member : members) CHECK(codeOf(tiny("", member)) == ErrorCode::UnsupportedFormat);
    const auto made = Tokenizer::fromJson(R"({"model":{"type":"Unigram","vocab":{}}})");
    CHECK(made.error().code == ErrorCode::UnsupportedFormat);
    CHECK(made.error().message.find("Unigram") != std::string::npos);
}

TEST_CASE("patterns that the two regex engines read differently are refused") {
    for (const char* pattern : {"[a[bc]]", "[a-z&&b]", "a{1,2}+", "(?m:a)"}) CHECK_FALSE(translatePattern(pattern).ok());
    CHECK(translatePattern(R"([^\r\n\p{L}\p{N}]?\p{L}+)").ok());
}

TEST_CASE("an explosive pattern ends with an error, not with a hang") {
    const auto made = Tokenizer::fromJson(tiny("", R"(,"pre_tokenizer":{"type":"Split","pattern":{"Regex":"(a|aa)+[bc]"},"behavior":"Isolated"})"));
    REQUIRE(made.ok());
    const auto ids = made.value().encode(std::string(200, 'a'));
    REQUIRE_FALSE(ids.ok());
    CHECK(ids.error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("a megabyte of one letter takes no time that grows with its square") {
    std::string vocab = R"("a":0)", merges, piece = "a";
    for (int i = 1; i < 12; ++i) {
        merges += std::string(i > 1 ? "," : "") + "[\"" + piece + "\",\"" + piece + "\"]";
        piece += piece;
        vocab += ",\"" + piece + "\":" + std::to_string(i);
    }
    const auto made = Tokenizer::fromJson(R"({"model":{"type":"BPE","vocab":{)" + vocab + R"(},"merges":[)" + merges + "]}}");
    REQUIRE(made.ok());
    const auto start = std::chrono::steady_clock::now();
    const auto ids = made.value().encode(std::string(1 << 20, 'a'));
    CHECK(ids.value().size() == 512);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(30));
}

TEST_CASE("one tokenizer serves several threads at once") {
    const auto made = Tokenizer::fromJson(tiny("", R"(,"pre_tokenizer":{"type":"Split","pattern":{"Regex":"\\s+|\\w+"},"behavior":"Isolated"})"));
    REQUIRE(made.ok());
    std::vector<Ids> results(4);
    {
        std::vector<std::jthread> threads;
        for (auto& result : results)
            threads.emplace_back([&] { for (int i = 0; i < 200; ++i) result = made.value().encode("abc ab abcd a").value(); });
    }
    for (const auto& result : results) CHECK(result == Ids{6, 4, 5, 4, 6, 3, 4, 0});
}

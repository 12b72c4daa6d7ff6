#include <doctest/doctest.h>

#include "base/json.h"
#include "checkpoint/gguf/spm_merges.h"
#include "gguf_builder.h"
#include "tacq/checkpoint/gguf.h"
#include "test_paths.h"

using namespace tacq;

namespace {

Result<GgufFile> open(const test::TemporaryFolder& folder, const test::GgufBuilder& gguf) {
    test::writeFile(folder / "v.gguf", gguf.bytes());
    return GgufFile::open(folder / "v.gguf");
}

test::GgufBuilder byteLevel(const std::string& pre) {
    test::GgufBuilder gguf;
    gguf.string("general.architecture", "llama").string("tokenizer.ggml.model", "gpt2").string("tokenizer.ggml.pre", pre);
    gguf.strings("tokenizer.ggml.tokens", {"<s>", "a", "b", "ab", "<user>", "[PAD5]"}).strings("tokenizer.ggml.merges", {"a b"});
    gguf.numbers<std::int32_t>("tokenizer.ggml.token_type", 5, {3, 1, 1, 1, 4, 5}).u32("tokenizer.ggml.bos_token_id", 0).u32("tokenizer.ggml.eos_token_id", 99);
    return gguf;
}

Json tokenizer(const test::TemporaryFolder& folder, const test::GgufBuilder& gguf) {
    const auto file = open(folder, gguf);
    REQUIRE(file.ok());
    const auto text = file.value().tokenizerJson();
    if (!text.ok()) FAIL(formatError(text.error()));
    REQUIRE(text.value().has_value());
    return parseJson(*text.value(), "tokenizer.json").value();
}

}  // namespace

TEST_CASE("a byte-level vocabulary becomes a tokenizer.json with added tokens by type and without fillers") {
    const test::TemporaryFolder folder;
    const Json json = tokenizer(folder, byteLevel("smollm"));
    CHECK(json["model"]["vocab"].size() == 5);
    CHECK(json["model"]["vocab"]["ab"] == 3);
    CHECK(json["model"]["merges"] == Json::parse(R"([["a","b"]])"));
    REQUIRE(json["added_tokens"].size() == 2);
    CHECK(json["added_tokens"][0]["special"] == true);
    CHECK(json["added_tokens"][1]["content"] == "<user>");
    CHECK(json["added_tokens"][1]["special"] == false);
    CHECK(json["pre_tokenizer"]["pretokenizers"][0]["type"] == "Digits");
    CHECK(json["post_processor"].is_null());
    CHECK(json["decoder"]["type"] == "ByteLevel");
}

TEST_CASE("the pre-tokenizer's name decides splits, normalization, merges and bos") {
    const test::TemporaryFolder folder;
    const Json llama3 = tokenizer(folder, byteLevel("llama-bpe"));
    CHECK(llama3["model"]["ignore_merges"] == true);
    CHECK(llama3["pre_tokenizer"]["pretokenizers"][0]["pattern"]["Regex"].get<std::string>().find("{1,3}") != std::string::npos);
    CHECK(llama3["post_processor"]["single"][0]["SpecialToken"]["id"] == "<s>");
    const Json qwen = tokenizer(folder, byteLevel("qwen2"));
    CHECK(qwen["normalizer"]["type"] == "NFC");
    CHECK(qwen["post_processor"].is_null());
    CHECK(tokenizer(folder, byteLevel("gpt-2"))["pre_tokenizer"]["use_regex"] == true);
    CHECK(tokenizer(folder, byteLevel("default"))["pre_tokenizer"]["type"] == "ByteLevel");
    CHECK(tokenizer(folder, byteLevel("llama-bpe").flag("tokenizer.ggml.add_bos_token", false))["post_processor"].is_null());
    const auto strange = open(folder, byteLevel("martian"));
    REQUIRE(strange.ok());
    CHECK(strange.value().tokenizerJson().error().code == ErrorCode::UnsupportedFormat);
}

TEST_CASE("tokenizer_config.json names the special tokens that exist") {
    const test::TemporaryFolder folder;
    const auto file = open(folder, byteLevel("smollm").string("tokenizer.chat_template", "{{x}}").u32("llama.context_length", 77));
    REQUIRE(file.ok());
    const Json json = parseJson(*file.value().tokenizerConfigJson(), "").value();
    CHECK(json["bos_token"] == "<s>");
    CHECK_FALSE(json.contains("eos_token"));  // id 99 is outside the vocabulary
    CHECK(json["chat_template"] == "{{x}}");
    CHECK(json["model_max_length"] == 77);
}

TEST_CASE("files without a tokenizer have none, and damaged or foreign ones are refused") {
    const test::TemporaryFolder folder;
    test::GgufBuilder none;
    none.string("general.architecture", "llama");
    const auto empty = open(folder, none);
    REQUIRE(empty.ok());
    CHECK_FALSE(empty.value().tokenizerJson().value().has_value());
    CHECK_FALSE(empty.value().tokenizerConfigJson().has_value());
    const auto code = [&](const test::GgufBuilder& gguf) {
        const auto file = open(folder, gguf);
        REQUIRE(file.ok());
        const auto text = file.value().tokenizerJson();
        REQUIRE_FALSE(text.ok());
        return text.error().code;
    };
    const auto with = [](const std::string& model) {
        test::GgufBuilder gguf;
        gguf.string("tokenizer.ggml.model", model);
        return gguf;
    };
    CHECK(code(with("bert").strings("tokenizer.ggml.tokens", {"a"})) == ErrorCode::UnsupportedFormat);
    CHECK(code(with("gpt2").strings("tokenizer.ggml.tokens", {"a"})) == ErrorCode::InvalidFile);
    CHECK(code(with("gpt2").strings("tokenizer.ggml.tokens", {"a"}).strings("tokenizer.ggml.merges", {"aa"})) == ErrorCode::InvalidFile);
    CHECK(code(with("llama").strings("tokenizer.ggml.tokens", {"a"})) == ErrorCode::InvalidFile);
    CHECK(code(with("llama").strings("tokenizer.ggml.tokens", {"a"}).numbers<float>("tokenizer.ggml.scores", 6, {NAN})) == ErrorCode::InvalidFile);
    CHECK(code(with("gpt2").strings("tokenizer.ggml.tokens", {"a"}).strings("tokenizer.ggml.merges", {}).numbers<std::int32_t>("tokenizer.ggml.token_type", 5, {1, 1})) == ErrorCode::InvalidFile);
}

TEST_CASE("of two equal tokens the first counts, the other keeps its id, and a note says so") {
    const test::TemporaryFolder folder;
    test::GgufBuilder gguf;
    gguf.string("tokenizer.ggml.model", "gpt2").string("tokenizer.ggml.pre", "gpt-2").strings("tokenizer.ggml.tokens", {"a", "b", "ab", "a", "b"});
    gguf.strings("tokenizer.ggml.merges", {"a b"});
    const Json json = tokenizer(folder, gguf);
    CHECK(json["model"]["vocab"]["a"] == 0);
    CHECK(json["model"]["vocab"]["ab"] == 2);
    CHECK(json["model"]["vocab"]["[EQUAL3]"] == 3);
    CHECK(json["model"]["vocab"].size() == 5);
    const auto notes = open(folder, gguf).value().tokenizerNotes();
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].code == "equal-tokens");
    CHECK(notes[0].text.find("2 tokens equal to an earlier one (\"a\" again as token 3)") != std::string::npos);
}

TEST_CASE("a vocabulary that does not name its splitter is recognised by what only its family has, or the guess is told") {
    const test::TemporaryFolder folder;
    std::vector<std::string> tokens(128'256);
    for (std::size_t id = 0; id < tokens.size(); ++id) tokens[id] = "t" + std::to_string(id);
    tokens[128'000] = "<|begin_of_text|>";
    test::GgufBuilder llama3;
    llama3.string("tokenizer.ggml.model", "gpt2").strings("tokenizer.ggml.tokens", tokens).strings("tokenizer.ggml.merges", {}).u32("tokenizer.ggml.bos_token_id", 128'000);
    const Json json = tokenizer(folder, llama3);
    CHECK(json["pre_tokenizer"]["pretokenizers"][0]["pattern"]["Regex"].get<std::string>().find("{1,3}") != std::string::npos);
    CHECK(json["model"]["ignore_merges"] == true);
    CHECK(json["post_processor"]["single"][0]["SpecialToken"]["id"] == "<|begin_of_text|>");
    auto notes = open(folder, llama3).value().tokenizerNotes();
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].text.find("Llama 3") != std::string::npos);
    test::GgufBuilder strange;
    strange.string("tokenizer.ggml.model", "gpt2").strings("tokenizer.ggml.tokens", {"a"}).strings("tokenizer.ggml.merges", {});
    CHECK(tokenizer(folder, strange)["pre_tokenizer"]["type"] == "ByteLevel");
    notes = open(folder, strange).value().tokenizerNotes();
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].code == "pre-tokenizer-guessed");
    CHECK(open(folder, byteLevel("smollm")).value().tokenizerNotes().empty());
}

TEST_CASE("a SentencePiece vocabulary becomes BPE with byte fallback, merges by score") {
    const test::TemporaryFolder folder;
    test::GgufBuilder gguf;
    gguf.string("tokenizer.ggml.model", "llama").strings("tokenizer.ggml.tokens", {"<unk>", "<s>", "<0x41>", "a", "b", "c", "ab", "bc", "abc", "s>", "<"});
    gguf.numbers<float>("tokenizer.ggml.scores", 6, {0, 0, 0, -9, -10, -11, -3, -2, -5, -12, -13}).numbers<std::int32_t>("tokenizer.ggml.token_type", 5, {2, 3, 6, 1, 1, 1, 1, 1, 1, 1, 1});
    gguf.u32("tokenizer.ggml.bos_token_id", 1).u32("tokenizer.ggml.unknown_token_id", 0);
    const Json json = tokenizer(folder, gguf);
    // bc (-2) before ab (-3) before the two ways to abc (-5): the longer left part first. No merge makes the control token <s>.
    CHECK(json["model"]["merges"] == Json::parse(R"([["b","c"],["a","b"],["ab","c"],["a","bc"]])"));
    CHECK(json["model"]["byte_fallback"] == true);
    CHECK(json["model"]["unk_token"] == "<unk>");
    CHECK(json["normalizer"]["normalizers"][0]["type"] == "Prepend");
    CHECK(json["post_processor"]["single"][0]["SpecialToken"]["id"] == "<s>");
    CHECK(tokenizer(folder, gguf.flag("tokenizer.ggml.add_space_prefix", false))["normalizer"]["type"] == "Replace");
}

TEST_CASE("merges cut between characters only") {
    const std::vector<std::string> pieces{"\xC3\xA9", "\xC3", "\xA9", "x", "x\xC3\xA9"};
    const std::vector<double> scores{0, 0, 0, 0, 1};
    const auto merges = spmMerges(pieces, scores, std::vector<bool>(5, true));
    REQUIRE(merges.size() == 1);
    CHECK(merges[0] == std::pair<std::size_t, std::size_t>{3, 0});
}

TEST_CASE("SmolLM2's tokenizer.json comes out of its GGUF unchanged") {
    const std::filesystem::path shared(tacq::paths::sharedData()), gguf = shared.parent_path().parent_path() / "smollm2" / "SmolLM2-135M-Instruct.Q4_1.gguf";
    if (!std::filesystem::exists(gguf) || !std::filesystem::exists(shared / "tokenizers")) {
        MESSAGE("SmolLM2 GGUF or shared data not found, skipped");
        return;
    }
    const auto file = GgufFile::open(gguf);
    REQUIRE(file.ok());
    // The unordered kind: key order is no part of the claim, and its maps are not searched from the front.
    const auto ours = nlohmann::json::parse(*file.value().tokenizerJson().value());
    const auto reference = nlohmann::json::parse(test::readFile(shared / "tokenizers/smollm2/tokenizer.json"));
    CHECK(ours == reference);
}

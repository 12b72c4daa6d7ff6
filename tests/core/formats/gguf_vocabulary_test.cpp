// Vocabularies of every family, written and read again: the same ids for the same texts.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "../checkpoint/tiny_model.h"
#include "base/json.h"
#include "formats/gguf/splitter_match.h"
#include "scratch.h"
#include "tacq/base/file_io.h"
#include "tacq/checkpoint/gguf.h"
#include "tacq/formats/exporter.h"
#include "tacq/tokenizer/tokenizer.h"
#include "test_paths.h"

using namespace tacq;
using tacq::test::Scratch;
namespace fs = std::filesystem;

namespace {

/// A tiny model with this vocabulary; tokenizer files are copied from `from` or written by the test.
fs::path modelWith(const fs::path& folder, std::int64_t tokens, const std::string& more = "") {
    const std::string config = R"({"architectures":["LlamaForCausalLM"],"model_type":"llama","vocab_size":)" + std::to_string(tokens) +
                               R"(,"hidden_size":8,"intermediate_size":8,"num_hidden_layers":1,"num_attention_heads":2,"num_key_value_heads":1,"max_position_embeddings":64,"torch_dtype":"float16","tie_word_embeddings":true)" +
                               more + "}";
    ::test::writeModel(folder, config, ::test::randomTensors(config, "F16"));
    return folder;
}

Result<fs::path> exported(const fs::path& model, const fs::path& out) {
    TACQ_TRY(Checkpoint opened, Checkpoint::open(model));
    const auto shared = std::make_shared<const Checkpoint>(std::move(opened));
    const RunContext context;
    return findExporter("gguf")->write({out, shared, {}, *shared, "", context}, {});
}

std::vector<std::string> texts() {
    return {"", "Hello, world!", "  spaces   and\n\n lines\t", "It's 12345 \xC2\xBD \xE2\x85\xAB apples", "\xE4\xBD\xA0\xE5\xA5\xBD \xF0\x9F\x98\x80 na\xC3\xAFve", "def f(x):\n    return x + 1\n",
            "<|im_start|>user\nHi<|im_end|>\n", "<|begin_of_text|><|eot_id|>", "don't WON'T I'LL", "\xEF\xBC\xA1 x\xCC\x81"};
}

void checkSameTokens(const fs::path& model, const fs::path& gguf) {
    const auto own = Tokenizer::open(model), theirs = Tokenizer::open(gguf);
    if (!theirs.ok()) FAIL(formatError(theirs.error()));
    for (const std::string& text : texts()) {
        CAPTURE(text);
        CHECK(own.value().encode(text).value() == theirs.value().encode(text).value());
    }
    // A tokenizer without one gets the configuration's, and does not put it in front.
    if (own.value().bosToken()) CHECK(own.value().bosToken() == theirs.value().bosToken());
    CHECK(own.value().eosToken() == theirs.value().eosToken());
    CHECK(own.value().addsBos() == theirs.value().addsBos());
    CHECK(own.value().chatTemplate() == theirs.value().chatTemplate());
}

Json minimal(const std::string& preTokenizer) {
    Json json = parseJson(R"({"version":"1.0","added_tokens":[{"id":4,"content":"<end>","special":true,"normalized":false},{"id":5,"content":"<name>","special":false,"normalized":false}],
        "normalizer":null,"post_processor":null,"decoder":{"type":"ByteLevel"},"model":{"type":"BPE","vocab":{"a":0,"b":1,"ab":2,"abab":3},"merges":["a b","ab ab"]}})", "test").value();
    json["pre_tokenizer"] = parseJson(preTokenizer, "test").value();
    return json;
}

}  // namespace

TEST_CASE("real vocabularies give the same ids from their GGUF") {
    const fs::path shared = fs::path(tacq::paths::sharedData()) / "tokenizers";
    for (const auto& [name, tokens] : {std::pair("llama3", 128256), std::pair("qwen3", 151936), std::pair("smollm2", 49152)}) {
        if (!fs::exists(shared / name)) continue;
        CAPTURE(name);
        const Scratch scratch(std::string("vocabulary-") + name);
        const fs::path model = modelWith(scratch.folder / "model", tokens);
        for (const char* file : {"tokenizer.json", "tokenizer_config.json", "chat_template.jinja"})
            if (fs::exists(shared / name / file)) fs::copy(shared / name / file, model / file);
        const auto out = exported(model, scratch.folder / "out");
        if (!out.ok()) FAIL(formatError(out.error()));
        checkSameTokens(model, out.value());
    }
}

TEST_CASE("a SentencePiece vocabulary gets scores that make its merges again") {
    const fs::path shared = fs::path(tacq::paths::sharedData()) / "tokenizers/ggml_vocab/ggml-vocab-llama-spm.gguf";
    if (!fs::exists(shared)) return;
    const auto source = GgufFile::open(shared);
    REQUIRE(source.ok());
    const Scratch scratch("vocabulary-spm");
    const fs::path model = modelWith(scratch.folder / "model", 32000);
    ::test::writeFile(model / "tokenizer.json", *source.value().tokenizerJson().value());
    ::test::writeFile(model / "tokenizer_config.json", *source.value().tokenizerConfigJson());
    const auto out = exported(model, scratch.folder / "out");
    if (!out.ok()) FAIL(formatError(out.error()));
    checkSameTokens(model, out.value());
    const auto file = GgufFile::open(out.value() / "model-F16.gguf");
    REQUIRE(file.ok());
    CHECK(*file.value().get<std::vector<std::string>>("tokenizer.ggml.tokens") == *source.value().get<std::vector<std::string>>("tokenizer.ggml.tokens"));
    CHECK(*file.value().get<std::vector<std::int64_t>>("tokenizer.ggml.token_type") == *source.value().get<std::vector<std::int64_t>>("tokenizer.ggml.token_type"));
    const Checkpoint opened = Checkpoint::open(model).value();
    CHECK(findExporter("gguf")->omits({opened, false, nullptr}, {}).value().empty());
}

TEST_CASE("tokens have their kinds, gaps their fillers, and the special ones their keys") {
    const Scratch scratch("vocabulary-kinds");
    const fs::path model = modelWith(scratch.folder / "model", 7, R"(,"bos_token_id":4,"eos_token_id":[4,5])");
    ::test::writeFile(model / "tokenizer.json", dumpJson(minimal(R"({"type":"ByteLevel","add_prefix_space":false,"trim_offsets":false,"use_regex":true})")));
    ::test::writeFile(model / "tokenizer_config.json", R"({"eos_token":"<end>","pad_token":{"content":"<end>"},"chat_template":"{{ x }}"})");
    const auto out = exported(model, scratch.folder / "out");
    if (!out.ok()) FAIL(formatError(out.error()));
    const auto file = GgufFile::open(out.value() / "model-F16.gguf");
    REQUIRE(file.ok());
    const auto& gguf = file.value();
    CHECK(*gguf.get<std::string>("tokenizer.ggml.model") == "gpt2");
    CHECK(*gguf.get<std::string>("tokenizer.ggml.pre") == "gpt-2");
    CHECK(*gguf.get<std::vector<std::string>>("tokenizer.ggml.tokens") == std::vector<std::string>{"a", "b", "ab", "abab", "<end>", "<name>", "[PAD6]"});
    CHECK(*gguf.get<std::vector<std::int64_t>>("tokenizer.ggml.token_type") == std::vector<std::int64_t>{1, 1, 1, 1, 3, 4, 5});
    CHECK(*gguf.get<std::vector<std::string>>("tokenizer.ggml.merges") == std::vector<std::string>{"a b", "ab ab"});
    CHECK(*gguf.get<std::int64_t>("tokenizer.ggml.eos_token_id") == 4);
    CHECK(*gguf.get<std::int64_t>("tokenizer.ggml.eot_token_id") == 5);
    CHECK(*gguf.get<std::int64_t>("tokenizer.ggml.padding_token_id") == 4);
    CHECK(*gguf.get<bool>("tokenizer.ggml.add_bos_token") == false);
    CHECK(*gguf.get<std::string>("tokenizer.chat_template") == "{{ x }}");
    CHECK(*gguf.get<std::string>("general.architecture") == "llama");
    CHECK(*gguf.get<std::int64_t>("general.file_type") == 1);
}

TEST_CASE("what GGUF has no name for is refused, as are tokens beyond the embedding") {
    const Scratch scratch("vocabulary-refused");
    const auto code = [&](const Json& tokenizer, std::int64_t tokens) {
        const fs::path model = modelWith(scratch.folder / "model", tokens);
        ::test::writeFile(model / "tokenizer.json", dumpJson(tokenizer));
        const auto out = exported(model, scratch.folder / "out");
        fs::remove_all(scratch.folder / "model");
        fs::remove_all(scratch.folder / "out");
        REQUIRE_FALSE(out.ok());
        return out.error().code;
    };
    CHECK(code(minimal(R"({"type":"ByteLevel","add_prefix_space":true})"), 8) == ErrorCode::UnsupportedFormat);
    Json strange = minimal(R"({"type":"Sequence","pretokenizers":[{"type":"Split","pattern":{"Regex":"x+"},"behavior":"Isolated"},{"type":"ByteLevel","add_prefix_space":false,"use_regex":false}]})");
    CHECK(code(strange, 8) == ErrorCode::UnsupportedFormat);
    Json lower = minimal(R"({"type":"ByteLevel","add_prefix_space":false})");
    lower["normalizer"] = {{"type", "NFKC"}};
    CHECK(code(lower, 8) == ErrorCode::UnsupportedFormat);
    CHECK(code(minimal(R"({"type":"ByteLevel","add_prefix_space":false})"), 5) == ErrorCode::InvalidFile);
}

TEST_CASE("a way of cutting text is known by what it does") {
    const Json gpt2 = parseJson(R"({"type":"Sequence","pretokenizers":[{"type":"ByteLevel","add_prefix_space":false,"trim_offsets":true}]})", "").value();
    CHECK(std::string(matchSplitter(gpt2, false, false)->name) == "gpt-2");
    for (const char* name : {"gpt-2", "smollm", "llama-bpe", "qwen2", "tekken"}) {
        const Splitter& splitter = *findSplitter(name);
        const Json own = parseJson(splitterText(splitter), "").value();
        CHECK(matchSplitter(own, splitter.ignoreMerges, splitter.nfc) == &splitter);
    }
    CHECK(matchSplitter(Json(), false, false) == nullptr);
}

TEST_CASE("a model without a tokenizer is written without one") {
    const Scratch scratch("vocabulary-none");
    const fs::path model = modelWith(scratch.folder / "model", 16);
    const auto out = exported(model, scratch.folder / "out");
    REQUIRE(out.ok());
    CHECK(*GgufFile::open(out.value() / "model-F16.gguf").value().get<std::string>("tokenizer.ggml.model") == "none");
    CHECK(Checkpoint::open(out.value()).ok());
}

// Ids of the Hugging Face `tokenizers` package: small tokenizers made for this suite, and the real ones where they are on this machine.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "base/json.h"
#include "tacq/base/file_io.h"
#include "tacq/tokenizer/tokenizer.h"
#include "test_paths.h"

using namespace tacq;
namespace fs = std::filesystem;

namespace {

using Ids = std::vector<std::int32_t>;

Tokenizer require(Result<Tokenizer> made) {
    if (!made.ok()) FAIL(formatError(made.error()));
    return std::move(made).value();
}

Ids encode(const Tokenizer& tokenizer, const std::string& text, const EncodeOptions& options = {}) {
    const auto ids = tokenizer.encode(text, options);
    REQUIRE(ids.ok());
    return ids.value();
}

EncodeOptions withoutBos() {
    EncodeOptions options;
    options.bos = EncodeOptions::Bos::Never;
    return options;
}

std::vector<std::string> splitText(const std::string& text, const std::string& separator) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0;;) {
        const std::size_t end = text.find(separator, begin);
        parts.push_back(text.substr(begin, end - begin));
        if (end == std::string::npos) return parts;
        begin = end + separator.size();
    }
}

/// `.inp` cases against the lines of `.out`.
void checkVectors(const Tokenizer& tokenizer, const fs::path& stem) {
    const auto input = readText(stem.string() + ".inp"), output = readText(stem.string() + ".out");
    REQUIRE(input.ok());
    REQUIRE(output.ok());
    auto cases = splitText(input.value(), "\n__ggml_vocab_test__\n");
    const auto lines = splitText(output.value(), "\n");
    std::size_t checked = 0;
    for (std::size_t i = 0; i < cases.size() && i < lines.size(); ++i) {
        if (i + 1 == cases.size() && cases[i].empty()) break;
        Ids wanted;
        std::istringstream numbers(lines[i]);
        for (std::int32_t id = 0; numbers >> id;) wanted.push_back(id);
        INFO("case ", i, ": ", cases[i]);
        CHECK(encode(tokenizer, cases[i], withoutBos()) == wanted);
        ++checked;
    }
    CHECK(checked > 40);
}

fs::path shared(const std::string& relative) { return fs::path(tacq::paths::sharedData()) / relative; }

}  // namespace

TEST_CASE("ids equal the tokenizers package's for every split, normaliser and added-token flag") {
    std::size_t files = 0;
    for (const auto& entry : fs::directory_iterator(fs::path(tacq::paths::testData()) / "tokenizer")) {
        if (entry.path().extension() != ".json") continue;
        ++files;
        const auto text = readText(entry.path());
        REQUIRE(text.ok());
        const auto golden = nlohmann::json::parse(text.value());
        const Tokenizer tokenizer = require(Tokenizer::fromJson(golden["tokenizer"].dump()));
        for (const auto& item : golden["cases"]) {
            const std::string sample = item["text"].get<std::string>();
            CAPTURE(entry.path().filename().string());
            CAPTURE(item["text"].dump());
            const Ids ids = item["ids"].get<Ids>();
            CHECK(encode(tokenizer, sample) == ids);
            EncodeOptions plain = withoutBos();
            plain.parseSpecial = false;
            CHECK(encode(tokenizer, sample, plain) == (item.contains("plain") ? item["plain"].get<Ids>() : ids));
        }
    }
    CHECK(files == 14);
}

TEST_CASE("the sample's tokenizer adds BOS, encodes by bytes where it must, and decodes to the same text") {
    const Tokenizer tokenizer = require(Tokenizer::open(fs::path(tacq::paths::resources()) / "sample" / "stories260K"));
    CHECK(tokenizer.vocabSize() == 512);
    CHECK(tokenizer.addsBos());
    CHECK(tokenizer.bosToken() == 1);
    CHECK(tokenizer.eosToken() == 2);
    CHECK(encode(tokenizer, "Once upon a time") == Ids{1, 403, 407, 261, 378});
    for (const std::string text : {"Once upon a time", " two  spaces ", "\xE4\xB8\xAD\xF0\x9F\x98\x80\n", "a", "\xC3\xA9\xCC\x81"}) {
        const auto back = tokenizer.decode(encode(tokenizer, text, withoutBos()));
        REQUIRE(back.ok());
        CHECK(back.value() == text);
    }
}

TEST_CASE("real vocabularies give the golden ids") {
    if (!fs::exists(shared("tokenizers"))) {
        MESSAGE("skipped: no shared data");
        return;
    }
    SUBCASE("SmolLM2") { checkVectors(require(Tokenizer::open(shared("tokenizers/smollm2"))), shared("tokenizers/smollm2/smollm2")); }
    SUBCASE("SmolLM2, the JSON goldens") {
        const Tokenizer tokenizer = require(Tokenizer::open(shared("tokenizers/smollm2/tokenizer.json")));
        const auto golden = nlohmann::json::parse(readText(shared("tokenizers/smollm2/golden.json")).value());
        for (const auto& item : golden["cases"]) CHECK(encode(tokenizer, item["text"].get<std::string>(), withoutBos()) == item["ids"].get<Ids>());
    }
    SUBCASE("Llama 3") { checkVectors(require(Tokenizer::open(shared("tokenizers/llama3"))), shared("tokenizers/ggml_vocab/ggml-vocab-llama-bpe.gguf")); }
    SUBCASE("GPT-2 from GGUF") {
        const auto file = shared("tokenizers/ggml_vocab/ggml-vocab-gpt-2.gguf");
        checkVectors(require(Tokenizer::open(file)), file);
    }
    SUBCASE("Llama SentencePiece from GGUF") {
        const auto file = shared("tokenizers/ggml_vocab/ggml-vocab-llama-spm.gguf");
        checkVectors(require(Tokenizer::open(file)), file);
    }
    SUBCASE("GPT-NeoX opens from GGUF") {
        const Tokenizer tokenizer = require(Tokenizer::open(shared("tokenizers/ggml_vocab/ggml-vocab-gpt-neox.gguf")));
        const auto ids = encode(tokenizer, "Hello  world", withoutBos());
        CHECK(tokenizer.decode(ids).value() == "Hello  world");
    }
}

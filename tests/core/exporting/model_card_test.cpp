#include <doctest/doctest.h>

#include <algorithm>

#include "exporting/foreign_text.h"
#include "tacq/exporting/export.h"

using namespace tacq;

TEST_CASE("theCardBeginsWithFrontMatterAndLeavesOutWhatIsUnknown") {
    CardFacts facts;
    facts.title = "small, 3-bit tacq";
    facts.baseModel = "a \"base\": model";
    facts.format = findExporter("hf");
    facts.method = "tacq";
    facts.bits = 3;
    facts.bitsPerWeight = 3.1;
    facts.kept = 35;
    facts.quantizableWeights = 10000;
    facts.toolVersion = "0.1.0";
    const std::string card = modelCard(facts);
    CHECK(card.starts_with("---\n"));
    CHECK(card.find("\n---\n") != std::string::npos);
    CHECK(card.find("base_model: \"a \\\"base\\\": model\"\n") != std::string::npos);
    CHECK(card.find("base_model_relation: quantized") != std::string::npos);
    CHECK(card.find("library_name: transformers") != std::string::npos);
    CHECK(card.find("- 3-bit\n") != std::string::npos);
    CHECK(card.find("license:") == std::string::npos);
    CHECK(card.find("35 of 10000 (0.35 %)") != std::string::npos);
    CHECK(modelCard(facts) == card);
}

TEST_CASE("foreignWordsAreOneLineWhateverTheyHold") {
    CHECK(oneLine("  Apache \r\n\t License\x1b[2J,\xE2\x80\xA8version 2 ") == "Apache License [2J, version 2");
    CHECK(oneLine("\xff" "a") == "\xEF\xBF\xBD" "a");
    CHECK(oneLine(std::string(500, 'x')) == std::string(200, 'x') + "\xE2\x80\xA6");
    CHECK(yamlScalar("apache-2.0") == "apache-2.0");
    CHECK(yamlScalar("TaCQ Workbench 0.1.0") == "TaCQ Workbench 0.1.0");
    for (const char* special : {"no", "NULL", "True", "1.0", "-", "~", "", "a: b", "a #b", "[a]", "*a", "!!x", "\"", "a\nb: c"}) {
        const std::string scalar = yamlScalar(special);
        CHECK_MESSAGE(scalar.front() == '"', special);
        CHECK(scalar.back() == '"');
        CHECK(scalar.find('\n') == std::string::npos);
    }
    CHECK(yamlQuoted("<b>") == "\"\\x3cb\\x3e\"");
    CHECK(yamlQuoted("a\\\"b") == "\"a\\\\\\\"b\"");
    CHECK(markdown("SmolLM2-135M_Instruct (v1.0)") == "SmolLM2-135M_Instruct (v1.0)");
    CHECK(markdown("<script>alert(1)</script>") == "&lt;script&gt;alert(1)&lt;/script&gt;");
    CHECK(markdown("# head *bold* _it_ [x](y) | `code` &amp; ~s~ $m$") == "\\# head \\*bold\\* \\_it\\_ \\[x\\](y) \\| \\`code\\` &amp;amp; \\~s\\~ \\$m\\$");
    CHECK(markdown("see https://x.example and www.x.example") == "see https&#58;//x.example and www&#46;x.example");
    CHECK(markdownCode("0a1b") == "`0a1b`");
    CHECK(markdownCode("a`<b>") == "a\\`&lt;b&gt;");
}

TEST_CASE("noTextOfAModelBecomesAKeyAHeadingOrATagOfItsCard") {
    const std::string evil = "mine\nlicense: mit\n---\n# Heading\n<script>alert(1)</script>\n| a | b |\n- item\n```\ncode";
    CardFacts plain, hostile;
    for (CardFacts* facts : {&plain, &hostile}) {
        const std::string word = facts == &plain ? "word" : evil;
        facts->title = facts->baseModel = facts->licence = facts->licenceName = facts->licenceLink = facts->taskName = facts->taskLicence = facts->method = facts->runKey = facts->modelIdentity = word;
        facts->languages = {word, word};
        facts->metrics = {{word, 1.5}};
        facts->format = findExporter("hf");
        facts->bits = 3;
        facts->samples = 4;
        facts->toolVersion = "0.1.0";
    }
    hostile.licence = plain.licence = "other";
    const std::string card = modelCard(hostile);
    // The same lines, the same markup: only what stands within them differs.
    CHECK(std::count(card.begin(), card.end(), '\n') == [&] { const std::string same = modelCard(plain); return std::count(same.begin(), same.end(), '\n'); }());
    CHECK(card.find("<script") == std::string::npos);
    CHECK(card.find("\nlicense: mit") == std::string::npos);
    CHECK(card.find("\n# Heading") == std::string::npos);
    CHECK(card.find("\n| a |") == std::string::npos);
}

TEST_CASE("aLicenceWithoutAnIdentifierIsOtherWithItsName") {
    CardFacts facts;
    facts.title = "t";
    facts.licence = "llama3.2";
    CHECK(modelCard(facts).find("\nlicense: llama3.2\n") != std::string::npos);
    facts.licence = "LLAMA 3.2 COMMUNITY LICENSE AGREEMENT\nLlama 3.2 Version Release Date: …";
    const std::string card = modelCard(facts);
    CHECK(card.find("\nlicense: other\nlicense_name: \"LLAMA 3.2 COMMUNITY LICENSE AGREEMENT Llama 3.2 Version Release Date: …\"\n") != std::string::npos);
    facts.licence = "other";
    facts.licenceName = "qwen";
    facts.licenceLink = "https://example.org/LICENSE";
    facts.languages = {"en", "no"};
    CHECK(modelCard(facts).find("\nlicense: other\nlicense_name: qwen\nlicense_link: \"https://example.org/LICENSE\"\nlanguage:\n- en\n- \"no\"\n") != std::string::npos);
}

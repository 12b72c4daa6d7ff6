#include <doctest/doctest.h>

#include "tacq/exporting/export.h"

using namespace tacq;

TEST_CASE("namesLaterFormatsAsLaterAndOthersAsUnknown") {
    CHECK(parseExportFormat("hf").value() == ExportFormat::HuggingFace);
    CHECK(parseExportFormat("tacq").value() == ExportFormat::Packed);
    CHECK(parseExportFormat("gguf").error().code == ErrorCode::UnsupportedFormat);
    CHECK(parseExportFormat("zip").error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("theCardBeginsWithFrontMatterAndLeavesOutWhatIsUnknown") {
    CardFacts facts;
    facts.title = "small, 3-bit tacq";
    facts.baseModel = "a \"base\": model";
    facts.format = "hf";
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

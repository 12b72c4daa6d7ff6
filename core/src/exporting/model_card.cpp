#include <algorithm>
#include <cctype>

#include "exporting/foreign_text.h"
#include "tacq/base/number_text.h"
#include "tacq/exporting/export.h"

namespace tacq {
namespace {

std::string decimal(double value, int digits = 4) { return significantText(value, digits); }

/// A licence as the Hub lists them; a text of one's own is none.
bool isIdentifier(const std::string& text) {
    return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](unsigned char c) { return c < 128 && (std::isalnum(c) != 0 || c == '.' || c == '-' || c == '+'); });
}

std::string frontMatter(const CardFacts& facts) {
    std::string yaml = "---\n";
    const auto line = [&yaml](const char* key, const std::string& value) {
        if (!value.empty()) yaml += std::string(key) + ": " + yamlScalar(value) + "\n";
    };
    const bool listed = facts.licence.empty() || isIdentifier(facts.licence);
    line("license", listed ? facts.licence : "other");
    line("license_name", listed ? facts.licenceName : facts.licence);
    line("license_link", facts.licenceLink);
    if (facts.languages.size() == 1) line("language", facts.languages.front());
    else if (!facts.languages.empty()) yaml += "language:\n";
    for (std::size_t i = 0; facts.languages.size() > 1 && i < facts.languages.size(); ++i) yaml += "- " + yamlScalar(facts.languages[i]) + "\n";
    if (!facts.baseModel.empty()) yaml += "base_model: " + yamlQuoted(facts.baseModel) + "\n";
    if (facts.bits > 0) line("base_model_relation", "quantized");
    if (facts.format && facts.format->library) line("library_name", facts.format->library);
    line("pipeline_tag", "text-generation");
    yaml += "tags:\n- tacq\n";
    if (facts.bits > 0) yaml += (facts.method == "tacq" ? std::string() : "- " + yamlScalar(facts.method) + "\n") + "- " + std::to_string(facts.bits) + "-bit\n";
    if (!facts.taskName.empty()) yaml += "datasets:\n- " + yamlQuoted(facts.taskName) + "\n";
    line("quantized_by", "TaCQ Workbench " + facts.toolVersion);
    return yaml + "---\n\n";
}

std::string quantizationTable(const CardFacts& facts) {
    if (facts.bits == 0) return "Weights as in the base model, in another container.\n\n";
    std::string text = "| | |\n|---|---|\n";
    const auto row = [&text](const std::string& what, const std::string& value) {
        if (!value.empty()) text += "| " + markdown(what) + " | " + markdown(value) + " |\n";
    };
    row("method", facts.method);
    row("base bits", std::to_string(facts.bits));
    if (facts.overrides > 0) row("tensors with a width or group of their own", std::to_string(facts.overrides));
    row("group size", facts.groupSize > 0 ? std::to_string(facts.groupSize) : "one group per row");
    row("grid", facts.symmetric ? "symmetric" : "asymmetric");
    row("bits per quantized weight, scales and kept weights included", decimal(facts.bitsPerWeight, 6));
    if (facts.quantizableWeights > 0)
        row("weights kept in 16 bit", std::to_string(facts.kept) + " of " + std::to_string(facts.quantizableWeights) + " (" +
                                          decimal(100.0 * static_cast<double>(facts.kept) / static_cast<double>(facts.quantizableWeights)) + " %)");
    if (facts.samples > 0)
        row("calibration", facts.taskName + ", " + std::to_string(facts.samples) + " samples, " + std::to_string(facts.tokens) + " tokens, seed " +
                               std::to_string(facts.seed));
    row("licence of the calibration data", facts.taskLicence);
    for (const auto& [name, value] : facts.metrics) row(name, decimal(value, 6));
    return text + "\n";
}

}  // namespace

std::string modelCard(const CardFacts& facts) {
    std::string text = frontMatter(facts) + "# " + markdown(facts.title) + "\n\n";
    if (facts.bits > 0)
        text += "A quantized version of " + (facts.baseModel.empty() ? std::string("its base model") : markdown(facts.baseModel)) +
                ", made with TaCQ Workbench (task-circuit quantization, arXiv 2504.07389).\n\n";
    text += quantizationTable(facts) + (facts.format ? facts.format->loading : "") + "## Provenance\n\n";
    text += "Base weights (SHA-256 over configuration and tensors): " + markdownCode(facts.modelIdentity) + "\n\n";
    if (!facts.runKey.empty()) text += "Run key: " + markdownCode(facts.runKey) + ". All options are in `tacq.json`.\n";
    return text;
}

}  // namespace tacq

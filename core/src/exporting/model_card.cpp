#include <algorithm>
#include <cctype>

#include "base/ascii.h"
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
    for (const std::string& step : facts.steps) row("after the pass", step);
    row("licence of the calibration data", facts.taskLicence);
    return text + "\n";
}

std::string row(const std::string& what, const std::string& value) { return "| " + markdown(what) + " | " + markdown(value) + " |\n"; }

/// Size, where the bits are, and what was measured on this very file.
std::string fileTable(const CardFacts& facts) {
    std::string rows;
    if (facts.weightBytes > 0) rows += row("weight files", std::to_string(facts.weightBytes) + " bytes");
    for (const auto& [what, value] : facts.ledger) rows += row(what, value);
    for (const auto& [name, value] : facts.metrics) rows += row(name, decimal(value, 6));
    return rows.empty() ? rows : "## This file\n\n| | |\n|---|---|\n" + rows + "\n";
}

std::string list(const std::string& heading, const std::vector<std::string>& lines) {
    constexpr std::size_t kMost = 12;
    if (lines.empty()) return {};
    std::string text = "## " + heading + "\n\n";
    for (std::size_t i = 0; i < std::min(lines.size(), kMost); ++i) text += "- " + markdown(lines[i]) + "\n";
    if (lines.size() > kMost) text += "- and " + std::to_string(lines.size() - kMost) + " more; `tacq.json` names them all\n";
    return text + "\n";
}

/// As an indented block, in which nothing is markup.
std::string recipe(const CardFacts& facts) {
    if (facts.recipe.empty()) return {};
    std::string text = "## Recipe\n\n    ";
    for (const char c : facts.recipe) text.append(c == '\n' ? "\n    " : c == '<' ? "\\u003c" : std::string(1, c));
    return text + "\n\n";
}

std::string licenceNotice(const CardFacts& facts) {
    if (facts.licence.empty()) return {};
    const bool llama = lowered(facts.licence).starts_with("llama");
    return std::string(llama ? "Built with Llama. " : "") + "The base model's licence (" + markdown(facts.licence) + ") holds for this one too" +
           (facts.licenceLink.empty() ? "" : ": " + markdown(facts.licenceLink)) + ".\n\n";
}

std::string loading(const CardFacts& facts) {
    if (facts.format == nullptr) return {};
    const std::string who = facts.format->runsIn;
    return (who.empty() ? "" : "Who can load it: " + who + ".\n\n") + std::string(facts.format->loading);
}

}  // namespace

std::string modelCard(const CardFacts& facts) {
    std::string text = frontMatter(facts) + "# " + markdown(facts.title) + "\n\n";
    if (facts.bits > 0)
        text += "A quantized version of " + (facts.baseModel.empty() ? std::string("its base model") : markdown(facts.baseModel)) +
                ", made with TaCQ Workbench (task-circuit quantization, arXiv 2504.07389).\n\n";
    text += quantizationTable(facts) + fileTable(facts) + list("What this file does not hold", facts.lost) + list("Quantized matrices that are stored in 16 or 32 bits", facts.denseTensors) + loading(facts);
    text += recipe(facts) + "## Provenance\n\n" + licenceNotice(facts);
    text += "Base weights (SHA-256 over configuration and tensors): " + markdownCode(facts.modelIdentity) + "\n\n";
    if (!facts.runKey.empty()) text += "Run key: " + markdownCode(facts.runKey) + ". All options are in `tacq.json`.\n";
    return text;
}

}  // namespace tacq

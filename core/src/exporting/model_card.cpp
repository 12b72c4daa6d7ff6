#include <cstdio>

#include "tacq/exporting/export.h"

namespace tacq {
namespace {

std::string decimal(double value, int digits = 4) {
    char text[40];
    std::snprintf(text, sizeof text, "%.*g", digits, value);
    return text;
}

/// A YAML scalar that means the same whatever it holds.
std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (static_cast<unsigned char>(c) >= 0x20) out += c;
    }
    return out + "\"";
}

std::string frontMatter(const CardFacts& facts) {
    std::string yaml = "---\n";
    const auto line = [&yaml](const char* key, const std::string& value) {
        if (!value.empty()) yaml += std::string(key) + ": " + value + "\n";
    };
    line("license", facts.licence);
    line("language", facts.language);
    if (!facts.baseModel.empty()) line("base_model", quoted(facts.baseModel));
    if (facts.bits > 0) line("base_model_relation", "quantized");
    if (facts.format == "hf") line("library_name", "transformers");
    line("pipeline_tag", "text-generation");
    yaml += "tags:\n- tacq\n";
    if (facts.bits > 0) yaml += (facts.method == "tacq" ? std::string() : "- " + facts.method + "\n") + "- " + std::to_string(facts.bits) + "-bit\n";
    if (!facts.taskName.empty()) yaml += "datasets:\n- " + quoted(facts.taskName) + "\n";
    line("quantized_by", "TaCQ Workbench " + facts.toolVersion);
    return yaml + "---\n\n";
}

std::string quantizationTable(const CardFacts& facts) {
    if (facts.bits == 0) return "Weights as in the base model, in another container.\n\n";
    std::string text = "| | |\n|---|---|\n";
    const auto row = [&text](const std::string& what, const std::string& value) {
        if (!value.empty()) text += "| " + what + " | " + value + " |\n";
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

std::string loading(const CardFacts& facts) {
    if (facts.format == "hf")
        return "## Loading\n\n```python\nfrom transformers import AutoModelForCausalLM, AutoTokenizer\nmodel = AutoModelForCausalLM.from_pretrained(\".\")\n"
               "tokenizer = AutoTokenizer.from_pretrained(\".\")\n```\n\nThe weights are dequantized: every engine gives the quantized model's answers, at the full "
               "size of the tensor type. The compact form of the same weights is the packed checkpoint (`tacq export RUN OUT --format tacq`).\n\n";
    return "## Loading\n\n```\ntacq generate . --prompt \"Once upon a time\"\ntacq export . OUT --format hf\n```\n\nThis is TaCQ Workbench's packed "
           "checkpoint, version 1: codes, scales and zero points in `model.safetensors`, kept weights in `tacq/outliers.safetensors`.\n\n";
}

}  // namespace

std::string modelCard(const CardFacts& facts) {
    std::string text = frontMatter(facts) + "# " + facts.title + "\n\n";
    if (facts.bits > 0)
        text += "A quantized version of " + (facts.baseModel.empty() ? std::string("its base model") : facts.baseModel) +
                ", made with TaCQ Workbench (task-circuit quantization, arXiv 2504.07389).\n\n";
    text += quantizationTable(facts) + loading(facts) + "## Provenance\n\n";
    text += "Base weights (SHA-256 over configuration and tensors): `" + facts.modelIdentity + "`\n\n";
    if (!facts.runKey.empty()) text += "Run key: `" + facts.runKey + "`. All options are in `tacq.json`.\n";
    return text;
}

}  // namespace tacq

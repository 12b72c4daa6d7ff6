#include "base/json.h"
#include "command/specs/families.h"
#include "tacq/base/list_text.h"
#include "tacq/command/requests.h"
#include "tacq/formats/exporter.h"
#include "tacq/numerics/grid_range.h"

namespace tacq::specs {
namespace {

constexpr std::int64_t kBillion = 1'000'000'000;

std::string text(double value) { return dumpJson(Json(value)); }

std::vector<std::string> scaleTypes() { return {"f16", "f32"}; }

/// --method's values: the scores, and with them what keeps nothing.
std::vector<std::string> methodNames(bool withoutScore) {
    std::vector<std::string> names;
    for (const Method method : withoutScore ? methods() : scoringMethods()) names.emplace_back(methodName(method));
    return names;
}

}  // namespace

std::vector<OptionSpec> globals() {
    std::vector<OptionSpec> options{{.key = "workspace", .help = "where artifacts and runs are kept", .fallbackWords = "$TACQ_WORKSPACE, else the data folder", .file = OptionFile::MayExist, .label = "DIR"},
            {.key = "data", .help = "full task sets, one folder a set", .fallbackWords = "$TACQ_DATA", .file = OptionFile::MayExist, .label = "DIR"},
            {.key = "device", .help = "auto, cpu or cuda[:N]", .fallback = "auto", .label = "NAME"},
            {.key = "threads", .help = "threads", .type = OptionType::Integer, .fallbackWords = "one a core", .integers = {1, 4096}, .label = "N"},
            {.key = "seed", .help = "seed of samples and of --method random", .type = OptionType::Integer, .fallback = "0",
             .integers = {0, std::numeric_limits<std::int64_t>::max()}, .label = "N"},
            {.key = "dtype", .help = "auto, f32 or bf16", .type = OptionType::Choice, .fallback = "auto", .choices = {"auto", "f32", "bf16"}, .label = "TYPE"}};
    for (OptionSpec& option : options) option.group = OptionGroup::Everywhere;
    return options;
}

OptionSpec model(const std::string& help) {
    return {.key = "model", .help = help, .place = OptionPlace::Positional, .file = OptionFile::MayExist, .label = "MODEL"};
}

OptionSpec taskOption() { return {.key = "task", .help = "task name, file or mix", .place = OptionPlace::Required, .file = OptionFile::MayExist, .label = "TASK"}; }

OptionSpec output(const std::string& label, const std::string& help) {
    return {.key = "out", .help = help, .place = OptionPlace::Positional, .file = OptionFile::New, .label = label};
}

OptionSpec saliencyArtifact(const std::string& key, const std::string& label, const std::string& help) {
    return {.key = key, .help = help, .place = OptionPlace::Positional, .label = label};
}

OptionSpec format(OptionPlace place) {
    const std::string help = listText(exporters(), [](const Exporter* exporter) { return std::string(exporter->name) + " (" + exporter->title + ")"; });
    OptionSpec option{.key = "format", .help = "what to write: " + help, .group = place == OptionPlace::Option ? OptionGroup::Output : OptionGroup::WhatToDo, .place = place, .choices = exporterNames(), .label = "NAME"};
    if (place == OptionPlace::Option) option.fallback = QuantizeRequest{}.format;
    return option;
}

OptionSpec method(const std::string& help, OptionPlace place) {
    const std::vector<std::string> names = methodNames(place == OptionPlace::Option);
    OptionSpec option{.key = "method", .help = help + ": " + listText(names, [](const std::string& name) { return name; }), .group = OptionGroup::WhatToDo, .place = place, .choices = names, .label = "NAME"};
    if (place == OptionPlace::Option) option.fallback = methodName(QuantizeRequest{}.method);
    return option;
}

OptionSpec outliers(const std::string& help) {
    return {.key = "outliers", .help = help, .type = OptionType::Real, .group = OptionGroup::Budget, .fallback = text(BudgetRequest{}.outlierFraction), .reals = {0, 1}, .label = "SHARE"};
}

OptionSpec recipe(const std::string& help) { return {.key = "recipe", .help = help, .group = OptionGroup::Grid, .file = OptionFile::MayExist, .label = "FILE"}; }
OptionSpec force() { return {.key = "force", .help = "replace what is at OUT", .type = OptionType::Flag, .group = OptionGroup::Output}; }
OptionSpec noVerify() { return {.key = "noVerify", .help = "do not read the result back", .type = OptionType::Flag, .group = OptionGroup::Output}; }

std::vector<OptionSpec> calibration(std::int64_t samples) {
    const SampleOptions usual;
    constexpr OptionGroup kGroup = OptionGroup::Calibration;
    return {{.key = "samples", .help = "calibration samples", .type = OptionType::Integer, .group = kGroup, .fallback = std::to_string(samples), .integers = {1, kBillion}, .label = "N"},
            {.key = "tokens", .help = "tokens a sample, at most the model's context", .type = OptionType::Integer, .group = kGroup, .fallback = std::to_string(usual.tokens),
             .integers = {2, kBillion}, .label = "N"},
            {.key = "packing", .help = "how texts become sequences: auto, windows, items or joined", .type = OptionType::Choice, .group = kGroup, .fallback = "auto",
             .choices = {"auto", "windows", "items", "joined"}, .label = "HOW"},
            {.key = "loss", .help = "which tokens the gradient's loss is taken over: all or answer", .type = OptionType::Choice, .group = kGroup, .fallback = "all",
             .choices = {"all", "answer"}, .label = "WHICH"}};
}

std::vector<OptionSpec> grid() {
    const GridOptions usual;
    constexpr OptionGroup kGroup = OptionGroup::Grid;
    return {{.key = "bits", .help = "bits of a code, 2 to 8", .type = OptionType::Integer, .group = kGroup, .fallback = std::to_string(usual.bits), .integers = {kLeastBits, kMostBits}, .label = "N"},
            {.key = "groupSize", .help = "columns that share a scale, a multiple of 8; -1: a whole row", .type = OptionType::Integer, .group = kGroup,
             .fallback = std::to_string(usual.groupSize), .integers = {-1, kMostGroupSize}, .label = "N"},
            {.key = "symmetric", .help = "symmetric grid", .type = OptionType::Flag, .group = kGroup},
            {.key = "scaleDtype", .help = "stored type of the scales: f16 or f32", .type = OptionType::Choice, .group = kGroup, .fallback = "f16", .choices = scaleTypes(), .label = "TYPE"},
            {.key = "grid", .help = "the grids of GGUF types come with a later version", .group = kGroup, .label = "TYPE", .later = true}};
}

std::vector<OptionSpec> otherGrid() {
    std::vector<OptionSpec> options = grid();
    for (OptionSpec& option : options) {
        if (option.fallback.empty()) continue;
        option.fallback.clear();
        option.fallbackWords = "as simulated";
    }
    return options;
}

std::vector<OptionSpec> budget() {
    constexpr OptionGroup kGroup = OptionGroup::Budget;
    return {outliers("share of weights kept in 16 bit"),
            {.key = "targetBits", .help = "as many kept weights as this many bits a weight allow, all told", .type = OptionType::Real, .group = kGroup, .reals = {1e-9, 64}, .label = "BITS"},
            {.key = "targetSize", .help = "as many kept weights as this many bytes of packed checkpoint allow", .type = OptionType::Integer, .group = kGroup,
             .integers = {1, std::numeric_limits<std::int64_t>::max()}, .label = "BYTES"}};
}

std::vector<OptionSpec> dense() {
    constexpr OptionGroup kGroup = OptionGroup::Output;
    return {{.key = "embeddingBits", .help = "embeddings and head in the packed checkpoint: 16 or 8", .type = OptionType::Integer, .group = kGroup, .fallback = "16", .integers = {8, 16}, .label = "N"},
            {.key = "tensorDtype", .help = "type of unquantized tensors: source, f16, bf16 or f32", .type = OptionType::Choice, .group = kGroup, .fallback = DenseOptions{}.tensorDtype,
             .choices = {"source", "f16", "bf16", "f32"}, .label = "TYPE"}};
}

std::vector<OptionSpec> windows() {
    constexpr std::int64_t kWidest = 1 << 24;
    return {{.key = "textFile", .help = "plain text, tokenized once as a whole", .file = OptionFile::MayExist, .label = "FILE"},
            {.key = "window", .help = "ids a window; windows do not overlap", .type = OptionType::Integer, .integers = {2, kWidest}, .label = "N"},
            {.key = "maxWindows", .help = "stop after this many windows", .type = OptionType::Integer, .fallbackWords = "all", .integers = {1, std::numeric_limits<std::int64_t>::max()}, .label = "N"},
            {.key = "addBos", .help = "begin every window with BOS", .type = OptionType::Flag},
            {.key = "tokensFile", .help = "safetensors whose rows of `tokens` are the windows", .file = OptionFile::MayExist, .label = "FILE"}};
}

}  // namespace tacq::specs

#include "command.h"

namespace tacq::app {

std::vector<OptionSpec> calibrationOptions() {
    return {{"--samples", "samples", Value::Integer, "calibration samples (default 128)"},
            {"--tokens", "tokens", Value::Integer, "tokens a sample, at most the model's context (default 2048)"},
            {"--packing", "packing", Value::Text, "auto, windows, items or joined: how texts become sequences"},
            {"--loss", "loss", Value::Text, "all or answer: which tokens the gradient's loss is taken over"}};
}

std::vector<OptionSpec> gridOptions(bool bitsRequired) {
    return {{"--bits", "bits", Value::Integer, bitsRequired ? "bits of a code, 2 to 8" : "bits of a code, 2 to 8 (default 3)", bitsRequired ? Place::Required : Place::Option},
            {"--group-size", "groupSize", Value::Integer, "columns that share a scale; -1: a whole row (default)"},
            {"--symmetric", "symmetric", Value::Flag, "symmetric grid"},
            {"--scale-dtype", "scaleDtype", Value::Text, "f16 (default) or f32: stored type of the scales"}};
}

std::vector<OptionSpec> otherGridOptions() {
    std::vector<OptionSpec> options = gridOptions(false);
    options[0].help = "bits of a code, 2 to 8 (default: as simulated)";
    options[1].help = "columns that share a scale; -1: a whole row (default: as simulated)";
    return options;
}

std::vector<OptionSpec> budgetOptions() {
    return {{"--outliers", "outliers", Value::Real, "share of weights kept in 16 bit (default 0.0035)"},
            {"--target-bits", "targetBits", Value::Real, "as many kept weights as this many bits a weight allow, all told"},
            {"--target-size", "targetSize", Value::Integer, "as many kept weights as this many bytes of packed checkpoint allow"}};
}

std::vector<OptionSpec> denseOptions() {
    return {{"--embedding-bits", "embeddingBits", Value::Integer, "16 (default) or 8: embeddings and head in the packed checkpoint"},
            {"--tensor-dtype", "tensorDtype", Value::Text, "source (default), f16, bf16 or f32: type of unquantized tensors"}};
}

std::vector<OptionSpec> windowOptions() {
    return {{"--text-file", "textFile", Value::Text, "plain text, tokenized once as a whole"},
            {"--window", "window", Value::Integer, "ids a window; windows do not overlap"},
            {"--max-windows", "maxWindows", Value::Integer, "stop after this many windows"},
            {"--add-bos", "addBos", Value::Flag, "begin every window with BOS"},
            {"--tokens-file", "tokensFile", Value::Text, "safetensors whose rows of `tokens` are the windows"}};
}

std::vector<OptionSpec> join(std::vector<std::vector<OptionSpec>> parts) {
    std::vector<OptionSpec> all;
    for (auto& part : parts) all.insert(all.end(), part.begin(), part.end());
    return all;
}

std::vector<CommandSpec> allCommands() {
    std::vector<CommandSpec> all;
    for (auto family : {inspectCommands, textCommands, evaluateCommands, taskCommands, saliencyCommands, quantizeCommands, exportCommands, runsCommands,
                        probeCommands, workspaceCommands, serveCommands})
        for (CommandSpec& command : family()) all.push_back(std::move(command));
    return all;
}

}  // namespace tacq::app

#include "base/json.h"
#include "command/specs/families.h"
#include "tacq/command/requests.h"

namespace tacq::specs {
namespace {

OptionSpec steps() {
    return {.key = "steps", .help = "what follows the pass: " + std::string(kTuningStep) + "[:key=value…], with the options of `tune` as keys (train=scales+kept+gains)",
            .choices = {kTuningStep}, .label = "STEPS"};
}

std::vector<OptionSpec> tuning() {
    const TuningOptions usual;
    const auto rate = [](const char* key, const char* help, double fallback) {
        return OptionSpec{.key = key, .help = help, .type = OptionType::Real, .fallback = dumpJson(Json(fallback)), .reals = {0, 1}, .label = "RATE"};
    };
    const auto whole = [](const char* key, const char* help, std::int64_t fallback, std::int64_t least, std::int64_t most) {
        return OptionSpec{.key = key, .help = help, .type = OptionType::Integer, .fallback = std::to_string(fallback), .integers = {least, most}, .label = "N"};
    };
    return {whole("epochs", "passes over the calibration rows at most; the best one is kept", usual.epochs, 0, kMostEpochs),
            {.key = "train", .help = "what is trained: some of scales, kept, gains and biases", .fallback = TuneRequest{}.train, .choices = {"scales", "kept", "gains", "scales,kept,gains"}, .label = "LIST"},
            rate("lrScales", "learning rate of scales, as a share of a tensor's mean magnitude", usual.scaleRate),
            rate("lrKept", "learning rate of kept weights, likewise", usual.keptRate),
            rate("lrGains", "learning rate of norm gains and biases, likewise", usual.gainRate),
            {.key = "holdOut", .help = "share of the rows that is measured on instead of trained on, at least two", .type = OptionType::Real, .fallback = dumpJson(Json(usual.holdOut)),
             .reals = {0, kMostHeldOut}, .label = "SHARE"},
            whole("batch", "rows a step", usual.batch, 1, kMostBatch),
            whole("patience", "stops after so many epochs in which the held-out loss rose while the training loss fell", usual.patience, 1, kMostEpochs)};
}

OptionSpec formatOfRun() {
    OptionSpec option = format(OptionPlace::Option);
    option.fallback.clear();
    option.fallbackWords = "the run's";
    return option;
}

}  // namespace


std::vector<CommandSpec> quantizeCommands() {
    return {{.words = {"quantize"},
             .summary = "the whole way: saliency, circuit, masked GPTQ, checkpoint",
             .example = "tacq quantize resources/sample/stories260K /tmp/small --task tinystories --samples 8 --tokens 128 --bits 3",
             .options = join(std::vector{model(), output(), taskOption(), method("which weights are kept", OptionPlace::Option), steps()}, calibration(SampleOptions{}.samples), grid(),
                             std::vector{recipe("JSON file with a width for single tensors: {\"tensors\": {NAME: 4, NAME: {\"bits\": 2, \"groupSize\": 64}}}")}, budget(), dense(),
                             std::vector{format(OptionPlace::Option), noVerify(), force()})},
            {.words = {"tune"},
             .summary = "circuit tuning of a finished run: the codes stay, scales, kept weights and norm gains learn; no byte is added",
             .example = "tacq tune 1 /tmp/tuned --epochs 3",
             .options = join(std::vector<OptionSpec>{{.key = "run", .help = "number or key of a quantize run, or the folder it wrote", .place = OptionPlace::Positional, .label = "RUN"}, output()},
                             tuning(), std::vector{formatOfRun(), noVerify(), force()})}};
}

}  // namespace tacq::specs

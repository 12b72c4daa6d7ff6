#include <limits>

#include "command/specs/families.h"

namespace tacq::specs {
namespace {

std::vector<OptionSpec> writing() {
    constexpr OptionGroup kGroup = OptionGroup::Output;
    return join(dense(), std::vector<OptionSpec>{
                             {.key = "maxShardSize", .help = "tensor bytes a weight file at most, in formats that may have several", .type = OptionType::Integer, .group = kGroup,
                              .fallbackWords = "5 GB", .integers = {1'000'000, std::numeric_limits<std::int64_t>::max()}, .label = "BYTES"},
                             {.key = "grid", .help = "with --format gguf, the type of its blocks: gguf: and one of q2_0, q2_k to q6_k, q4_0, q4_1, q5_0, q5_1, q8_0, f16, bf16, f32",
                              .group = kGroup, .fallbackWords = "what holds the model as it is", .label = "TYPE"},
                             {.key = "dryRun", .help = "write nothing: the files' exact sizes and what would be lost", .type = OptionType::Flag, .group = kGroup},
                             noVerify(), force()});
}

}  // namespace

std::vector<CommandSpec> exportCommands() {
    return {
        {.words = {"export"},
         .summary = "write a run's result, or a model, for other programs",
         .example = "tacq export resources/sample/stories260K /tmp/stories-f16 --format hf --tensor-dtype f16",
         .options = join(std::vector<OptionSpec>{{.key = "source", .help = "number or key of a quantize run, or a model", .place = OptionPlace::Positional, .file = OptionFile::MayExist,
                                                  .label = "RUN|MODEL"},
                                                 output(),
                                                 format(OptionPlace::Required)},
                         writing())},
        {.words = {"convert"},
         .summary = "write a model in another format without calibrating: its numbers as they are, or the nearest ones",
         .example = "tacq convert resources/sample/stories260K /tmp/stories-f16 --format hf --tensor-dtype f16 --lossy",
         .options = join(std::vector<OptionSpec>{{.key = "source", .help = "a model, quantized or not", .place = OptionPlace::Positional, .file = OptionFile::MayExist, .label = "MODEL"},
                                                 output(),
                                                 format(OptionPlace::Required),
                                                 {.key = "lossy", .help = "what does not fit becomes the nearest that does; the answer says how far that is", .type = OptionType::Flag}},
                         writing())},
        {.words = {"report"},
         .summary = "one offline HTML page about a run: card, ledger, maps, metrics, recipe, hashes",
         .example = "tacq report 1 /tmp/run-1.html",
         .options = {{.key = "run", .help = "a run's number or key", .place = OptionPlace::Positional, .label = "RUN"}, output("OUT.html", "file to write"), force()},
         .lane = Lane::Quick},
    };
}

}  // namespace tacq::specs

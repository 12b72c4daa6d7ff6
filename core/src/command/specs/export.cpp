#include "command/specs/families.h"

namespace tacq::specs {

std::vector<CommandSpec> exportCommands() {
    return {
        {.words = {"export"},
         .summary = "write a run's result, or a model, for other programs",
         .example = "tacq export resources/sample/stories260K /tmp/stories-f16 --format hf --tensor-dtype f16",
         .options = join(std::vector<OptionSpec>{{.key = "source", .help = "number or key of a quantize run, or a model", .place = OptionPlace::Positional, .file = OptionFile::MayExist,
                                                  .label = "RUN|MODEL"},
                                                 output(),
                                                 format(OptionPlace::Required)},
                         dense(), std::vector{noVerify(), force()})},
        {.words = {"report"},
         .summary = "one offline HTML page about a run: card, ledger, maps, metrics, recipe, hashes",
         .example = "tacq report 1 /tmp/run-1.html",
         .options = {{.key = "run", .help = "a run's number or key", .place = OptionPlace::Positional, .label = "RUN"}, output("OUT.html", "file to write"), force()},
         .lane = Lane::Quick},
    };
}

}  // namespace tacq::specs

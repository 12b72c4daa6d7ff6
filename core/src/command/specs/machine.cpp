#include "command/specs/families.h"
#include "tacq/command/requests.h"

namespace tacq::specs {

std::vector<CommandSpec> machineCommands() {
    return {
        {.words = {"probe"},
         .summary = "how fast this machine is, for forecasts",
         .example = "tacq probe --seconds 1",
         .options = {{.key = "seconds", .help = "how long to measure", .type = OptionType::Real, .fallback = std::to_string(static_cast<int>(ProbeRequest{}.seconds)), .reals = {0, 3600}, .label = "S"}}},
        {.words = {"workspace", "info"},
         .summary = "what the workspace holds",
         .example = "tacq workspace info",
         .options = {{.key = "kind", .help = "list only artifacts of this kind: saliency, quantized, …", .label = "KIND"},
                     {.key = "modelIdentity", .help = "list only artifacts of this model", .label = "SHA256"},
                     {.key = "meta", .help = "with what each artifact says of itself", .type = OptionType::Flag}},
         .lane = Lane::Quick},
        {.words = {"workspace", "verify"},
         .summary = "check every artifact against its hash; damaged ones are set aside and made anew when needed",
         .example = "tacq workspace verify"},
        {.words = {"workspace", "gc"},
         .summary = "free space: unfinished, unused and damaged artifacts",
         .example = "tacq workspace gc --older-than-days 30",
         .options = {{.key = "olderThanDays", .help = "keep what is younger", .type = OptionType::Integer, .fallback = "30", .integers = {0, 100'000}, .label = "N"},
                     {.key = "dryRun", .help = "remove nothing, say what would go", .type = OptionType::Flag}}},
        {.words = {"serve"},
         .summary = "the engine process: JSON lines on standard input and output",
         .example = "echo '{\"id\":1,\"method\":\"hello\"}' | tacq serve",
         .lane = Lane::None},
    };
}

}  // namespace tacq::specs

#include "command/specs/families.h"
#include "tacq/command/requests.h"

namespace tacq::specs {

std::vector<CommandSpec> measureCommands() {
    const auto side = [](const char* key, const char* label, const char* help) {
        return OptionSpec{.key = key, .help = help, .place = OptionPlace::Positional, .file = OptionFile::MayExist, .label = label};
    };
    return {
        {.words = {"perplexity"},
         .summary = "perplexity of a model on a text",
         .example = "tacq perplexity resources/sample/stories260K --text-file resources/tasks/data/tinystories.txt --window 128 --max-windows 8",
         .options = join(std::vector{model()}, windows())},
        {.words = {"compare"},
         .summary = "how far two models agree, token by token",
         .example = "tacq compare resources/sample/stories260K resources/sample/stories260K --text-file resources/tasks/data/tinystories.txt --window 128 --max-windows 4",
         .options = join(std::vector{side("modelA", "MODEL_A", "the reference"), side("modelB", "MODEL_B", "the other model")}, windows())},
        {.words = {"evaluate"},
         .summary = "one figure of a model on a text, with its 95 % interval where one is known",
         .example = "tacq evaluate resources/sample/stories260K --metric perplexity --text-file resources/tasks/data/tinystories.txt --window 128 --max-windows 4",
         .options = join(std::vector{model(),
                                     OptionSpec{.key = "metric", .help = "what to measure; a name that there is not gives the list", .group = OptionGroup::WhatToDo, .fallback = EvaluateRequest{}.metric, .label = "NAME"},
                                     OptionSpec{.key = "against", .help = "the model that this one was made from, for metrics that compare", .group = OptionGroup::WhatToDo, .file = OptionFile::MayExist, .label = "MODEL"}},
                         windows())},
    };
}

}  // namespace tacq::specs

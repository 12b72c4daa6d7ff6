#include "command/specs/families.h"
#include "tacq/command/requests.h"

namespace tacq::specs {

std::vector<CommandSpec> taskCommands() {
    const TaskShowRequest usual;
    OptionSpec task = taskOption(), shown = model("whose tokenizer to use");
    task.place = OptionPlace::Positional;
    shown.place = OptionPlace::Required;
    return {
        {.words = {"task", "list"}, .summary = "built-in tasks", .example = "tacq task list", .lane = Lane::Quick},
        {.words = {"task", "show"},
         .summary = "rendered samples, token counts, which tokens carry loss, leak check",
         .example = "tacq task show tinystories --model resources/sample/stories260K --samples 2",
         .options = join(std::vector<OptionSpec>{task, shown,
                                                 {.key = "split", .help = "calibration or evaluation", .type = OptionType::Choice, .fallback = usual.calibration.sampling.split,
                                                  .choices = {"calibration", "evaluation"}, .label = "WHICH"},
                                                 {.key = "show", .help = "print only this many of the samples; counts are of all", .type = OptionType::Integer, .fallbackWords = "all",
                                                  .integers = {1, 1'000'000'000}, .label = "N"}},
                         calibration(usual.calibration.sampling.samples)),
         .lane = Lane::Quick},
    };
}

}  // namespace tacq::specs

#include "command/specs/families.h"

namespace tacq::specs {

std::vector<CommandSpec> runsCommands() {
    const OptionSpec run{.key = "run", .help = "a run's number or key", .place = OptionPlace::Positional, .label = "RUN"};
    OptionSpec elsewhere = output("DIR", "write there instead"), anyway = force();
    elsewhere.place = OptionPlace::Option;
    elsewhere.group = OptionGroup::Output;
    anyway.help = "replace what is there";
    return {
        {.words = {"runs", "list"},
         .summary = "all runs, newest first",
         .example = "tacq runs list",
         .options = {{.key = "limit", .help = "show this many", .type = OptionType::Integer, .fallbackWords = "all", .integers = {1, std::numeric_limits<std::int64_t>::max()}, .label = "N"},
                     {.key = "results", .help = "with each run's result, without its list of tensors", .type = OptionType::Flag}},
         .lane = Lane::Quick},
        {.words = {"runs", "show"}, .summary = "one run with options, result and metrics", .example = "tacq runs show 1", .options = {run}, .lane = Lane::Quick},
        {.words = {"runs", "diff"},
         .summary = "what differs between runs",
         .example = "tacq runs diff 1 2",
         .options = {{.key = "runs", .help = "two runs or more", .type = OptionType::Texts, .place = OptionPlace::PositionalList, .label = "RUN"}},
         .lane = Lane::Quick},
        {.words = {"runs", "rerun"},
         .summary = "run the same command again; finished stages are used",
         .example = "tacq runs rerun 1",
         .options = {run, elsewhere, anyway}},
        {.words = {"runs", "label"},
         .summary = "write a name, a note and tags on a run; what is not given stays",
         .example = "tacq runs label 1 --name \"best so far\" --tags paper,3-bit",
         .options = {run,
                     {.key = "name", .help = "what you call it; empty: no name", .label = "TEXT"},
                     {.key = "note", .help = "what is to be remembered of it; empty: nothing", .label = "TEXT"},
                     {.key = "tags", .help = "words to find it by, between commas; empty: none", .label = "A,B"}},
         .lane = Lane::Quick},
        {.words = {"runs", "delete"},
         .summary = "forget runs with all that they measured; `workspace gc` then frees what only they made",
         .example = "tacq runs delete 3 4",
         .options = {{.key = "runs", .help = "one run or more", .type = OptionType::Texts, .place = OptionPlace::PositionalList, .label = "RUN"}},
         .lane = Lane::Quick},
        {.words = {"runs", "command"}, .summary = "the command line of a run", .example = "tacq runs command 1", .options = {run}, .lane = Lane::Quick},
    };
}

}  // namespace tacq::specs

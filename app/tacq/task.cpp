#include "command.h"
#include "table.h"

namespace tacq::app {
namespace {

void printTasks(const Json& answer, std::ostream& out) {
    Table table({"task", "what", "licence", "data"});
    for (const Json& task : answer.at("tasks"))
        table.add({text(task, "name"), text(task, "displayName"), text(task, "licence"), task.value("available", false) ? (task.value("bundled", false) ? "bundled" : "found") : "missing"});
    table.print(out);
}

void printSamples(const Json& answer, std::ostream& out) {
    std::size_t index = 0;
    for (const Json& sample : answer.at("samples"))
        out << "--- sample " << ++index << ": " << text(sample, "tokens") << " tokens, " << text(sample, "lossTokens") << " in the loss\n" << text(sample, "text") << '\n';
    out << "---\n";
    const Json& leak = answer.at("leak");
    printFields(out, {{"samples", text(answer, "sampleCount")},
                      {"tokens", text(answer, "tokenCount")},
                      {"tokens in the loss", text(answer, "lossTokenCount")},
                      {"truncated", text(answer, "truncated")},
                      {"duplicates", text(answer, "duplicates")},
                      {"shared with the evaluation data", leak.value("checked", false) ? text(leak, "count") + " items" : "not checked: " + text(leak, "reason")}});
    for (const Json& note : answer.at("notes")) out << "note: " << note.get<std::string>() << '\n';
}

}  // namespace

std::vector<CommandSpec> taskCommands() {
    return {
        {{"task", "list"}, "task-list", "built-in tasks", "tacq task list", {}, printTasks, false},
        {{"task", "show"}, "task-show", "rendered samples, token counts, which tokens carry loss, leak check",
         "tacq task show tinystories --model resources/sample/stories260K --samples 2",
         join({{{"TASK", "task", Value::Text, "task name, file or mix", Place::Positional}, {"--model", "model", Value::Text, "whose tokenizer to use", Place::Required}},
               calibrationOptions(),
               {{"--split", "split", Value::Text, "calibration (default) or evaluation"},
                {"--show", "show", Value::Integer, "print only this many of the samples; counts are of all (default: all)"}}}),
         printSamples, false},
    };
}

}  // namespace tacq::app

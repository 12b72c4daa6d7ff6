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

Printers taskPrinters() { return {{"task-list", printTasks}, {"task-show", printSamples}}; }

}  // namespace tacq::app

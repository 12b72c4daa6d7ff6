#include "command.h"
#include "table.h"

namespace tacq::app {
namespace {

void printList(const Json& answer, std::ostream& out) {
    Table table({"run", "state", "command", "model", "task", "started"});
    for (const Json& run : answer.at("runs"))
        table.add({text(run, "id"), text(run, "state"), text(run, "command"), text(run, "model"), text(run, "task"), text(run, "started")});
    table.print(out);
}

void printRun(const Json& answer, std::ostream& out) {
    for (const Json& run : answer.at("runs")) {
        printFields(out, {{"run", text(run, "id")}, {"key", text(run, "key")}, {"command", text(run, "commandLine")}, {"state", text(run, "state")},
                          {"error", text(run, "error")}, {"started", text(run, "started")}, {"finished", text(run, "finished")}});
        for (const auto& [name, value] : run.at("metrics").items()) out << "  " << name << ": " << value.dump() << '\n';
    }
}

void printDiff(const Json& answer, std::ostream& out) {
    std::vector<std::string> header{"differs"};
    for (const Json& run : answer.at("runs")) header.push_back("run " + text(run, "id"));
    Table table(header);
    for (const Json& one : answer.at("differences")) {
        std::vector<std::string> row{text(one, "name")};
        for (const Json& value : one.at("values")) row.push_back(value.is_string() ? value.get<std::string>() : "–");
        table.add(row);
    }
    table.print(out);
}

void printCommand(const Json& answer, std::ostream& out) { out << text(answer, "commandLine") << '\n'; }
void printAnswer(const Json& answer, std::ostream& out) { out << answer.dump(2) << '\n'; }

}  // namespace

std::vector<CommandSpec> runsCommands() {
    const OptionSpec run{"RUN", "run", Value::Text, "a run's number or key", Place::Positional};
    return {
        {{"runs", "list"}, "runs-list", "all runs, newest first", "tacq runs list", {{"--limit", "limit", Value::Integer, "show this many"}}, printList, false},
        {{"runs", "show"}, "runs-show", "one run with options, result and metrics", "tacq runs show 1", {run}, printRun, false},
        {{"runs", "diff"}, "runs-diff", "what differs between runs", "tacq runs diff 1 2",
         {{"RUN", "runs", Value::Texts, "two runs or more", Place::PositionalList}}, printDiff, false},
        {{"runs", "rerun"}, "runs-rerun", "run the same command again; finished stages are used", "tacq runs rerun 1",
         {run, {"--out", "out", Value::Text, "write there instead"}, {"--force", "force", Value::Flag, "replace what is there"}}, printAnswer, false},
        {{"runs", "command"}, "runs-command", "the command line of a run", "tacq runs command 1", {run}, printCommand, false},
    };
}

}  // namespace tacq::app

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

}  // namespace

Printers runsPrinters() { return {{"runs-list", printList}, {"runs-show", printRun}, {"runs-diff", printDiff}, {"runs-command", printCommand}}; }

}  // namespace tacq::app

#include <algorithm>

#include "command.h"
#include "table.h"

namespace tacq::app {
namespace {

std::string tags(const Json& run) {
    std::string all;
    if (run.contains("tags"))
        for (const Json& tag : run.at("tags")) all.append(all.empty() ? "" : ", ").append(tag.get<std::string>());
    return all;
}

void printList(const Json& answer, std::ostream& out) {
    const auto& runs = answer.at("runs");
    const bool named = std::any_of(runs.begin(), runs.end(), [](const Json& run) { return run.contains("name") || run.contains("tags"); });
    std::vector<std::string> header{"run", "state", "command", "model", "task", "started"};
    if (named) header.insert(header.end(), {"name", "tags"});
    Table table(header);
    for (const Json& run : runs) {
        std::vector<std::string> row{text(run, "id"), text(run, "state"), text(run, "command"), text(run, "model"), text(run, "task"), text(run, "started")};
        if (named) row.insert(row.end(), {text(run, "name"), tags(run)});
        table.add(row);
    }
    table.print(out);
}

void printRun(const Json& answer, std::ostream& out) {
    for (const Json& run : answer.at("runs")) {
        printFields(out, {{"run", text(run, "id")}, {"name", text(run, "name")}, {"tags", tags(run)}, {"note", text(run, "note")}, {"key", text(run, "key")}, {"command", text(run, "commandLine")}, {"state", text(run, "state")},
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

void printDeleted(const Json& answer, std::ostream& out) {
    for (const Json& id : answer.at("deleted")) out << "forgotten: run " << id.dump() << '\n';
}

void printCommand(const Json& answer, std::ostream& out) { out << text(answer, "commandLine") << '\n'; }

}  // namespace

Printers runsPrinters() { return {{"runs-list", printList}, {"runs-show", printRun}, {"runs-diff", printDiff}, {"runs-command", printCommand}, {"runs-label", printRun}, {"runs-delete", printDeleted}}; }

}  // namespace tacq::app

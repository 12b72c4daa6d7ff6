#include "command.h"
#include "table.h"

namespace tacq::app {
namespace {

void print(const Json& answer, std::ostream& out) {
    printFields(out, {{"folder", text(answer, "folder")},
                      {"artifacts", text(answer, "artifacts")},
                      {"size", bytesText(real(answer, "bytes"))},
                      {"unfinished", bytesText(real(answer, "partialBytes"))},
                      {"free", bytesText(real(answer, "freeBytes"))}});
    if (answer.contains("removed")) out << "removed " << text(answer.at("removed"), "artifacts") << " artifacts, " << bytesText(real(answer.at("removed"), "bytes")) << '\n';
    if (answer.contains("removable")) out << "would remove " << text(answer.at("removable"), "artifacts") << " artifacts, " << bytesText(real(answer.at("removable"), "bytes")) << '\n';
    if (answer.contains("setAside"))
        for (const Json& key : answer.at("setAside")) out << "set aside, to be made anew when needed: " << key.get<std::string>() << '\n';
    for (const Json& broken : answer.at("broken")) out << "broken: " << text(broken, "key") << "/" << text(broken, "file") << ": " << text(broken, "reason") << '\n';
}

}  // namespace

Printers workspacePrinters() { return {{"workspace-info", print}, {"workspace-verify", print}, {"workspace-gc", print}}; }

}  // namespace tacq::app

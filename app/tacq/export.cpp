#include "command.h"
#include "table.h"

namespace tacq::app {
namespace {

void print(const Json& answer, std::ostream& out) {
    Table table({"file", "bytes", "sha256"});
    for (const Json& file : answer.at("files")) table.add({text(file, "path"), text(file, "bytes"), text(file, "sha256")});
    table.print(out);
    if (answer.at("readback").is_object())
        printFields(out, {{"largest difference read back", text(answer.at("readback"), "maxAbsDiff")}, {"mean KL divergence", text(answer.at("readback"), "klMean")}});
    if (answer.value("reused", false)) out << "was already there\n";
}

void printReport(const Json& answer, std::ostream& out) { printFields(out, {{"written", text(answer, "path")}, {"bytes", text(answer, "bytes")}}); }

}  // namespace

Printers exportPrinters() { return {{"export", print}, {"report", printReport}}; }

}  // namespace tacq::app

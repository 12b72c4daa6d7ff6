#include "command.h"
#include "table.h"

namespace tacq::app {
namespace {

void printLost(const Json& answer, std::ostream& out) {
    if (!answer.contains("exact")) return;
    // What says no weights is neither exact nor not.
    if (answer.value("exact", false) && !answer.contains("next")) out << "exact: the file holds the very numbers of its source\n";
    for (const Json& one : answer.value("lost", Json::array())) {
        const std::string weights = text(one, "weights"), tensors = text(one, "tensors");
        out << "lost: " << (!weights.empty() ? weights + " " : tensors.empty() || tensors == "0" ? std::string() : tensors + " tensors: ") << text(one, "text") << '\n';
    }
}

void printReadback(const Json& answer, const char* member, const std::string& against, std::ostream& out) {
    const auto found = answer.find(member);
    if (found == answer.end() || !found->is_object()) return;
    printFields(out, {{"largest difference " + against, text(*found, "maxAbsDiff")}, {"mean KL divergence", text(*found, "klMean")}, {"same first token", text(*found, "top1")}});
}

void print(const Json& answer, std::ostream& out) {
    const bool dryRun = answer.value("dryRun", false);
    Table table(dryRun ? std::vector<std::string>{"file", "bytes"} : std::vector<std::string>{"file", "bytes", "sha256"});
    for (const Json& file : answer.at("files")) table.add(dryRun ? std::vector{text(file, "path"), text(file, "bytes")} : std::vector{text(file, "path"), text(file, "bytes"), text(file, "sha256")});
    table.print(out);
    printLost(answer, out);
    printReadback(answer, "readback", "read back", out);
    printReadback(answer, "source", "from its source", out);
    if (dryRun) out << "nothing was written\n";
    if (answer.contains("next")) out << "then, in that folder: " << text(answer, "next") << '\n';
    if (answer.value("reused", false)) out << "was already there\n";
}

void printReport(const Json& answer, std::ostream& out) { printFields(out, {{"written", text(answer, "path")}, {"bytes", text(answer, "bytes")}}); }

}  // namespace

Printers exportPrinters() { return {{"export", print}, {"convert", print}, {"report", printReport}}; }

}  // namespace tacq::app

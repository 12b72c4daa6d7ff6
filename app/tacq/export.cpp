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

std::vector<CommandSpec> exportCommands() {
    return {{{"export"}, "export", "write a run's result, or a model, for other programs", "tacq export resources/sample/stories260K /tmp/stories-f16 --format hf --tensor-dtype f16",
             join({{{"RUN|MODEL", "source", Value::Text, "number or key of a quantize run, or a model", Place::Positional},
                    {"OUT", "out", Value::Text, "folder to make", Place::Positional},
                    {"--format", "format", Value::Text, "hf, or tacq, the compact packed checkpoint", Place::Required}},
                   denseOptions(),
                   {{"--no-verify", "noVerify", Value::Flag, "do not read the result back"}, {"--force", "force", Value::Flag, "replace what is at OUT"}}}),
             print, false},
            {{"report"}, "report", "one offline HTML page about a run: card, ledger, maps, metrics, recipe, hashes", "tacq report 1 /tmp/run-1.html",
             {{"RUN", "run", Value::Text, "a run's number or key", Place::Positional},
              {"OUT.html", "out", Value::Text, "file to write", Place::Positional},
              {"--force", "force", Value::Flag, "replace what is at OUT"}},
             printReport, false}};
}

}  // namespace tacq::app

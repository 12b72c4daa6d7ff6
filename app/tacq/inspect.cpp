#include "command.h"
#include "table.h"

namespace tacq::app {
namespace {

void print(const Json& answer, std::ostream& out) {
    printFields(out, {{"model", text(answer, "name")},
                      {"architecture", text(answer, "architecture")},
                      {"parameters", text(answer, "parameters")},
                      {"of these quantizable", text(answer, "quantizableParameters")},
                      {"stored", bytesText(real(answer, "bytes"))},
                      {"memory for a usual run, at least", bytesText(real(answer.at("forecast"), "memoryBytes"))}});
    for (const Json& note : answer.at("notes")) out << "note: " << text(note, "text") << '\n';
    out << '\n';
    Table table({"tensor", "shape", "type", "bytes"});
    for (const Json& tensor : answer.at("tensors")) table.add({text(tensor, "name"), tensor.at("shape").dump(), text(tensor, "dtype"), text(tensor, "bytes")});
    table.print(out);
}

}  // namespace

Printers inspectPrinters() { return {{"inspect", print}}; }

}  // namespace tacq::app

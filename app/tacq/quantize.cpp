#include "command.h"
#include "table.h"

namespace tacq::app {
namespace {

void print(const Json& answer, std::ostream& out) {
    const Json& ledger = answer.at("ledger");
    printFields(out, {{"written", text(answer, "out") + (answer.value("reused", false) ? " (was already there)" : "")},
                      {"method", text(answer, "method") + ", " + text(answer.at("grid"), "bits") + " bits"},
                      {"kept in 16 bit", text(answer, "kept") + " of " + text(ledger, "quantizableWeights") + " weights"},
                      {"bits a weight", text(ledger, "total") + " (codes " + text(ledger, "codes") + ", scales " + text(ledger, "scales") + ", zeros " + text(ledger, "zeros") +
                                            ", kept values " + text(ledger, "outlierValues") + ", their positions " + text(ledger, "outlierIndices") + ")"},
                      {"packed size", bytesText(real(answer, "modelBytes"))},
                      {"run", text(answer, "run")}});
    printStages(answer, out);
}

}  // namespace

Printers quantizePrinters() { return {{"quantize", print}}; }

}  // namespace tacq::app

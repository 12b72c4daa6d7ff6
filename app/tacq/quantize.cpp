#include "command.h"
#include "table.h"
#include "tacq/numerics/packed_part.h"

namespace tacq::app {
namespace {

/// The epochs of circuit tuning, if there was one.
void printTuning(const Json& answer, std::ostream& out) {
    if (!answer.contains("steps") || !answer.at("steps").is_array()) return;
    for (const Json& step : answer.at("steps")) {
        const Json& figures = step.at("figures");
        Table table({"epoch", "trained on", "held out", "loss held out", "loss, other text", ""});
        const auto best = figures.at("best").get<std::size_t>();
        table.add({"before", "", text(figures, "heldOutBefore"), text(figures, "heldOutLossBefore"), text(figures, "offTaskLossBefore"), best == 0 ? "kept" : ""});
        for (std::size_t i = 0; i < figures.at("epochs").size(); ++i) {
            const Json& epoch = figures.at("epochs").at(i);
            table.add({std::to_string(i + 1), text(epoch, "train"), text(epoch, "heldOut"), text(epoch, "heldOutLoss"), text(epoch, "offTaskLoss"), best == i + 1 ? "kept" : ""});
        }
        out << text(step, "name") << ": KL from the original, and loss of the text, in nats a token\n";
        table.print(out);
    }
}

/// `codes 3.0, scales 0.1, …`
std::string parts(const Json& ledger) {
    std::string list;
    for (const LedgerLine& line : ledgerLines()) {
        const char* name = line.name.data();
        if (!ledger.contains(name)) continue;
        const std::string said = line.name == "outlierValues" ? "kept values" : line.name == "outlierIndices" ? "their positions" : name;
        list.append(list.empty() ? "" : ", ").append(said).append(" ").append(text(ledger, name));
    }
    return list;
}

void print(const Json& answer, std::ostream& out) {
    const Json& ledger = answer.at("ledger");
    printFields(out, {{"written", text(answer, "out") + (answer.value("reused", false) ? " (was already there)" : "")},
                      {"method", text(answer, "method") + ", " + text(answer.at("grid"), "bits") + " bits"},
                      {"kept in 16 bit", text(answer, "kept") + " of " + text(ledger, "quantizableWeights") + " weights"},
                      {"bits a weight", text(ledger, "total") + " (" + parts(ledger) + ")"},
                      {"packed size", bytesText(real(answer, "modelBytes"))},
                      {"run", text(answer, "run")}});
    printTuning(answer, out);
    printStages(answer, out);
}

}  // namespace

Printers quantizePrinters() { return {{"quantize", print}, {"tune", print}}; }

}  // namespace tacq::app

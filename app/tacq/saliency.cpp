#include <map>

#include "command.h"
#include "table.h"
#include "tacq/numerics/packed_part.h"

namespace tacq::app {
namespace {

void printSaliency(const Json& answer, std::ostream& out) {
    Table table({"matrix", "sum of gradient", "sum of saliency", "largest"});
    for (const Json& tensor : answer.at("perTensor"))
        table.add({text(tensor, "name"), number(real(tensor, "gradientSum")), number(real(tensor, "saliencySum")), number(real(tensor, "max"))});
    table.print(out);
    out << '\n';
    printFields(out, {{"artifact", text(answer, "artifact")}, {"mean loss on the samples", text(answer, "calibrationMeanNll")}});
    printStages(answer, out);
}

/// How many tensors got which width, and what that is predicted to gain.
void printMixed(const Json& answer, std::ostream& out) {
    std::map<int, int> tensors;
    for (const Json& tensor : answer.at("perTensor")) ++tensors[tensor.at("bits").get<int>()];
    Table table({"width", "tensors"});
    for (const auto& [bits, count] : tensors) table.add({std::to_string(bits), std::to_string(count)});
    table.print(out);
    out << '\n';
    const Json& mixed = answer.at("mixed");
    printFields(out, {{"first-order loss of the mix", text(mixed, "firstOrder") + (mixed.at("estimates").get<int>() > 0 ? ", of which " + text(mixed, "estimates") + " tensors by estimate" : "")},
                      {"of the best single width", text(mixed, "uniformFirstOrder") + (mixed.at("uniformBits").is_null() ? "" : " at " + text(mixed, "uniformBits") + " bits")}});
    for (const Json& note : mixed.at("notes")) out << "note: " << note.get<std::string>() << '\n';
}

void printBudget(const Json& answer, std::ostream& out) {
    const Json& ledger = answer.at("ledger");
    Table table({"bits a weight", "bits", "bytes"});
    for (const LedgerLine& line : ledgerLines())
        if (const char* name = line.name.data(); ledger.contains(name)) table.add({name, text(ledger, name), text(ledger.at("bytes"), name)});
    table.add({"total", text(ledger, "total"), ""});
    for (const char* line : {"embeddings", "head", "other", "headers"}) table.add({line, "", text(ledger.at("bytes"), line)});
    table.add({"model", "", text(answer, "modelBytes")});
    table.print(out);
    out << '\n';
    if (answer.contains("mixed")) printMixed(answer, out);
    printFields(out, {{"kept weights", text(answer, "kept")},
                      {"smallest kept score", text(answer, "threshold")},
                      {"first-order loss, for ranking only", text(answer, "firstOrder")},
                      {"predicted loss", text(answer, "predictedLoss")}});
}

void printComparison(const Json& answer, std::ostream& out) {
    Table table({"matrix", "kept in A", "kept in B", "in both", "by chance"});
    for (const Json& tensor : answer.at("perTensor"))
        table.add({text(tensor, "name"), text(tensor, "keptA"), text(tensor, "keptB"), text(tensor, "both"), number(real(tensor, "expected"))});
    table.print(out);
    out << '\n';
    const auto side = [](const Json& one) { return text(one, "task") + ", " + text(one, "method") + ", " + text(one, "bits") + " bits, seed " + text(one, "seed") + ", " + text(one, "artifact").substr(0, 12); };
    printFields(out, {{"A", side(answer.at("a"))},
                      {"B", side(answer.at("b"))},
                      {"in both", text(answer, "both")},
                      {"Jaccard index", text(answer, "jaccard")},
                      {"Jaccard index by chance", text(answer, "expectedJaccard")}});
}

void printScore(const Json& answer, std::ostream& out) {
    printFields(out, {{"score", text(answer, "method")}, {"artifact", text(answer, "artifact")}, {"run", text(answer, "run")}});
    printStages(answer, out);
}

}  // namespace

Printers saliencyPrinters() { return {{"saliency", printSaliency}, {"budget", printBudget}, {"circuit-compare", printComparison}, {"circuit-score", printScore}}; }

}  // namespace tacq::app

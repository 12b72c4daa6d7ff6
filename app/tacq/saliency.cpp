#include "command.h"
#include "table.h"

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

void printBudget(const Json& answer, std::ostream& out) {
    const Json& ledger = answer.at("ledger");
    Table table({"bits a weight", "bits", "bytes"});
    for (const char* line : {"codes", "scales", "zeros", "outlierValues", "outlierIndices"}) table.add({line, text(ledger, line), text(ledger.at("bytes"), line)});
    table.add({"total", text(ledger, "total"), ""});
    for (const char* line : {"embeddings", "head", "other", "headers"}) table.add({line, "", text(ledger.at("bytes"), line)});
    table.add({"model", "", text(answer, "modelBytes")});
    table.print(out);
    out << '\n';
    printFields(out, {{"kept weights", text(answer, "kept")},
                      {"smallest kept score", text(answer, "threshold")},
                      {"first-order loss, for ranking only", text(answer, "firstOrder")},
                      {"predicted loss", text(answer, "predictedLoss")}});
}

}  // namespace

std::vector<CommandSpec> saliencyCommands() {
    return {
        {{"saliency"}, "saliency", "gradients and simulated quantization: which weights matter for a task",
         "tacq saliency resources/sample/stories260K --task tinystories --samples 8 --tokens 128 --bits 3",
         join({{{"MODEL", "model", Value::Text, "model folder or file", Place::Positional}, {"--task", "task", Value::Text, "task name, file or mix", Place::Required}},
               calibrationOptions(), gridOptions(false)}),
         printSaliency, false},
        {{"budget"}, "budget", "sizes and kept weights of a budget, without a model", "tacq budget 1 --target-bits 3.2",
         join({{{"ARTIFACT", "artifact", Value::Text, "saliency artifact, or the number of a run that made one", Place::Positional}}, budgetOptions(), gridOptions(false), denseOptions()}),
         printBudget, false},
        {{"circuit"}, "circuit", "", "", {}, {}, true},
    };
}

}  // namespace tacq::app

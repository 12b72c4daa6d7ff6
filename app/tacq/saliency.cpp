#include "command.h"
#include "table.h"

#include <map>

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
    for (const char* line : {"codes", "scales", "zeros", "outlierValues", "outlierIndices"}) table.add({line, text(ledger, line), text(ledger.at("bytes"), line)});
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

std::vector<CommandSpec> saliencyCommands() {
    return {
        {{"saliency"}, "saliency", "gradients and simulated quantization: which weights matter for a task",
         "tacq saliency resources/sample/stories260K --task tinystories --samples 8 --tokens 128 --bits 3",
         join({{{"MODEL", "model", Value::Text, "model folder or file", Place::Positional}, {"--task", "task", Value::Text, "task name, file or mix", Place::Required}},
               calibrationOptions(), gridOptions(false)}),
         printSaliency, false},
        {{"budget"}, "budget", "sizes and kept weights of a budget, without a model", "tacq budget 1 --target-bits 3.2",
         join({{{"ARTIFACT", "artifact", Value::Text, "saliency artifact, or the number of a run that made one", Place::Positional}}, budgetOptions(), otherGridOptions(), denseOptions(),
               {{"--recipe", "recipe", Value::Text, "JSON file with a width for single tensors, as for quantize; locked tensors keep theirs under --mixed"},
                {"--mixed", "mixed", Value::Flag, "choose a width for every tensor, and the kept weights, under --target-bits or --target-size"},
                {"--widths", "widths", Value::Integers, "widths to choose from (default 2,3,4,8)"},
                {"--vllm-safe", "vllmSafe", Value::Flag, "one width for q, k and v of a layer, and one for gate and up, as engines want that fuse them"},
                {"--gguf-safe", "ggufSafe", Value::Flag, "only widths that a GGUF type has for the tensor's row length"},
                {"--recipe-out", "recipeOut", Value::Text, "file for the chosen widths, to be given to quantize --recipe"}}}),
         printBudget, false},
        {{"circuit", "compare"}, "circuit-compare", "how the kept weights of two saliencies of one model overlap, and what chance would give", "tacq circuit compare 1 2 --outliers 0.0035",
         {{"A", "a", Value::Text, "saliency artifact, or the number of a run that made one", Place::Positional},
          {"B", "b", Value::Text, "another one of the same model", Place::Positional},
          {"--outliers", "outliers", Value::Real, "share of the weights that each keeps (default 0.0035)"}},
         printComparison, false},
        {{"circuit", "score"}, "circuit-score", "the same saliency by another score, to compare with: its gradients and simulation are used again", "tacq circuit score 1 --method magnitude",
         {{"SALIENCY", "saliency", Value::Text, "saliency artifact, or the number of a run that made one", Place::Positional},
          {"--method", "method", Value::Text, "score: tacq, qal, msg, gradient, magnitude, random", Place::Required}},
         printScore, false},
    };
}

}  // namespace tacq::app

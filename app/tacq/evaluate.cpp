#include "command.h"
#include "table.h"

namespace tacq::app {
namespace {

void printPerplexity(const Json& answer, std::ostream& out) {
    printFields(out, {{"perplexity", text(answer, "perplexity")},
                      {"mean loss", text(answer, "meanNll") + " ± " + text(answer, "standardError")},
                      {"tokens scored", text(answer, "tokens")},
                      {"windows", text(answer, "windows")}});
}

void printComparison(const Json& answer, std::ostream& out) {
    printFields(out, {{"mean KL divergence", text(answer, "klMean")},
                      {"median", text(answer, "klMedian")},
                      {"99th percentile", text(answer, "klP99")},
                      {"same likeliest token", text(answer, "top1Agreement")},
                      {"mean loss of the first model", text(answer, "meanNllA")},
                      {"of the second", text(answer, "meanNllB")}});
}

}  // namespace

std::vector<CommandSpec> evaluateCommands() {
    return {
        {{"perplexity"}, "perplexity", "perplexity of a model on a text",
         "tacq perplexity resources/sample/stories260K --text-file resources/tasks/data/tinystories.txt --window 128 --max-windows 8",
         join({{{"MODEL", "model", Value::Text, "model folder or file", Place::Positional}}, windowOptions()}), printPerplexity, false},
        {{"compare"}, "compare", "how far two models agree, token by token",
         "tacq compare resources/sample/stories260K resources/sample/stories260K --text-file resources/tasks/data/tinystories.txt --window 128 "
         "--max-windows 4",
         join({{{"MODEL_A", "modelA", Value::Text, "the reference", Place::Positional}, {"MODEL_B", "modelB", Value::Text, "the other model", Place::Positional}},
               windowOptions()}),
         printComparison, false},
        {{"evaluate"}, "evaluate", "", "", {}, {}, true},
    };
}

}  // namespace tacq::app

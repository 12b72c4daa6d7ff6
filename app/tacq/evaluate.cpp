#include "command.h"
#include "table.h"

namespace tacq::app {
namespace {

void printPerplexity(const Json& answer, std::ostream& out) {
    printFields(out, {{"perplexity", text(answer, "perplexity")},
                      {"mean loss", text(answer, "meanNll") + ", standard error " + text(answer, "standardError")},
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

void printEvaluation(const Json& answer, std::ostream& out) {
    const bool known = !answer.at("low").is_null();
    printFields(out, {{text(answer, "title"), text(answer, "value")},
                      {"95 % interval", known ? text(answer, "low") + " to " + text(answer, "high") : "not known"},
                      {"over", text(answer, "items") + " " + text(answer, "unit") + " of " + text(answer, "text")}});
}

}  // namespace

Printers evaluatePrinters() { return {{"perplexity", printPerplexity}, {"compare", printComparison}, {"evaluate", printEvaluation}}; }

}  // namespace tacq::app

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

std::vector<CommandSpec> quantizeCommands() {
    return {{{"quantize"}, "quantize", "the whole way: saliency, circuit, masked GPTQ, checkpoint",
             "tacq quantize resources/sample/stories260K /tmp/small --task tinystories --samples 8 --tokens 128 --bits 3",
             join({{{"MODEL", "model", Value::Text, "model folder or file", Place::Positional},
                    {"OUT", "out", Value::Text, "folder to make", Place::Positional},
                    {"--task", "task", Value::Text, "task name, file or mix", Place::Required}},
                   gridOptions(true), budgetOptions(),
                   {{"--method", "method", Value::Text, "tacq (default), rtn, gptq, random, magnitude, gradient, msg or qal"}},
                   calibrationOptions(), denseOptions(),
                   {{"--format", "format", Value::Text, "hf (default) or tacq, the compact packed checkpoint"},
                    {"--grid", "grid", Value::Text, ""},
                    {"--recipe", "recipe", Value::Text, "JSON file with a width for single tensors: {\"tensors\": {NAME: 4, NAME: {\"bits\": 2, \"groupSize\": 64}}}"},
                    {"--no-verify", "noVerify", Value::Flag, "do not read the result back"},
                    {"--force", "force", Value::Flag, "replace what is at OUT"}}}),
             print, false}};
}

}  // namespace tacq::app

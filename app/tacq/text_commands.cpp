#include "command.h"
#include "table.h"

namespace tacq::app {
namespace {

void printTokens(const Json& answer, std::ostream& out) {
    Table table({"id", "piece"});
    for (std::size_t i = 0; i < answer.at("ids").size(); ++i) table.add({answer.at("ids")[i].dump(), answer.at("pieces")[i].get<std::string>()});
    table.print(out);
}

void printLogits(const Json& answer, std::ostream& out) {
    Table table({"id", "logit"});
    for (const Json& one : answer.at("top")) table.add({text(one, "id"), text(one, "logit")});
    table.print(out);
    printFields(out, {{"log of the sum of exponentials", text(answer, "logSumExp")}, {"mean loss of the sequence", text(answer, "meanNll")}});
}

/// The text itself streamed out while it was made.
void printGenerated(const Json& answer, std::ostream& out) {
    out << '\n';
    if (!answer.contains("kl")) return;
    // Pieces as JSON strings: a leading space or a new line must be seen.
    Table table({"token", "piece", "KL, nats"});
    for (std::size_t i = 0; i < answer.at("kl").size(); ++i)
        table.add({answer.at("ids")[i].dump(), answer.at("pieces")[i].dump(-1, ' ', false, Json::error_handler_t::replace), number(answer.at("kl")[i].get<double>())});
    table.print(out);
    printFields(out, {{"mean KL per token, nats", text(answer, "klMean")}});
}

}  // namespace

Printers textPrinters() { return {{"tokenize", printTokens}, {"logits", printLogits}, {"generate", printGenerated}}; }

}  // namespace tacq::app

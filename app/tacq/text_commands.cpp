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

std::vector<CommandSpec> textCommands() {
    const OptionSpec model{"MODEL", "model", Value::Text, "model folder or file", Place::Positional};
    return {
        {{"tokenize"}, "tokenize", "token ids of a text", "tacq tokenize resources/sample/stories260K --text \"Once upon a time\"",
         {{"MODEL", "model", Value::Text, "model, vocabulary-only .gguf, or tokenizer.json", Place::Positional},
          {"--text", "text", Value::Text, "the text"},
          {"--text-file", "textFile", Value::Text, "a UTF-8 file"},
          {"--no-special", "noSpecial", Value::Flag, "add neither BOS nor EOS"},
          {"--add-bos", "addBos", Value::Flag, "begin with BOS whatever the tokenizer says"},
          {"--plain-markers", "plainMarkers", Value::Flag, "text that spells a special token stays text"}},
         printTokens, false},
        {{"logits"}, "logits", "logits of one token sequence", "tacq logits resources/sample/stories260K --tokens 1,403,407,261,378",
         {model,
          {"--tokens", "tokens", Value::Integers, "ids, separated by commas"},
          {"--tokens-file", "tokensFile", Value::Text, "safetensors with `tokens`; the first row is used"},
          {"--out", "out", Value::Text, "write all logits to this .safetensors"}},
         printLogits, false},
        {{"generate"}, "generate", "continue a text", "tacq generate resources/sample/stories260K --prompt \"Once upon a time\" --max-tokens 40",
         {model,
          {"--prompt", "prompt", Value::Text, "the text to continue", Place::Required},
          {"--chat", "chat", Value::Flag, "the prompt is a message to the model, put into its chat template"},
          {"--max-tokens", "maxTokens", Value::Integer, "new tokens at most (default 64)"},
          {"--temperature", "temperature", Value::Real, "0 (default): always the likeliest token"},
          {"--against", "against", Value::Text, "a model that reads along: reports KL(this one || MODEL) at each new token"}},
         printGenerated, false},
    };
}

}  // namespace tacq::app

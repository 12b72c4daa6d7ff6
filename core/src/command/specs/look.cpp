#include "command/specs/families.h"
#include "tacq/command/requests.h"

namespace tacq::specs {

std::vector<CommandSpec> lookCommands() {
    const GenerateRequest usual;
    return {
        {.words = {"inspect"},
         .summary = "architecture, tensors and memory forecast of a model",
         .example = "tacq inspect resources/sample/stories260K",
         .options = {model("Hugging Face folder, .safetensors, .gguf or packed checkpoint")},
         .lane = Lane::Quick},
        {.words = {"tokenize"},
         .summary = "token ids of a text",
         .example = "tacq tokenize resources/sample/stories260K --text \"Once upon a time\"",
         .options = {model("model, vocabulary-only .gguf, or tokenizer.json"),
                     {.key = "text", .help = "the text"},
                     {.key = "textFile", .help = "a UTF-8 file", .file = OptionFile::MayExist, .label = "FILE"},
                     {.key = "noSpecial", .help = "add neither BOS nor EOS", .type = OptionType::Flag},
                     {.key = "addBos", .help = "begin with BOS whatever the tokenizer says", .type = OptionType::Flag},
                     {.key = "plainMarkers", .help = "text that spells a special token stays text", .type = OptionType::Flag}},
         .lane = Lane::Quick},
        {.words = {"logits"},
         .summary = "logits of one token sequence",
         .example = "tacq logits resources/sample/stories260K --tokens 1,403,407,261,378",
         .options = {model(),
                     {.key = "tokens", .help = "ids, separated by commas", .type = OptionType::Integers, .label = "IDS"},
                     {.key = "tokensFile", .help = "safetensors with `tokens`; the first row is used", .file = OptionFile::MayExist, .label = "FILE"},
                     {.key = "out", .help = "write all logits to this .safetensors", .group = OptionGroup::Output, .file = OptionFile::New, .label = "FILE"}}},
        {.words = {"generate"},
         .summary = "continue a text",
         .example = "tacq generate resources/sample/stories260K --prompt \"Once upon a time\" --max-tokens 40",
         .options = {model(),
                     {.key = "prompt", .help = "the text to continue", .place = OptionPlace::Required, .mayBeEmpty = true},
                     {.key = "chat", .help = "the prompt is a message to the model, put into its chat template", .type = OptionType::Flag},
                     {.key = "maxTokens", .help = "new tokens at most", .type = OptionType::Integer, .fallback = std::to_string(usual.maxTokens), .integers = {1, 1 << 20}, .label = "N"},
                     {.key = "temperature", .help = "0: always the likeliest token", .type = OptionType::Real, .fallback = "0", .reals = {0, 100}, .label = "T"},
                     {.key = "against", .help = "a model that reads along: reports KL(this one || MODEL) at each new token", .file = OptionFile::MayExist, .label = "MODEL"}}},
    };
}

}  // namespace tacq::specs

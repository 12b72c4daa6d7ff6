#include <algorithm>

#include "pipeline/commands/command_list.h"
#include "pipeline/requests/token_rows.h"
#include "pipeline/stages/forecast.h"
#include "tacq/task/chat.h"
#include "tacq/tokenizer/tokenizer.h"

namespace tacq {
namespace {

const char* kindName(CheckpointKind kind) {
    switch (kind) {
        case CheckpointKind::HuggingFace: return "hf";
        case CheckpointKind::SingleSafetensors: return "safetensors";
        case CheckpointKind::Gguf: return "gguf";
        case CheckpointKind::Packed: return "tacq";
    }
    return "";
}

Json configJson(const ModelConfig& config) {
    return {{"modelType", config.modelType},
            {"vocabSize", config.vocabSize},
            {"hiddenSize", config.hiddenSize},
            {"layers", config.layers},
            {"heads", config.heads},
            {"keyValueHeads", config.keyValueHeads},
            {"headDim", config.headDim},
            {"intermediateSize", config.intermediateSize},
            {"contextLength", config.contextLength},
            {"tiedEmbeddings", config.tiedEmbeddings}};
}

}  // namespace

Result<Json> inspectCommand(Session& session, Params& params) {
    const std::string path = params.text("model");
    TACQ_CHECK(params.finish());
    TACQ_TRY(const auto model, session.openModel(path));
    std::uint64_t bytes = 0;
    std::int64_t quantizable = 0;
    Json tensors = Json::array(), linears = Json::array();
    for (const TensorInfo& tensor : model->tensors()) {
        bytes += tensor.bytes;
        tensors.push_back({{"name", tensor.name}, {"shape", tensor.shape}, {"dtype", std::string(tensorTypeName(tensor.type))}, {"bytes", tensor.bytes}});
    }
    for (const LinearInfo& linear : model->linears()) {
        quantizable += linear.elements();
        linears.push_back({{"name", linear.name}, {"layer", linear.layer}, {"kind", std::string(linearKindName(linear.kind))}, {"rows", linear.rows}, {"columns", linear.columns}});
    }
    // A template that cannot be read keeps nobody from looking at the model.
    const auto chatTemplate = Tokenizer::chatTemplateOf(*model);
    std::vector<Note> notes(model->notes().begin(), model->notes().end());
    if (const auto tokenizer = session.openTokenizer(*model); tokenizer.ok()) {
        const auto own = tokenizerNotes(tokenizer.value(), *model);
        notes.insert(notes.end(), own.begin(), own.end());
    } else if (tokenizer.error().code != ErrorCode::NotFound) {
        notes.push_back({"tokenizer-not-read", "the tokenizer is not read: " + tokenizer.error().context + ": " + tokenizer.error().message + "; " + tokenizer.error().hint});
    }
    // The usual job: as many samples as nobody has to ask for, or as long as the model's context allows.
    const SampleOptions usual;
    const std::int64_t row = model->config().contextLength > 0 ? std::min(usual.tokens, model->config().contextLength) : usual.tokens;
    const Forecast need = forecast(geometryOf(*model), {usual.samples * row, row, true, 2, 0, 0});
    Json object{{"model", path},
                {"name", model->displayName()},
                {"kind", kindName(model->kind())},
                {"architecture", model->config().architectureName},
                {"config", configJson(model->config())},
                {"parameters", model->parameters()},
                {"quantizableParameters", quantizable},
                {"bytes", bytes},
                {"forecast", forecastJson(need)},
                {"notes", notesJson(notes)},
                {"linears", linears},
                {"tensors", tensors}};
    if (chatTemplate.ok() && canChat(chatTemplate.value())) object["chat"] = true;
    return object;
}

}  // namespace tacq

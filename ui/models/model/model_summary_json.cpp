#include "models/model/model_summary_json.h"

#include <QJsonArray>
#include <algorithm>
#include <cmath>
#include <optional>

#include "tacq/checkpoint/described.h"

namespace tacq::ui {
namespace {

QString text(const QJsonObject& object, const char* key) { return object.value(QLatin1String(key)).toString(); }
/// A whole number that a double holds exactly; −1 for any other.
qint64 whole(const QJsonValue& value) {
    const double number = value.toDouble();
    return number >= 0 && number <= 9e15 && number == std::floor(number) ? static_cast<qint64>(number) : -1;
}
qint64 whole(const QJsonObject& object, const char* key) { return object.contains(QLatin1String(key)) ? whole(object.value(QLatin1String(key))) : 0; }

CheckpointKind kindFrom(const QString& name) {
    if (name == QLatin1String("safetensors")) return CheckpointKind::SingleSafetensors;
    if (name == QLatin1String("gguf")) return CheckpointKind::Gguf;
    return name == QLatin1String("tacq") ? CheckpointKind::Packed : CheckpointKind::HuggingFace;
}

ModelConfig configFrom(const QJsonObject& object) {
    ModelConfig config;
    config.modelType = text(object, "modelType").toStdString();
    config.vocabSize = whole(object, "vocabSize");
    config.hiddenSize = whole(object, "hiddenSize");
    config.layers = whole(object, "layers");
    config.heads = whole(object, "heads");
    config.keyValueHeads = whole(object, "keyValueHeads");
    config.headDim = whole(object, "headDim");
    config.intermediateSize = whole(object, "intermediateSize");
    config.contextLength = whole(object, "contextLength");
    config.tiedEmbeddings = object.value(QLatin1String("tiedEmbeddings")).toBool();
    return config;
}

TensorInfo tensorFrom(const QJsonObject& object) {
    TensorInfo tensor;
    tensor.name = text(object, "name").toStdString();
    tensor.type = tensorTypeNamed(text(object, "dtype").toStdString()).value_or(TensorType::F32);
    for (const QJsonValue& size : object.value(QLatin1String("shape")).toArray()) tensor.shape.push_back(whole(size));
    tensor.bytes = static_cast<std::uint64_t>(whole(object, "bytes"));
    return tensor;
}

}  // namespace

Result<ModelPointer> summaryFromInspect(const QJsonObject& answer) {
    auto summary = std::make_shared<ModelSummary>();
    summary->path = text(answer, "model");
    summary->name = shownName(kindFrom(text(answer, "kind")), summary->path, text(answer, "name"));
    summary->kind = checkpointKindText(kindFrom(text(answer, "kind")));
    summary->architecture = text(answer, "architecture");
    summary->config = configFrom(answer.value(QLatin1String("config")).toObject());
    summary->config.architectureName = summary->architecture.toStdString();
    for (const QJsonValue& value : answer.value(QLatin1String("tensors")).toArray()) {
        summary->tensors.push_back(tensorFrom(value.toObject()));
        TACQ_CHECK(checkDescribed(summary->tensors.back(), summary->path.toStdString()));
    }
    for (const QJsonValue& value : answer.value(QLatin1String("linears")).toArray()) {
        const QJsonObject o = value.toObject();
        const auto kind = linearKindNamed(text(o, "kind").toStdString());
        if (!kind) return Error{ErrorCode::InvalidFile, "the engine describes a matrix of an unknown kind", text(o, "name").toStdString(), "use the same version on both computers"};
        summary->linears.push_back({text(o, "name").toStdString(), whole(o, "layer"), *kind, whole(o, "rows"), whole(o, "columns")});
        TACQ_CHECK(checkDescribed(summary->linears.back(), summary->path.toStdString()));
    }
    if (summary->linears.empty()) return Error{ErrorCode::InvalidFile, "the engine does not say which matrices the model has", summary->path.toStdString(), "use the same version on both computers"};
    summary->chat = answer.value(QLatin1String("chat")).toBool();
    for (const QJsonValue& note : answer.value(QLatin1String("notes")).toArray()) summary->notes << text(note.toObject(), "text");
    summary->parameters = whole(answer, "parameters");
    summary->quantizable = whole(answer, "quantizableParameters");
    summary->bytes = static_cast<quint64>(std::max<qint64>(0, whole(answer, "bytes")));
    return ModelPointer(std::move(summary));
}

}  // namespace tacq::ui

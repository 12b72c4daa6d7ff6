#include "models/model/model_summary.h"

#include <QFileInfo>

#include "tacq/task/chat.h"
#include "tacq/tokenizer/tokenizer.h"

namespace tacq::ui {
QString checkpointKindText(CheckpointKind kind) {
    switch (kind) {
        case CheckpointKind::HuggingFace: return QStringLiteral("Hugging Face");
        case CheckpointKind::SingleSafetensors: return QStringLiteral("safetensors");
        case CheckpointKind::Gguf: return QStringLiteral("GGUF");
        case CheckpointKind::Packed: return QStringLiteral("TaCQ");
    }
    return {};
}

QString shownName(CheckpointKind kind, const QString& path, const QString& own) {
    return kind == CheckpointKind::Gguf ? QFileInfo(path).completeBaseName() : own;
}

HeadCounts headsOf(const ModelPointer& model) {
    return model ? HeadCounts{static_cast<int>(model->config.heads), static_cast<int>(model->config.keyValueHeads)} : HeadCounts{};
}

Result<ModelPointer> summarizeModel(const QString& path) {
    TACQ_TRY(const Checkpoint checkpoint, Checkpoint::open(path.toStdString()));
    auto summary = std::make_shared<ModelSummary>();
    summary->path = path;
    summary->name = shownName(checkpoint.kind(), path, QString::fromStdString(checkpoint.displayName()));
    summary->kind = checkpointKindText(checkpoint.kind());
    summary->config = checkpoint.config();
    summary->architecture = QString::fromStdString(checkpoint.config().architectureName);
    summary->tensors.assign(checkpoint.tensors().begin(), checkpoint.tensors().end());
    summary->linears.assign(checkpoint.linears().begin(), checkpoint.linears().end());
    summary->parameters = checkpoint.parameters();
    for (const LinearInfo& linear : summary->linears) summary->quantizable += linear.elements();
    const auto chatTemplate = Tokenizer::chatTemplateOf(checkpoint);
    summary->chat = chatTemplate.ok() && canChat(chatTemplate.value());
    for (const TensorInfo& tensor : summary->tensors) summary->bytes += tensor.bytes;
    for (const Note& note : checkpoint.notes()) summary->notes << QString::fromStdString(note.text);
    return ModelPointer(std::move(summary));
}

}  // namespace tacq::ui

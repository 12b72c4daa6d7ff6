#pragma once
#include <QString>
#include <QStringList>
#include <memory>
#include <vector>

#include "models/shared/heads.h"
#include "tacq/checkpoint/checkpoint.h"

namespace tacq::ui {

/// What the window knows of a model without keeping it open.
struct ModelSummary {
    QString path, name, kind, architecture;
    ModelConfig config;
    std::vector<TensorInfo> tensors;
    std::vector<LinearInfo> linears;
    qint64 parameters = 0, quantizable = 0;
    quint64 bytes = 0;   ///< tensors as stored
    bool chat = false;   ///< it has a chat template that a message can be put into
    QStringList notes;   ///< what one should know about it though it opened, in the core's words
};
using ModelPointer = std::shared_ptr<const ModelSummary>;

/// How people call a kind of checkpoint.
QString checkpointKindText(CheckpointKind kind);
/// A model's name for people. A GGUF goes by its file: what a converter wrote into it is often another name than the one it is known by.
QString shownName(CheckpointKind kind, const QString& path, const QString& own);

/// Heads of its attention; noughts without a model.
HeadCounts headsOf(const ModelPointer& model);

/// Opens the checkpoint, reads its header, closes it. Touches files: not for the GUI thread.
Result<ModelPointer> summarizeModel(const QString& path);

}  // namespace tacq::ui

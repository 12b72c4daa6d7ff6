#pragma once
#include <QCoreApplication>
#include <QString>

#include "tacq/base/stage.h"

namespace tacq::ui {

struct JobProgress;

/// Words for the engine's stable stage and unit keys.
class StageText {
    Q_DECLARE_TR_FUNCTIONS(StageText)
public:
    static QString stage(Stage stage);          ///< Stage::Gradient → "Gradients"
    static QString stage(const QString& key);   ///< the same by name; a stage of another version is shown as it is called
    static QString unit(const QString& key);    ///< `samples` → "samples"
    /// `Gradients · 3 of 16 samples · layers.5.mlp.down_proj`
    static QString progressLine(const JobProgress& progress);
};

}  // namespace tacq::ui

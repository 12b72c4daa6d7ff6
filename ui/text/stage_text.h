#pragma once
#include <QCoreApplication>
#include <QString>

namespace tacq::ui {

struct JobProgress;

/// Words for the engine's stable stage and unit keys.
class StageText {
    Q_DECLARE_TR_FUNCTIONS(StageText)
public:
    static QString stage(const QString& key);   ///< `gradient` → "Gradients"
    static QString unit(const QString& key);    ///< `samples` → "samples"
    /// `Gradients · 3 of 16 samples · layers.5.mlp.down_proj`
    static QString progressLine(const JobProgress& progress);
};

}  // namespace tacq::ui

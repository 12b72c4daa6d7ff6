#include "text/stage_text.h"

#include <QHash>
#include <QLocale>
#include <QStringList>

#include "engine/engine_job.h"

namespace tacq::ui {

QString StageText::stage(Stage stage) {
    switch (stage) {
        case Stage::Load: return tr("Loading the model");
        case Stage::Gradient: return tr("Gradients");
        case Stage::Simulate: return tr("Simulated quantization");
        case Stage::Sketch: return tr("Summarizing");
        case Stage::Saliency: return tr("Saliency maps");
        case Stage::Select: return tr("Choosing the kept weights");
        case Stage::Widths: return tr("What each width would cost");
        case Stage::Allocate: return tr("Choosing widths");
        case Stage::Quantize: return tr("Quantizing");
        case Stage::Tune: return tr("Tuning the circuit");
        case Stage::Evaluate: return tr("Measuring");
        case Stage::Generate: return tr("Writing text");
        case Stage::Export: return tr("Writing");
        case Stage::Verify: return tr("Reading back");
        case Stage::Probe: return tr("Measuring this machine");
        case Stage::Fetch: return tr("Fetching");
    }
    return {};
}

QString StageText::stage(const QString& key) {
    const auto known = stageNamed(key.toStdString());
    return known ? stage(*known) : key;
}

QString StageText::unit(const QString& key) {
    static const QHash<QString, const char*> words{
        {QStringLiteral("samples"), QT_TR_NOOP("samples")}, {QStringLiteral("tensors"), QT_TR_NOOP("tensors")},
        {QStringLiteral("windows"), QT_TR_NOOP("windows")}, {QStringLiteral("bytes"), QT_TR_NOOP("bytes")},
        {QStringLiteral("layers"), QT_TR_NOOP("layers")},   {QStringLiteral("tokens"), QT_TR_NOOP("tokens")},
        {QStringLiteral("blocks"), QT_TR_NOOP("layers")},
    };
    const char* word = words.value(key, nullptr);
    return word ? tr(word) : key;
}

QString StageText::progressLine(const JobProgress& progress) {
    if (progress.stage.isEmpty()) return tr("starting …");
    QStringList parts{stage(progress.stage)};
    if (progress.total > 0)
        parts << tr("%1 of %2 %3").arg(QLocale().toString(progress.done), QLocale().toString(progress.total), unit(progress.unit));
    if (!progress.detail.isEmpty()) parts << progress.detail;
    return parts.join(QStringLiteral(" · "));
}

}  // namespace tacq::ui

#include "text/stage_text.h"

#include <QHash>
#include <QLocale>
#include <QStringList>

#include "engine/engine_job.h"

namespace tacq::ui {

QString StageText::stage(const QString& key) {
    static const QHash<QString, const char*> words{
        {QStringLiteral("load"), QT_TR_NOOP("Loading the model")},
        {QStringLiteral("tokenize"), QT_TR_NOOP("Preparing the text")},
        {QStringLiteral("gradient"), QT_TR_NOOP("Gradients")},
        {QStringLiteral("simulate"), QT_TR_NOOP("Simulated quantization")},
        {QStringLiteral("sketch"), QT_TR_NOOP("Summarizing")},
        {QStringLiteral("saliency"), QT_TR_NOOP("Saliency maps")},
        {QStringLiteral("select"), QT_TR_NOOP("Choosing the kept weights")},
        {QStringLiteral("quantize"), QT_TR_NOOP("Quantizing")},
        {QStringLiteral("evaluate"), QT_TR_NOOP("Measuring")},
        {QStringLiteral("fetch"), QT_TR_NOOP("Fetching")},
        {QStringLiteral("export"), QT_TR_NOOP("Writing")},
        {QStringLiteral("verify"), QT_TR_NOOP("Reading back")},
        {QStringLiteral("probe"), QT_TR_NOOP("Measuring this machine")},
        {QStringLiteral("generate"), QT_TR_NOOP("Writing text")},
        {QStringLiteral("identity"), QT_TR_NOOP("Identifying the model")},
    };
    const char* word = words.value(key, nullptr);
    return word ? tr(word) : key;
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

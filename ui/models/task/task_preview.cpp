#include "models/task/task_preview.h"

#include <QJsonArray>

#include "models/shared/format.h"

namespace tacq::ui {
namespace {

constexpr int kLeakWords = 90;

qint64 whole(const QJsonObject& object, const char* key, qint64 otherwise = 0) { return object.value(QLatin1String(key)).toInteger(otherwise); }

PreviewSample sampleOf(const QJsonObject& object) {
    PreviewSample sample;
    sample.text = object.value(QLatin1String("text")).toString();
    sample.tokens = whole(object, "tokens");
    sample.lossTokens = whole(object, "lossTokens");
    const QJsonArray ids = object.value(QLatin1String("ids")).toArray(), pieces = object.value(QLatin1String("pieces")).toArray(),
                     spelling = object.value(QLatin1String("spelling")).toArray(), loss = object.value(QLatin1String("loss")).toArray();
    if (spelling.size() != ids.size() || loss.size() != ids.size()) return sample;
    for (qsizetype t = 0; t < ids.size(); ++t) sample.pieces.push_back({spelling[t].toString(), pieces[t].toString(), ids[t].toInteger(), loss[t].toBool()});
    return sample;
}

}  // namespace

TaskPreview TaskPreview::fromJson(const QJsonObject& answer) {
    TaskPreview preview;
    for (const QJsonValue& sample : answer.value(QLatin1String("samples")).toArray()) preview.samples.push_back(sampleOf(sample.toObject()));
    qint64 tokens = 0, lossTokens = 0;
    for (const PreviewSample& sample : preview.samples) {
        tokens += sample.tokens;
        lossTokens += sample.lossTokens;
    }
    preview.sampleCount = whole(answer, "sampleCount", static_cast<qint64>(preview.samples.size()));
    preview.tokens = whole(answer, "tokenCount", tokens);
    preview.lossTokens = whole(answer, "lossTokenCount", lossTokens);
    preview.truncated = whole(answer, "truncated");
    preview.duplicates = whole(answer, "duplicates");
    for (const QJsonValue& note : answer.value(QLatin1String("notes")).toArray()) preview.notes << note.toString();
    const QJsonObject leak = answer.value(QLatin1String("leak")).toObject();
    preview.leakCount = whole(leak, "count");
    if (leak.value(QLatin1String("checked")).toBool()) preview.leak = preview.leakCount > 0 ? Leak::Some : Leak::None;
    preview.leakReason = leak.value(QLatin1String("reason")).toString();
    for (const QJsonValue& value : leak.value(QLatin1String("items")).toArray()) {
        const QJsonObject item = value.toObject();
        preview.leakItems << tr("%1 and %2: %3").arg(item.value(QLatin1String("calibration")).toString(), item.value(QLatin1String("evaluation")).toString(),
                                                     item.value(QLatin1String("text")).toString().simplified().left(kLeakWords));
    }
    return preview;
}

QString TaskPreview::countText() const {
    const auto count = [](qint64 n) { return Format::count(static_cast<quint64>(n)); };
    QStringList parts{tr("%1 samples, %2 tokens").arg(count(sampleCount), count(tokens)), tr("%1 of them carry the loss").arg(count(lossTokens))};
    if (truncated > 0) parts << tr("%n sample(s) cut off at the end", nullptr, static_cast<int>(truncated));
    if (duplicates > 0) parts << tr("%n duplicate(s)", nullptr, static_cast<int>(duplicates));
    return parts.join(QStringLiteral(" · "));
}

QString TaskPreview::leakText() const {
    switch (leak) {
        case Leak::None: return tr("Clean: nothing of the text for finding the circuit stands in the text for measuring.");
        case Leak::Some: return tr("%n example(s) stand in both texts, the one for finding the circuit and the one for measuring: what is measured will look better than it is.", nullptr,
                                   static_cast<int>(leakCount));
        case Leak::Unchecked: break;
    }
    return leakReason.isEmpty() ? QString() : tr("Not checked whether both texts share examples: %1").arg(leakReason);
}

}  // namespace tacq::ui

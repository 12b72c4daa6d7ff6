#include "engine/protocol_json.h"

#include <QJsonArray>

#include "text/error_text.h"

namespace tacq::ui {
namespace {

QString text(const QJsonObject& object, const char* key) { return object.value(QLatin1String(key)).toString(); }
bool flag(const QJsonObject& object, const char* key, bool fallback) { return object.value(QLatin1String(key)).toBool(fallback); }
double number(const QJsonObject& object, const char* key, double fallback = 0) { return object.value(QLatin1String(key)).toDouble(fallback); }

template <typename Item, typename Read>
QList<Item> listOf(const QJsonObject& object, const char* key, Read&& read) {
    QList<Item> items;
    for (const QJsonValue& value : object.value(QLatin1String(key)).toArray()) items.append(read(value.toObject()));
    return items;
}

EngineFormat formatOf(const QJsonObject& o) { return {text(o, "name"), text(o, "title"), text(o, "description"), flag(o, "lowBit", false)}; }
EngineMetric metricOf(const QJsonObject& o) { return {text(o, "name"), text(o, "title"), text(o, "description"), flag(o, "lowerIsBetter", true), flag(o, "needsOriginal", false)}; }
EngineGpu gpuOf(const QJsonObject& o) { return {text(o, "name"), static_cast<qint64>(number(o, "memoryBytes"))}; }

}  // namespace

EngineInfo engineInfo(const QJsonObject& hello) {
    EngineInfo info;
    info.protocol = static_cast<int>(number(hello, "protocol"));
    info.version = text(hello, "version");
    info.workspace = text(hello, "workspace");
    info.sample = text(hello, "sample");
    info.pid = static_cast<qint64>(number(hello, "pid"));
    info.threads = static_cast<int>(number(hello, "threads"));
    info.memoryBytes = static_cast<qint64>(number(hello, "memoryBytes"));
    info.availableMemoryBytes = static_cast<qint64>(number(hello, "availableMemoryBytes"));
    info.sharedFiles = flag(hello, "sharedFiles", true);
    info.exportFormats = listOf<EngineFormat>(hello, "exportFormats", formatOf);
    info.metrics = listOf<EngineMetric>(hello, "metrics", metricOf);
    info.gpus = listOf<EngineGpu>(hello, "gpus", gpuOf);
    return info;
}

JobProgress jobProgress(const QJsonObject& event) {
    JobProgress progress;
    progress.stage = text(event, "stage");
    progress.unit = text(event, "unit");
    progress.detail = text(event, "detail");
    progress.done = static_cast<qint64>(number(event, "done"));
    progress.total = static_cast<qint64>(number(event, "total"));
    progress.value = number(event, "value");
    progress.fraction = number(event, "fraction");
    progress.rate = number(event, "rate");
    progress.secondsLeft = number(event, "secondsLeft", -1);
    return progress;
}

EngineFrame engineFrame(const QJsonObject& event) {
    return {static_cast<qint64>(number(event, "id", -1)), text(event, "part"), static_cast<qint64>(number(event, "offset", -1)),
            static_cast<qint64>(number(event, "bytes", -1)), static_cast<qint64>(number(event, "total", -1))};
}

Error errorFromJson(const QJsonObject& error) {
    return {ErrorText::codeFromName(text(error, "code")), text(error, "message").toStdString(), text(error, "context").toStdString(),
            text(error, "hint").toStdString()};
}

}  // namespace tacq::ui

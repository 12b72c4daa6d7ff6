#include "engine/protocol_json.h"

#include <QJsonArray>
#include <string>

namespace tacq::ui {
namespace {

QString text(const QJsonObject& object, const char* key) { return object.value(QLatin1String(key)).toString(); }
bool flag(const QJsonObject& object, const char* key, bool fallback) { return object.value(QLatin1String(key)).toBool(fallback); }
double number(const QJsonObject& object, const char* key, double fallback = 0) { return object.value(QLatin1String(key)).toDouble(fallback); }
/// The fallback for whatever is no whole number of 64 bits: turning 1e300 into one is undefined.
qint64 whole(const QJsonObject& object, const char* key, qint64 fallback = 0) { return object.value(QLatin1String(key)).toInteger(fallback); }
int small(const QJsonObject& object, const char* key) { return object.value(QLatin1String(key)).toInt(); }

template <typename Item, typename Read>
QList<Item> listOf(const QJsonObject& object, const char* key, Read&& read) {
    QList<Item> items;
    for (const QJsonValue& value : object.value(QLatin1String(key)).toArray()) items.append(read(value.toObject()));
    return items;
}

EngineFormat formatOf(const QJsonObject& o) { return {text(o, "name"), text(o, "title"), text(o, "description"), flag(o, "lowBit", false), text(o, "runsIn"), flag(o, "isModel", true)}; }
EngineMetric metricOf(const QJsonObject& o) { return {text(o, "name"), text(o, "title"), text(o, "description"), flag(o, "lowerIsBetter", true), flag(o, "needsOriginal", false)}; }
EngineGpu gpuOf(const QJsonObject& o) { return {text(o, "name"), whole(o, "memoryBytes")}; }

}  // namespace

EngineInfo engineInfo(const QJsonObject& hello) {
    EngineInfo info;
    info.protocol = small(hello, "protocol");
    info.version = text(hello, "version");
    info.workspace = text(hello, "workspace");
    info.sample = text(hello, "sample");
    info.pid = whole(hello, "pid");
    info.threads = small(hello, "threads");
    info.memoryBytes = whole(hello, "memoryBytes");
    info.availableMemoryBytes = whole(hello, "availableMemoryBytes");
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
    progress.done = whole(event, "done");
    progress.total = whole(event, "total");
    progress.value = number(event, "value");
    progress.fraction = number(event, "fraction");
    progress.rate = number(event, "rate");
    progress.secondsLeft = number(event, "secondsLeft", -1);
    return progress;
}

EngineFrame engineFrame(const QJsonObject& event) {
    return {whole(event, "id", -1), text(event, "part"), whole(event, "offset", -1),
            whole(event, "bytes", -1), whole(event, "total", -1)};
}

ErrorCode errorCodeNamed(const QString& name) {
    const std::string wanted = name.toStdString();
    for (int i = 0; i <= static_cast<int>(ErrorCode::Internal); ++i)
        if (errorName(static_cast<ErrorCode>(i)) == wanted) return static_cast<ErrorCode>(i);
    return ErrorCode::Internal;
}

Error errorFromJson(const QJsonObject& error) {
    return {errorCodeNamed(text(error, "code")), text(error, "message").toStdString(), text(error, "context").toStdString(),
            text(error, "hint").toStdString()};
}

}  // namespace tacq::ui

#pragma once
#include <QJsonObject>

#include "engine/engine_process.h"
#include "engine/stream_reader.h"

namespace tacq::ui {

/// The engine's JSON objects as structs. Missing fields keep their defaults: a newer engine may say more, an older one less.
EngineInfo engineInfo(const QJsonObject& hello);
JobProgress jobProgress(const QJsonObject& event);
EngineFrame engineFrame(const QJsonObject& event);
/// The code whose errorName() is `name`; Internal for a name we do not know.
ErrorCode errorCodeNamed(const QString& name);
Error errorFromJson(const QJsonObject& error);

}  // namespace tacq::ui

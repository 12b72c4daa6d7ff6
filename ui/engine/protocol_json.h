#pragma once
#include <QJsonObject>

#include "engine/engine_process.h"
#include "engine/stream_reader.h"

namespace tacq::ui {

/// The engine's JSON objects as structs. Missing fields keep their defaults: a newer engine may say more, an older one less.
EngineInfo engineInfo(const QJsonObject& hello);
JobProgress jobProgress(const QJsonObject& event);
EngineFrame engineFrame(const QJsonObject& event);
Error errorFromJson(const QJsonObject& error);

}  // namespace tacq::ui

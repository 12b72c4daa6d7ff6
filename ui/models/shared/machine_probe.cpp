#include "models/shared/machine_probe.h"

#include <QCryptographicHash>
#include <QSettings>
#include <algorithm>

namespace tacq::ui {
namespace {

constexpr double kGuessedFlopsPerThread = 20e9;

QString keyOf(const EngineCommand& engine) {
    const QByteArray words = (QStringList(engine.program) + engine.arguments).join(QLatin1Char('\n')).toUtf8();
    return QLatin1String("probes/") + QString::fromLatin1(QCryptographicHash::hash(words, QCryptographicHash::Sha256).toHex().left(16));
}

}  // namespace

std::optional<MachineProbe> probeOf(const QJsonObject& answer) {
    const QString type = answer.value(QLatin1String("dtype")).toString(QStringLiteral("f32"));
    MachineProbe probe;
    probe.flopsPerSecond = answer.value(QLatin1String("gemmFlops")).toObject().value(type).toDouble();
    if (!(probe.flopsPerSecond > 0)) return std::nullopt;
    return probe;
}

std::optional<MachineProbe> rememberedProbe(const EngineCommand& engine) {
    const QVariantMap kept = QSettings().value(keyOf(engine)).toMap();
    const MachineProbe probe{kept.value(QLatin1String("flops")).toDouble()};
    if (!(probe.flopsPerSecond > 0)) return std::nullopt;
    return probe;
}

void rememberProbe(const EngineCommand& engine, const MachineProbe& probe) {
    QSettings().setValue(keyOf(engine), QVariantMap{{QStringLiteral("flops"), probe.flopsPerSecond}});
}

double forecastRate(const EngineProcess& engine) {
    if (const auto probe = rememberedProbe(engine.command())) return probe->flopsPerSecond;
    return kGuessedFlopsPerThread * std::max(1, engine.info().threads);
}

}  // namespace tacq::ui

#include "models/smaller/smaller_choices.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryFile>
#include <algorithm>
#include <cmath>

#include "models/shared/forecast.h"
#include "models/smaller/verdict.h"

namespace tacq::ui {
namespace {

double roundedUp(double bytes, int decimals) {
    const double step = std::pow(10.0, -decimals);
    // As the size field shows it, so that both compare equal.
    return QString::number(std::ceil(bytes / 1e6 / step - 1e-9) * step, 'f', decimals).toDouble();
}

/// Of the measured run next to this size; nothing where none is near.
std::optional<double> lossNear(const MeasuredRuns& measured, double bytes) {
    constexpr double kNear = 0.05;
    const MeasuredRun* nearest = nullptr;
    const auto distance = [bytes](const MeasuredRun& run) { return std::fabs(static_cast<double>(run.bytes) - bytes); };
    for (const MeasuredRun& run : measured.runs)
        if (distance(run) <= kNear * bytes && (!nearest || distance(run) < distance(*nearest))) nearest = &run;
    return nearest ? std::optional(nearest->loss) : std::nullopt;
}

}  // namespace

int megabyteDecimals(const ModelSummary& model) { return model.bytes < 20'000'000 ? 3 : 1; }

std::vector<SizeOffer> sizeOffers(const ModelSummary& model, const MeasuredRuns& measured) {
    std::vector<SizeOffer> offers;
    const auto sizes = offeredSizes(geometryOf(model), model.bytes);
    if (!sizes.ok()) return offers;
    for (const OfferedSize& size : sizes.value())
        offers.push_back({size.bits, roundedUp(static_cast<double>(size.bytes), megabyteDecimals(model)), false, lossNear(measured, static_cast<double>(size.bytes))});
    if (offers.empty()) return offers;
    auto best = offers.begin();
    if (measured.original)
        for (auto offer = offers.begin(); offer != offers.end(); ++offer)
            if (offer->loss && isUsable(verdictOf(measured.original->loss, *offer->loss))) best = offer;
    best->recommended = true;
    return offers;
}

double proposedMegabytes(const ModelSummary& model) {
    for (const SizeOffer& offer : sizeOffers(model, {}))
        if (offer.recommended) return offer.megabytes;
    return roundedUp(static_cast<double>(smallestBytes(geometryOf(model)).valueOr(0)), megabyteDecimals(model));
}

quint64 plainFolderBytes(const ModelSummary& model) {
    const auto wide = [&model](const TensorInfo& tensor) {
        return tensor.type == TensorType::F32 && std::any_of(model.linears.begin(), model.linears.end(), [&](const LinearInfo& linear) { return linear.name == tensor.name; });
    };
    const quint64 width = std::any_of(model.tensors.begin(), model.tensors.end(), wide) ? 4 : 2;
    quint64 bytes = 0;
    for (const TensorInfo& tensor : model.tensors) bytes += width * static_cast<quint64>(tensor.elements());
    return bytes;
}

QString fileName(QString name) {
    for (QChar& c : name)
        if (!c.isLetterOrNumber() && c != QLatin1Char('-') && c != QLatin1Char('.')) c = QLatin1Char('_');
    return name;
}

bool canMake(const QString& folder) {
    const QString above = QFileInfo(QDir::cleanPath(folder)).path();
    return QDir().mkpath(above) && QTemporaryFile(above + QLatin1String("/.tacq-XXXXXX")).open();
}

bool isTaken(const QString& path) { return QFileInfo::exists(path) || QFileInfo(path).isSymLink(); }

QString freeFolder(const QString& base) {
    QString folder = base;
    for (int number = 2; isTaken(folder); ++number) folder = QStringLiteral("%1-%2").arg(base).arg(number);
    return folder;
}

}  // namespace tacq::ui

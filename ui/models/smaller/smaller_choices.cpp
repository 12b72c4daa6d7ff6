#include "models/smaller/smaller_choices.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryFile>
#include <algorithm>
#include <cmath>

#include "models/shared/forecast.h"

namespace tacq::ui {
namespace {

double roundedUp(double bytes, int decimals) {
    const double step = std::pow(10.0, -decimals);
    // As the size field shows it, so that both compare equal.
    return QString::number(std::ceil(bytes / 1e6 / step - 1e-9) * step, 'f', decimals).toDouble();
}

}  // namespace

int megabyteDecimals(const ModelSummary& model) { return model.bytes < 20'000'000 ? 3 : 1; }

std::vector<SizePreset> sizePresets(const ModelSummary& model) {
    const auto smallest = smallestBytes(geometryOf(model));
    if (!smallest.ok()) return {};
    const int decimals = megabyteDecimals(model);
    const double least = roundedUp(static_cast<double>(smallest.value()), decimals);
    std::vector<SizePreset> presets;
    for (const int part : {2, 3, 4})
        if (const double size = roundedUp(static_cast<double>(model.bytes) / part, decimals); size > least) presets.push_back({part, size});
    presets.push_back({0, least});
    return presets;
}

double proposedMegabytes(const ModelSummary& model) {
    const std::vector<SizePreset> presets = sizePresets(model);
    if (presets.empty()) return 0;
    const auto third = std::find_if(presets.begin(), presets.end(), [](const SizePreset& preset) { return preset.part == 3; });
    return third != presets.end() ? third->megabytes : presets.back().megabytes;
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

#include "models/recent_models.h"

#include <QSettings>

namespace tacq::ui {
namespace {

constexpr int kRemembered = 8;
const char* const kKey = "recentModels";

}  // namespace

QStringList recentModels() { return QSettings().value(QLatin1String(kKey)).toStringList(); }

void rememberModel(const QString& path) {
    QStringList list = recentModels();
    list.removeAll(path);
    list.prepend(path);
    QSettings().setValue(QLatin1String(kKey), list.mid(0, kRemembered));
}

}  // namespace tacq::ui

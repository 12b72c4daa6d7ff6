#include "window_state.h"

#include <QMainWindow>
#include <QSettings>
#include <QSplitter>

namespace tacq::ui {
namespace {

const QString kGeometry = QStringLiteral("geometry"), kPage = QStringLiteral("page");

QString keyOf(const QSplitter& splitter) { return QLatin1String("splitters/") + splitter.objectName(); }

}  // namespace

void saveWindowState(const QMainWindow& window, const QString& page) {
    QSettings settings;
    settings.setValue(kGeometry, window.saveGeometry());
    settings.setValue(kPage, page);
    for (const QSplitter* splitter : window.findChildren<QSplitter*>())
        if (!splitter->objectName().isEmpty()) settings.setValue(keyOf(*splitter), splitter->saveState());
}

void restoreWindowState(QMainWindow& window) {
    const QSettings settings;
    window.restoreGeometry(settings.value(kGeometry).toByteArray());
    for (QSplitter* splitter : window.findChildren<QSplitter*>())
        if (!splitter->objectName().isEmpty()) splitter->restoreState(settings.value(keyOf(*splitter)).toByteArray());
}

QString rememberedPage() { return QSettings().value(kPage).toString(); }

}  // namespace tacq::ui

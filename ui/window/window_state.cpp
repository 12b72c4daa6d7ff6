#include "window/window_state.h"

#include <QMainWindow>
#include <QScreen>
#include <QSettings>
#include <QSplitter>

namespace tacq::ui {
namespace {

const QString kGeometry = QStringLiteral("geometry"), kPage = QStringLiteral("page");

QString keyOf(const QSplitter& splitter) { return QLatin1String("splitters/") + splitter.objectName(); }

}  // namespace

QSize roomOnScreen(const QMainWindow& window) {
    constexpr QSize kFrame(8, 36);   // before the window is shown, nobody knows how thick its frame will be
    return window.screen()->availableSize() - kFrame;
}

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

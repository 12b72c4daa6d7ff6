#pragma once
#include <QSize>
#include <QString>

class QMainWindow;

namespace tacq::ui {

/// How large a window may be to fit on its screen with its frame.
QSize roomOnScreen(const QMainWindow& window);
/// What a window looked like when it was left (QSettings): place and size, every splitter that has an objectName, and the page on show.
void saveWindowState(const QMainWindow& window, const QString& page);
void restoreWindowState(QMainWindow& window);
QString rememberedPage();

}  // namespace tacq::ui

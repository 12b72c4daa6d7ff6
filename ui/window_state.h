#pragma once
#include <QString>

class QMainWindow;

namespace tacq::ui {

/// What a window looked like when it was left (QSettings): place and size, every splitter that has an objectName, and the page on show.
void saveWindowState(const QMainWindow& window, const QString& page);
void restoreWindowState(QMainWindow& window);
QString rememberedPage();

}  // namespace tacq::ui

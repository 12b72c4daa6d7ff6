#pragma once
#include <QStringList>

namespace tacq::ui {

/// Models opened before, newest first, kept in the window's settings.
QStringList recentModels();
void rememberModel(const QString& path);

}  // namespace tacq::ui

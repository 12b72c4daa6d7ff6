#pragma once
#include <QList>
#include <QStringList>

#include "models/model/model_summary.h"

namespace tacq::ui {

/// A model opened before, as it was then.
struct RecentModel {
    QString path, name, kind;
    quint64 bytes = 0;
    qint64 parameters = 0;
};

/// Models opened before, newest first, kept in the window's settings.
QList<RecentModel> recentModels();
void rememberModel(const ModelSummary& model);
void forgetModel(const QString& path);

/// Workspace folders of this computer used before, newest first.
QStringList recentWorkspaces();
/// One below the system's temporary folder leaves no trace: scripts and trials make those, and they are gone tomorrow.
void rememberWorkspace(const QString& folder);
void forgetWorkspace(const QString& folder);

}  // namespace tacq::ui

#include "models/recent_models.h"

#include <QFileInfo>
#include <QSettings>
#include <algorithm>

namespace tacq::ui {
namespace {

constexpr qsizetype kRemembered = 8;
const char* const kKey = "recentModels";   ///< paths, in order
const char* const kFacts = "recentFacts";  ///< what is known of each
const char* const kWorkspaces = "recentWorkspaces";

QVariantMap facts() { return QSettings().value(QLatin1String(kFacts)).toMap(); }

void store(const QStringList& paths, const QVariantMap& known) {
    QVariantMap kept;
    for (const QString& path : paths)
        if (known.contains(path)) kept.insert(path, known.value(path));
    QSettings settings;
    settings.setValue(QLatin1String(kKey), paths);
    settings.setValue(QLatin1String(kFacts), kept);
}

QStringList storedPaths() { return QSettings().value(QLatin1String(kKey)).toStringList(); }

}  // namespace

QList<RecentModel> recentModels() {
    const QVariantMap known = facts();
    QList<RecentModel> list;
    for (const QString& path : storedPaths()) {
        const QVariantMap one = known.value(path).toMap();
        const QString name = one.value(QStringLiteral("name")).toString();
        list << RecentModel{path, name.isEmpty() ? QFileInfo(path).fileName() : name, one.value(QStringLiteral("kind")).toString(), one.value(QStringLiteral("bytes")).toULongLong(),
                            one.value(QStringLiteral("parameters")).toLongLong()};
    }
    return list;
}

void rememberModel(const ModelSummary& model) {
    QStringList paths = storedPaths();
    paths.removeAll(model.path);
    paths.prepend(model.path);
    QVariantMap known = facts();
    known.insert(model.path, QVariantMap{{QStringLiteral("name"), model.name}, {QStringLiteral("kind"), model.kind}, {QStringLiteral("bytes"), model.bytes},
                                         {QStringLiteral("parameters"), model.parameters}});
    store(paths.mid(0, kRemembered), known);
}

void forgetModel(const QString& path) {
    QStringList paths = storedPaths();
    paths.removeAll(path);
    store(paths, facts());
}

QStringList recentWorkspaces() { return QSettings().value(QLatin1String(kWorkspaces)).toStringList(); }

void rememberWorkspace(const QString& folder) {
    QStringList folders = recentWorkspaces();
    if (!folders.isEmpty() && folders.front() == folder) return;
    folders.removeAll(folder);
    folders.prepend(folder);
    QSettings().setValue(QLatin1String(kWorkspaces), QStringList(folders.mid(0, kRemembered)));
}

void forgetWorkspace(const QString& folder) {
    QStringList folders = recentWorkspaces();
    folders.removeAll(folder);
    QSettings().setValue(QLatin1String(kWorkspaces), folders);
}

}  // namespace tacq::ui

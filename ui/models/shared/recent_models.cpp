#include "models/shared/recent_models.h"

#include <QDir>
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

QStringList storedPaths(const char* key) { return QSettings().value(QLatin1String(key)).toStringList(); }

QStringList without(QStringList paths, const QString& path) {
    paths.removeAll(path);
    return paths;
}

bool isTemporary(const QString& folder) {
    const QString there = QFileInfo(folder).canonicalFilePath(), temporary = QFileInfo(QDir::tempPath()).canonicalFilePath();
    const QString cleaned = QDir::cleanPath(there.isEmpty() ? folder : there);
    return !temporary.isEmpty() && (cleaned == temporary || cleaned.startsWith(temporary + QLatin1Char('/')));
}

QStringList newestFirst(const QStringList& paths, const QString& path) { return (QStringList(path) + without(paths, path)).mid(0, kRemembered); }

}  // namespace

QList<RecentModel> recentModels() {
    const QVariantMap known = facts();
    QList<RecentModel> list;
    for (const QString& path : storedPaths(kKey)) {
        const QVariantMap one = known.value(path).toMap();
        const QString name = one.value(QStringLiteral("name")).toString();
        list << RecentModel{path, name.isEmpty() ? QFileInfo(path).fileName() : name, one.value(QStringLiteral("kind")).toString(), one.value(QStringLiteral("bytes")).toULongLong(),
                            one.value(QStringLiteral("parameters")).toLongLong()};
    }
    return list;
}

void rememberModel(const ModelSummary& model) {
    QVariantMap known = facts();
    known.insert(model.path, QVariantMap{{QStringLiteral("name"), model.name}, {QStringLiteral("kind"), model.kind}, {QStringLiteral("bytes"), model.bytes},
                                         {QStringLiteral("parameters"), model.parameters}});
    store(newestFirst(storedPaths(kKey), model.path), known);
}

void forgetModel(const QString& path) {
    store(without(storedPaths(kKey), path), facts());
}

QStringList recentWorkspaces() { return storedPaths(kWorkspaces); }
void rememberWorkspace(const QString& folder) {
    if (!isTemporary(folder)) QSettings().setValue(QLatin1String(kWorkspaces), newestFirst(recentWorkspaces(), folder));
}
void forgetWorkspace(const QString& folder) { QSettings().setValue(QLatin1String(kWorkspaces), without(recentWorkspaces(), folder)); }

}  // namespace tacq::ui

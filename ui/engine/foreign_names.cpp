#include "engine/foreign_names.h"

#include <QDir>
#include <QFileInfo>

#include "tacq/base/names.h"

namespace tacq::ui {

Result<void> checkArtifactKey(const QString& key) {
    // A letter that UTF-8 has no code for would be replaced: no key has one.
    if (ArtifactKey::isKey(key.toStdString())) return {};
    constexpr qsizetype kShown = 128;
    return Error{ErrorCode::InvalidFile, "what the engine names is not an artifact's key", key.left(kShown).toStdString(), "do not use this engine"};
}

bool isPartFile(const QString& part) { return isFileName(part.toStdString()); }

bool isWorkspaceHere(const QString& folder, const QString& handed) {
    if (!QDir::isAbsolutePath(folder)) return false;
    return QDir::cleanPath(folder) == QDir::cleanPath(handed) || QFileInfo(folder + QLatin1String("/workspace.sqlite")).isFile();
}

}  // namespace tacq::ui

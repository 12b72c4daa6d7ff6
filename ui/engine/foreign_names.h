#pragma once
#include <QString>

#include "tacq/base/result.h"

namespace tacq::ui {

// Words of an engine that become paths of this computer, checked where they enter (tacq/base/names.h).

/// 1 to 128 letters, digits, `-` or `_`: a folder's name that cannot lead anywhere else. Error: InvalidFile, naming the key.
Result<void> checkArtifactKey(const QString& key);
/// A name that may become a file of the cache: no separator, not hidden.
bool isPartFile(const QString& part);
/// Whether the workspace that an engine on another computer names may be used as a folder of this one: it is `handed`, or there is a workspace
/// already. Nothing is made in a folder only because an engine says that it works there.
bool isWorkspaceHere(const QString& folder, const QString& handed);

}  // namespace tacq::ui

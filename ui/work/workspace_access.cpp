#include "work/workspace_access.h"

#include <QDir>

#include "tacq/store/workspace.h"

namespace tacq::ui {

QString WorkspaceAccess::folder() const {
    const QString said = info().workspace, asked = m_engine.command().workspace;
    // `ws/` and `ws` are one: runs keep their paths without doubled slashes, and are known by them.
    return QDir::cleanPath(!said.isEmpty() ? said : !asked.isEmpty() ? asked : QString::fromStdString(Workspace::defaultFolder().string()));
}

}  // namespace tacq::ui

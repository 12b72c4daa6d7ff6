#pragma once
#include <QString>

class QAbstractItemModel;
class QTreeView;
class QWidget;

namespace tacq::ui {

/// A calm tree, in the manner of makeTable().
QTreeView* makeTree(QAbstractItemModel* model, const QString& objectName, const QString& accessibleName, QWidget* parent);

}  // namespace tacq::ui

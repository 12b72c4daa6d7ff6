#include "widgets/tree.h"

#include <QHeaderView>
#include <QTreeView>

namespace tacq::ui {

QTreeView* makeTree(QAbstractItemModel* model, const QString& objectName, const QString& accessibleName, QWidget* parent) {
    auto* tree = new QTreeView(parent);
    tree->setObjectName(objectName);
    tree->setAccessibleName(accessibleName);
    tree->setModel(model);
    tree->setUniformRowHeights(true);
    tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    tree->setFrameShape(QFrame::NoFrame);
    tree->setIndentation(18);
    tree->header()->setStretchLastSection(false);
    tree->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    if (model->columnCount() > 0) tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    return tree;
}

}  // namespace tacq::ui

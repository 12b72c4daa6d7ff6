#include "widgets/tree.h"

#include <QEvent>
#include <QHeaderView>
#include <QTreeView>
#include <utility>

namespace tacq::ui {
namespace {

constexpr int kNameWidth = 150;   // below this nobody knows what a row is about

/// Gives the first column what the others leave; where that is too little for a name, as much as one needs, and the tree scrolls.
class NameColumn : public QObject {
public:
    explicit NameColumn(QTreeView* tree) : QObject(tree), m_tree(tree) {
        tree->viewport()->installEventFilter(this);
        connect(tree->header(), &QHeaderView::sectionResized, this, [this](int section) {
            // Queued: the header tells of a size before it has it.
            if (section > 0 && !std::exchange(m_queued, true)) QMetaObject::invokeMethod(this, &NameColumn::fit, Qt::QueuedConnection);
        });
    }

private:
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() == QEvent::Resize) fit();
        return false;
    }

    void fit() {
        m_queued = false;
        QHeaderView* header = m_tree->header();
        int left = m_tree->viewport()->width();
        for (int column = 1; column < header->count(); ++column) left -= header->sectionSize(column);
        const auto mode = left < kNameWidth ? QHeaderView::Fixed : QHeaderView::Stretch;
        if (mode != header->sectionResizeMode(0)) header->setSectionResizeMode(0, mode);
        if (mode == QHeaderView::Fixed && header->sectionSize(0) != kNameWidth) header->resizeSection(0, kNameWidth);
    }

    QTreeView* m_tree;
    bool m_queued = false;
};

}  // namespace

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
    tree->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    if (model->columnCount() > 0) {
        tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
        new NameColumn(tree);
    }
    return tree;
}

}  // namespace tacq::ui

#include "widgets/table.h"

#include <QEvent>
#include <QHeaderView>
#include <QShortcut>
#include <QTableView>
#include <algorithm>
#include <utility>

namespace tacq::ui {
namespace {

constexpr int kNameWidth = 120;   // beyond this the first column gives way to the others

/// Gives the first column what room columns as wide as their contents leave; where that is too little to read it, as much as it needs, and the table
/// scrolls. A page that deals its columns' room out in another way is left alone.
class FirstColumn : public QObject {
public:
    explicit FirstColumn(QTableView* table) : QObject(table), m_table(table) {
        table->viewport()->installEventFilter(this);
        connect(table->horizontalHeader(), &QHeaderView::sectionResized, this, [this](int section) {
            // Queued: the header tells of a size before it has it.
            if (section > 0 && !std::exchange(m_queued, true)) QMetaObject::invokeMethod(this, &FirstColumn::fit, Qt::QueuedConnection);
        });
        table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    }

private:
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() == QEvent::Resize) fit();
        return false;
    }

    void fit() {
        QHeaderView* header = m_table->horizontalHeader();
        m_queued = false;
        if (header->count() < 2 || header->sectionResizeMode(1) != QHeaderView::ResizeToContents) return;
        const auto was = header->sectionResizeMode(0);
        if (was != QHeaderView::Stretch && was != QHeaderView::Fixed) return;
        int left = m_table->viewport()->width();
        for (int column = 1; column < header->count(); ++column) left -= header->sectionSize(column);
        const int wanted = std::min(std::max(static_cast<QAbstractItemView*>(m_table)->sizeHintForColumn(0), header->sectionSizeHint(0)), kNameWidth);
        const auto mode = left < wanted ? QHeaderView::Fixed : QHeaderView::Stretch;
        if (mode != was) header->setSectionResizeMode(0, mode);
        if (mode == QHeaderView::Fixed && header->sectionSize(0) != wanted) header->resizeSection(0, wanted);
    }

    QTableView* m_table;
    bool m_queued = false;
};

}  // namespace

QTableView* makeTable(QAbstractItemModel* model, const QString& objectName, const QString& accessibleName, QWidget* parent) {
    auto* table = new QTableView(parent);
    table->setObjectName(objectName);
    table->setAccessibleName(accessibleName);
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setFrameShape(QFrame::NoFrame);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(24);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    if (model->columnCount() > 0) new FirstColumn(table);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    return table;
}

void onEnter(QTableView* table, const std::function<void(const QModelIndex&)>& act) {
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* shortcut = new QShortcut(key, table);
        shortcut->setContext(Qt::WidgetShortcut);
        QObject::connect(shortcut, &QShortcut::activated, table, [table, act] {
            if (table->currentIndex().isValid()) act(table->currentIndex());
        });
    }
}

}  // namespace tacq::ui

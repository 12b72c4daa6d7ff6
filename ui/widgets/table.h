#pragma once
#include <QString>
#include <functional>

class QAbstractItemModel;
class QModelIndex;
class QTableView;
class QWidget;

namespace tacq::ui {

/// A calm table: whole rows, no grid, no row numbers. The first column takes the room that the others leave, but keeps enough to be read.
QTableView* makeTable(QAbstractItemModel* model, const QString& objectName, const QString& accessibleName, QWidget* parent);

/// What a click does, for the keyboard: Enter on the row that is current. (`activated` would come with a single click too, on some desktops.)
void onEnter(QTableView* table, const std::function<void(const QModelIndex&)>& act);

}  // namespace tacq::ui

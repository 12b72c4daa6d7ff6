#pragma once
#include <QString>

class QAbstractItemModel;
class QTableView;
class QWidget;

namespace tacq::ui {

/// A calm table: whole rows, no grid, no row numbers, the first column takes the room.
QTableView* makeTable(QAbstractItemModel* model, const QString& objectName, const QString& accessibleName, QWidget* parent);

}  // namespace tacq::ui

#pragma once
#include <QAbstractTableModel>

#include "work/quantize_queue.h"

namespace tacq::ui {

/// The quantize queue as a table, in the order in which models are made.
class QuantizeQueueModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { OrderColumn, TitleColumn, StateColumn, ProgressColumn, TimeColumn, ColumnCount };
    enum Role { NumberRole = Qt::UserRole, StateRole };   ///< StateRole: QuantizeQueue::State as int
    QuantizeQueueModel(QuantizeQueue& queue, QObject* parent);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QString stateText(const QuantizeQueue::Entry& entry);
    QuantizeQueue& m_queue;
};

}  // namespace tacq::ui

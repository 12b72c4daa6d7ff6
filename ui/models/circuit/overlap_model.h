#pragma once
#include <QAbstractTableModel>

#include <utility>

#include "models/shared/colour_map.h"
#include "tacq/store/circuit_overlap.h"

namespace tacq::ui {

/// How two circuits overlap, matrix by matrix, next to what chance would give.
class OverlapModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { PlaceColumn, KeptAColumn, KeptBColumn, BothColumn, JaccardColumn, ChanceColumn, ColumnCount };
    enum Role { SortRole = Qt::UserRole };
    using QAbstractTableModel::QAbstractTableModel;

    /// `names`: of the two circuits, for the headers.
    void setOverlap(CircuitOverlap overlap, std::pair<QString, QString> names = {});
    const CircuitOverlap& overlap() const { return m_overlap; }
    int layers() const;
    /// Jaccard index of a whole layer, and what chance would give; NaN where nothing is kept.
    struct LayerIndex { double found = 0, chance = 0; };
    LayerIndex ofLayer(int layer) const;
    /// log₂ of A's kept count over B's in one cell (half a weight added to each, so that nought has a value); NaN: no such matrix, or none kept.
    double balance(int layer, int kind) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant value(const CircuitOverlap::Tensor& tensor, int column) const;
    CircuitOverlap m_overlap;
    std::pair<QString, QString> m_names;
};

}  // namespace tacq::ui

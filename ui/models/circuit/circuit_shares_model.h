#pragma once
#include <QAbstractTableModel>

#include "models/circuit/circuit_anatomy.h"

namespace tacq::ui {

/// Where the kept weights sit, by layer, by module, by head, or by row and column: their share of the circuit, and how dense they lie.
class CircuitSharesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class By { Layer, Module, Head, Line };
    enum Column { PlaceColumn, KeptColumn, ShareColumn, DensityColumn, ColumnCount };
    enum Role { MatrixRole = Qt::UserRole, RowRole, ColumnRole, SortRole };
    using QAbstractTableModel::QAbstractTableModel;

    void setAnatomy(CircuitAnatomy anatomy, std::vector<LinearInfo> linears);
    const CircuitAnatomy& anatomy() const { return m_anatomy; }
    void setBy(By by);
    By by() const { return m_by; }
    QString place(int row) const;
    /// Share of all kept weights, 0 … 1.
    double shareOf(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const std::vector<CircuitAnatomy::Share>& shares() const;
    std::pair<std::uint64_t, std::uint64_t> keptAndWeights(int row) const;
    int matrixOf(int row) const;
    CircuitAnatomy m_anatomy;
    std::vector<LinearInfo> m_linears;
    By m_by = By::Layer;
};

}  // namespace tacq::ui

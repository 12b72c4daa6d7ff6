#pragma once
#include <QAbstractTableModel>

#include "models/saliency/saliency_source.h"
#include "models/shared/colour_map.h"
#include "models/shared/heads.h"

namespace tacq::ui {

enum class OverviewQuantity { Gradient, Delta, Saliency, Kept };
enum class OverviewOrder { ByLayer, ByValue };

/// Layers × modules: the mean of one quantity per matrix, and of its heads where the sketch has sums per row or column (gradient and saliency).
/// Gradient: mean Σ|∂L/∂W| per weight; Delta: root mean square of W − Ŵ; Saliency: mean |G·(W − Ŵ)·W|; Kept: share of weights kept.
class OverviewModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { ValueRole = Qt::UserRole, MatrixRole, NameRole };
    using QAbstractTableModel::QAbstractTableModel;

    void setSource(SaliencyPointer source);
    void setQuantity(OverviewQuantity quantity);
    OverviewQuantity quantity() const { return m_quantity; }
    /// Kept counts per matrix, for the quantity Kept.
    void setKept(const std::vector<std::uint64_t>& kept);
    void setHeads(const HeadCounts& heads);
    /// Layers in their order, or those with the highest mean first.
    void setOrder(OverviewOrder order);
    OverviewOrder order() const { return m_order; }
    int layerOfRow(int row) const { return row >= 0 && row < m_layers ? m_layerAt[static_cast<std::size_t>(row)] : -1; }
    /// Mean of the quantity per head of a matrix; empty where there are none or the sketch does not tell.
    std::vector<double> headValues(int matrix) const;
    /// Range of the values on show, for the legend.
    const ColourScale& scale() const { return m_scale; }
    /// Matrix at a cell; −1 when the model has none there.
    int matrixAt(int row, int column) const;
    QModelIndex indexOfMatrix(int matrix) const;
    const SaliencyPointer& source() const { return m_source; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    double valueOf(std::size_t matrix) const;
    void updateScale();
    void updateOrder();
    void reorder();

    SaliencyPointer m_source;
    OverviewQuantity m_quantity = OverviewQuantity::Saliency;
    ColourScale m_scale;
    int m_layers = 0;
    OverviewOrder m_order = OverviewOrder::ByLayer;
    HeadCounts m_heads;
    std::vector<std::uint64_t> m_kept;
    std::vector<int> m_layerAt;    ///< per row
    std::vector<int> m_matrixAt;   ///< [layers × kLinearKinds], by layer
    mutable std::vector<std::vector<double>> m_headCache;
};

}  // namespace tacq::ui

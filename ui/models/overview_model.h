#pragma once
#include <QAbstractTableModel>

#include "models/colour_map.h"
#include "models/saliency_source.h"

namespace tacq::ui {

enum class OverviewQuantity { Gradient, Delta, Saliency };

/// Layers × modules: the mean of one quantity per matrix.
/// Gradient: mean Σ|∂L/∂W| per weight; Delta: root mean square of W − Ŵ; Saliency: mean |G·(W − Ŵ)·W|.
class OverviewModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { ValueRole = Qt::UserRole, MatrixRole, NameRole };
    using QAbstractTableModel::QAbstractTableModel;

    void setSource(SaliencyPointer source);
    void setQuantity(OverviewQuantity quantity);
    OverviewQuantity quantity() const { return m_quantity; }
    /// Range of the values on show, for the legend.
    const ColourScale& scale() const { return m_scale; }
    /// Matrix at a cell; −1 when the model has none there.
    int matrixAt(int layer, int column) const;
    QModelIndex indexOfMatrix(int matrix) const;
    const SaliencyPointer& source() const { return m_source; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    double valueOf(std::size_t matrix) const;
    void updateScale();

    SaliencyPointer m_source;
    OverviewQuantity m_quantity = OverviewQuantity::Saliency;
    ColourScale m_scale;
    int m_layers = 0;
    std::vector<int> m_matrixAt;   ///< [layers × kLinearKinds]
};

}  // namespace tacq::ui

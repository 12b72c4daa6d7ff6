#include "models/overview_model.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "models/format.h"

namespace tacq::ui {

void OverviewModel::setSource(SaliencyPointer source) {
    beginResetModel();
    m_source = std::move(source);
    m_layers = 0;
    m_matrixAt.clear();
    if (m_source) {
        const auto& linears = m_source->meta().linears;
        for (const LinearInfo& linear : linears) m_layers = std::max(m_layers, static_cast<int>(linear.layer) + 1);
        m_matrixAt.assign(static_cast<std::size_t>(m_layers * kLinearKinds), -1);
        for (std::size_t i = 0; i < linears.size(); ++i)
            m_matrixAt[static_cast<std::size_t>(linears[i].layer * kLinearKinds + static_cast<int>(linears[i].kind))] = static_cast<int>(i);
    }
    updateScale();
    endResetModel();
}

void OverviewModel::setQuantity(OverviewQuantity quantity) {
    if (quantity == m_quantity) return;
    m_quantity = quantity;
    updateScale();
    if (m_layers > 0) emit dataChanged(index(0, 0), index(m_layers - 1, kLinearKinds - 1));
}

double OverviewModel::valueOf(std::size_t matrix) const {
    const auto& figures = m_source->meta().figures;
    if (matrix >= figures.size()) return std::numeric_limits<double>::quiet_NaN();
    const double n = static_cast<double>(elementsOf(m_source->meta().linears[matrix]));
    switch (m_quantity) {
        case OverviewQuantity::Gradient: return figures[matrix].gradientSum / n;
        case OverviewQuantity::Delta: return std::sqrt(figures[matrix].deltaSquared / n);
        case OverviewQuantity::Saliency: return figures[matrix].saliencySum / n;
    }
    return 0;
}

void OverviewModel::updateScale() {
    double low = std::numeric_limits<double>::max(), high = 0;
    if (m_source) {
        for (std::size_t i = 0; i < m_source->meta().linears.size(); ++i) {
            const double value = valueOf(i);
            if (!(value > 0)) continue;
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    m_scale.low = high > 0 ? low : 1e-6;
    m_scale.high = high > 0 ? std::max(high, low * 1.0001) : 1;
}

int OverviewModel::matrixAt(int layer, int column) const {
    if (layer < 0 || layer >= m_layers || column < 0 || column >= kLinearKinds) return -1;
    return m_matrixAt[static_cast<std::size_t>(layer * kLinearKinds + column)];
}

QModelIndex OverviewModel::indexOfMatrix(int matrix) const {
    const auto found = std::find(m_matrixAt.begin(), m_matrixAt.end(), matrix);
    if (matrix < 0 || found == m_matrixAt.end()) return {};
    const int at = static_cast<int>(found - m_matrixAt.begin());
    return index(at / kLinearKinds, at % kLinearKinds);
}

int OverviewModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : m_layers; }
int OverviewModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : kLinearKinds; }

QVariant OverviewModel::data(const QModelIndex& index, int role) const {
    const int matrix = index.isValid() ? matrixAt(index.row(), index.column()) : -1;
    if (matrix < 0) return {};
    const double value = valueOf(static_cast<std::size_t>(matrix));
    switch (role) {
        case Qt::DisplayRole: return Format::significant(value);
        case ValueRole: return value;
        case MatrixRole: return matrix;
        case NameRole: return QString::fromStdString(m_source->meta().linears[static_cast<std::size_t>(matrix)].name);
        case Qt::TextAlignmentRole: return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        default: return {};
    }
}

QVariant OverviewModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || section < 0) return {};
    if (orientation == Qt::Vertical) return section < m_layers ? QVariant(section) : QVariant();
    if (section >= kLinearKinds) return {};
    const auto name = linearKindName(static_cast<LinearKind>(section));
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

}  // namespace tacq::ui

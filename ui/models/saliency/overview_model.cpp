#include "models/saliency/overview_model.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "models/shared/format.h"

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
    m_kept.clear();
    m_headCache.clear();
    updateOrder();
    updateScale();
    endResetModel();
}

void OverviewModel::updateOrder() {
    m_layerAt.resize(static_cast<std::size_t>(m_layers));
    std::iota(m_layerAt.begin(), m_layerAt.end(), 0);
    if (m_order == OverviewOrder::ByLayer || !m_source) return;
    // The mean over all weights of a layer; what is summed per matrix, not the matrices' means.
    std::vector<double> sums(m_layerAt.size()), weights(m_layerAt.size());
    for (std::size_t i = 0; i < m_source->meta().linears.size(); ++i) {
        const LinearInfo& linear = m_source->meta().linears[i];
        const double value = valueOf(i), n = static_cast<double>(elementsOf(linear));
        if (std::isnan(value)) continue;
        sums[static_cast<std::size_t>(linear.layer)] += value * n;
        weights[static_cast<std::size_t>(linear.layer)] += n;
    }
    const auto mean = [&](int layer) { return weights[static_cast<std::size_t>(layer)] > 0 ? sums[static_cast<std::size_t>(layer)] / weights[static_cast<std::size_t>(layer)] : 0; };
    std::stable_sort(m_layerAt.begin(), m_layerAt.end(), [&](int a, int b) { return mean(a) > mean(b); });
}

void OverviewModel::setOrder(OverviewOrder order) {
    if (order == m_order) return;
    m_order = order;
    reorder();
}

void OverviewModel::reorder() {
    if (m_layers == 0) return;
    emit layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    const std::vector<int> layerAt = m_layerAt;
    updateOrder();
    for (const QModelIndex& old : before) {
        const auto row = std::find(m_layerAt.begin(), m_layerAt.end(), layerAt[static_cast<std::size_t>(old.row())]) - m_layerAt.begin();
        after << index(static_cast<int>(row), old.column());
    }
    changePersistentIndexList(before, after);
    emit layoutChanged();
    emit headerDataChanged(Qt::Vertical, 0, m_layers - 1);
}

void OverviewModel::setHeads(const HeadCounts& heads) {
    if (heads == m_heads) return;
    m_heads = heads;
    m_headCache.clear();
    if (m_layers > 0) emit dataChanged(index(0, 0), index(m_layers - 1, kLinearKinds - 1));
}

void OverviewModel::setKept(const std::vector<std::uint64_t>& kept) {
    m_kept = kept;
    if (m_quantity != OverviewQuantity::Kept || m_layers == 0) return;
    updateScale();
    if (m_order == OverviewOrder::ByValue) reorder();
    emit dataChanged(index(0, 0), index(m_layers - 1, kLinearKinds - 1));
}

std::vector<double> OverviewModel::headValues(int matrix) const {
    if (!m_source || matrix < 0 || (m_quantity != OverviewQuantity::Gradient && m_quantity != OverviewQuantity::Saliency)) return {};
    const auto at = static_cast<std::size_t>(matrix);
    m_headCache.resize(m_source->meta().linears.size());
    if (!m_headCache[at].empty()) return m_headCache[at];
    const LinearInfo& linear = m_source->meta().linears[at];
    const int heads = m_heads.of(linear.kind);
    const auto sums = m_source->marginals(at, m_quantity == OverviewQuantity::Gradient ? MatrixLayer::Gradient : MatrixLayer::Score);
    const auto lines = linear.kind == LinearKind::Output ? sums.columnSum : sums.rowSum;
    if (heads <= 0 || lines.empty() || lines.size() % static_cast<std::size_t>(heads) != 0) return {};
    const std::size_t size = lines.size() / static_cast<std::size_t>(heads);
    const double weights = static_cast<double>(elementsOf(linear)) / heads;
    for (std::size_t head = 0; head < static_cast<std::size_t>(heads); ++head) {
        double sum = 0;
        for (std::size_t i = 0; i < size; ++i) sum += static_cast<double>(lines[head * size + i]);
        m_headCache[at].push_back(sum / weights);
    }
    return m_headCache[at];
}

void OverviewModel::setQuantity(OverviewQuantity quantity) {
    if (quantity == m_quantity) return;
    m_quantity = quantity;
    m_headCache.clear();
    updateScale();
    if (m_order == OverviewOrder::ByValue) reorder();
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
        case OverviewQuantity::Kept: return matrix < m_kept.size() ? static_cast<double>(m_kept[matrix]) / n : 0;
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

int OverviewModel::matrixAt(int row, int column) const {
    if (row < 0 || row >= m_layers || column < 0 || column >= kLinearKinds) return -1;
    return m_matrixAt[static_cast<std::size_t>(layerOfRow(row) * kLinearKinds + column)];
}

QModelIndex OverviewModel::indexOfMatrix(int matrix) const {
    const auto found = std::find(m_matrixAt.begin(), m_matrixAt.end(), matrix);
    if (matrix < 0 || found == m_matrixAt.end()) return {};
    const int at = static_cast<int>(found - m_matrixAt.begin());
    const auto row = std::find(m_layerAt.begin(), m_layerAt.end(), at / kLinearKinds) - m_layerAt.begin();
    return index(static_cast<int>(row), at % kLinearKinds);
}

int OverviewModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : m_layers; }
int OverviewModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : kLinearKinds; }

QVariant OverviewModel::data(const QModelIndex& index, int role) const {
    const int matrix = index.isValid() ? matrixAt(index.row(), index.column()) : -1;
    if (matrix < 0) return {};
    const double value = valueOf(static_cast<std::size_t>(matrix));
    switch (role) {
        case Qt::DisplayRole: return m_quantity == OverviewQuantity::Kept ? Format::percent(value) : Format::significant(value);
        case ValueRole: return value;
        case MatrixRole: return matrix;
        case NameRole: return QString::fromStdString(m_source->meta().linears[static_cast<std::size_t>(matrix)].name);
        case Qt::TextAlignmentRole: return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        default: return {};
    }
}

QVariant OverviewModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || section < 0) return {};
    if (orientation == Qt::Vertical) return section < m_layers ? QVariant(layerOfRow(section)) : QVariant();
    if (section >= kLinearKinds) return {};
    return Format::kind(static_cast<LinearKind>(section));
}

}  // namespace tacq::ui

#include "models/circuit/circuit_shares_model.h"

#include <algorithm>
#include <utility>

#include "models/shared/format.h"
#include "models/shared/table_roles.h"

namespace tacq::ui {

void CircuitSharesModel::setAnatomy(CircuitAnatomy anatomy, std::vector<LinearInfo> linears) {
    // Strongest heads first; layers and modules stay in the model's order.
    std::stable_sort(anatomy.heads.begin(), anatomy.heads.end(), [](const auto& a, const auto& b) { return a.kept > b.kept; });
    beginResetModel();
    m_anatomy = std::move(anatomy);
    m_linears = std::move(linears);
    endResetModel();
}

void CircuitSharesModel::setBy(By by) {
    if (by == m_by) return;
    beginResetModel();
    m_by = by;
    endResetModel();
}

const std::vector<CircuitAnatomy::Share>& CircuitSharesModel::shares() const {
    return m_by == By::Layer ? m_anatomy.layers : m_by == By::Module ? m_anatomy.modules : m_anatomy.heads;
}

int CircuitSharesModel::rowCount(const QModelIndex& parent) const {
    if (parent.isValid()) return 0;
    return static_cast<int>(m_by == By::Line ? m_anatomy.lines.size() : shares().size());
}
int CircuitSharesModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString CircuitSharesModel::place(int row) const {
    if (m_by == By::Line) {
        const CircuitAnatomy::Line& line = m_anatomy.lines[static_cast<std::size_t>(row)];
        const LinearInfo& linear = m_linears[line.matrix];
        const QString matrix = tr("layer %1 %2").arg(linear.layer).arg(Format::kind(linear.kind));
        return line.isRow ? tr("%1, row %2").arg(matrix).arg(line.index) : tr("%1, column %2").arg(matrix).arg(line.index);
    }
    const CircuitAnatomy::Share& share = shares()[static_cast<std::size_t>(row)];
    if (m_by == By::Layer) return tr("layer %1").arg(share.layer);
    if (m_by == By::Module) return Format::kind(static_cast<LinearKind>(share.kind));
    return tr("layer %1 %2, head %3").arg(share.layer).arg(Format::kind(static_cast<LinearKind>(share.kind))).arg(share.head);
}

std::pair<std::uint64_t, std::uint64_t> CircuitSharesModel::keptAndWeights(int row) const {
    const auto at = static_cast<std::size_t>(row);
    if (m_by == By::Line) return {m_anatomy.lines[at].kept, m_anatomy.lines[at].weights};
    return {shares()[at].kept, shares()[at].weights};
}

double CircuitSharesModel::shareOf(int row) const {
    return m_anatomy.kept ? static_cast<double>(keptAndWeights(row).first) / static_cast<double>(m_anatomy.kept) : 0;
}

int CircuitSharesModel::matrixOf(int row) const {
    if (m_by == By::Line) return static_cast<int>(m_anatomy.lines[static_cast<std::size_t>(row)].matrix);
    if (m_by != By::Head) return -1;
    const CircuitAnatomy::Share& share = shares()[static_cast<std::size_t>(row)];
    for (std::size_t i = 0; i < m_linears.size(); ++i)
        if (m_linears[i].layer == share.layer && static_cast<int>(m_linears[i].kind) == share.kind) return static_cast<int>(i);
    return -1;
}

QVariant CircuitSharesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const auto [kept, weights] = keptAndWeights(index.row());
    const double density = weights ? static_cast<double>(kept) / static_cast<double>(weights) : 0, share = shareOf(index.row());
    const bool text = role == Qt::DisplayRole;
    if (role == MatrixRole) return matrixOf(index.row());
    if (role == RowRole || role == ColumnRole) {
        const bool line = m_by == By::Line && m_anatomy.lines[static_cast<std::size_t>(index.row())].isRow == (role == RowRole);
        return line ? QVariant(static_cast<qint64>(m_anatomy.lines[static_cast<std::size_t>(index.row())].index)) : QVariant();
    }
    if (role == Qt::TextAlignmentRole && index.column() != PlaceColumn) return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (!text && role != kExportRole && role != SortRole) return {};
    switch (index.column()) {
        case PlaceColumn: return role == SortRole ? QVariant(index.row()) : QVariant(place(index.row()));
        case KeptColumn: return text ? QVariant(Format::count(kept)) : QVariant(static_cast<quint64>(kept));
        case ShareColumn: return text ? QVariant(Format::percent(share)) : QVariant(share);
        case DensityColumn: return text ? QVariant(Format::percent(density)) : QVariant(density);
        default: return {};
    }
}

QVariant CircuitSharesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::Alignment((section == PlaceColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    if (role == Qt::DisplayRole) {
        switch (section) {
            case PlaceColumn: return tr("place");
            case KeptColumn: return tr("kept");
            case ShareColumn: return tr("of the circuit");
            case DensityColumn: return tr("of its weights");
            default: return {};
        }
    }
    if (role == Qt::ToolTipRole) {
        switch (section) {
            case KeptColumn: return tr("Weights here that the present budget keeps in 16 bit.");
            case ShareColumn: return tr("Kept weights here over all kept weights of the model.");
            case DensityColumn: return tr("Kept weights here over all weights here.");
            default: return {};
        }
    }
    return {};
}

}  // namespace tacq::ui

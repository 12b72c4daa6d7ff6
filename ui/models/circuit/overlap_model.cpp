#include "models/circuit/overlap_model.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "models/shared/format.h"
#include "models/shared/table_roles.h"

namespace tacq::ui {
namespace {

/// A header must not grow until the numbers leave the table: both ends of a long name, which is in the tool tip.
QString shortened(const QString& name) {
    constexpr qsizetype kMost = 20, kEnd = 8;
    return name.size() <= kMost ? name : name.left(kMost - kEnd - 1) + QChar(0x2026) + name.right(kEnd);
}

}  // namespace

void OverlapModel::setOverlap(CircuitOverlap overlap, std::pair<QString, QString> names) {
    beginResetModel();
    m_names = std::move(names);
    m_overlap = std::move(overlap);
    endResetModel();
}

int OverlapModel::layers() const {
    std::int64_t layers = 0;
    for (const auto& tensor : m_overlap.perTensor) layers = std::max(layers, tensor.layer + 1);
    return static_cast<int>(layers);
}

OverlapModel::LayerIndex OverlapModel::ofLayer(int layer) const {
    std::uint64_t a = 0, b = 0, both = 0;
    double expected = 0;
    for (const auto& tensor : m_overlap.perTensor) {
        if (tensor.layer != layer) continue;
        a += tensor.keptA;
        b += tensor.keptB;
        both += tensor.both;
        expected += tensor.expected;
    }
    return {jaccardIndex(static_cast<double>(both), a, b), jaccardIndex(expected, a, b)};
}

double OverlapModel::balance(int layer, int kind) const {
    for (const auto& tensor : m_overlap.perTensor)
        if (tensor.layer == layer && static_cast<int>(tensor.kind) == kind && tensor.keptA + tensor.keptB > 0)
            return std::log2((static_cast<double>(tensor.keptA) + 0.5) / (static_cast<double>(tensor.keptB) + 0.5));
    return std::numeric_limits<double>::quiet_NaN();
}

int OverlapModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_overlap.perTensor.size()); }
int OverlapModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant OverlapModel::value(const CircuitOverlap::Tensor& tensor, int column) const {
    switch (column) {
        case KeptAColumn: return static_cast<quint64>(tensor.keptA);
        case KeptBColumn: return static_cast<quint64>(tensor.keptB);
        case BothColumn: return static_cast<quint64>(tensor.both);
        case JaccardColumn: return jaccardIndex(static_cast<double>(tensor.both), tensor.keptA, tensor.keptB);
        case ChanceColumn: return jaccardIndex(tensor.expected, tensor.keptA, tensor.keptB);
        default: return QString::fromStdString(tensor.name);
    }
}

QVariant OverlapModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const auto& tensor = m_overlap.perTensor[static_cast<std::size_t>(index.row())];
    if (role == kExportRole) return value(tensor, index.column());
    if (role == SortRole) return index.column() == PlaceColumn ? QVariant(index.row()) : value(tensor, index.column());
    if (role == Qt::TextAlignmentRole && index.column() != PlaceColumn) return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole) return {};
    if (index.column() == PlaceColumn) return tr("layer %1 %2").arg(tensor.layer).arg(Format::kind(tensor.kind));
    const QVariant exact = value(tensor, index.column());
    return exact.userType() == QMetaType::Double ? Format::significant(exact.toDouble()) : Format::count(exact.toULongLong());
}

QVariant OverlapModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::Alignment((section == PlaceColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    if (role == Qt::DisplayRole) {
        switch (section) {
            case PlaceColumn: return tr("matrix");
            case KeptAColumn: return m_names.first.isEmpty() ? tr("this run") : shortened(m_names.first);
            case KeptBColumn: return m_names.second.isEmpty() ? tr("other") : shortened(m_names.second);
            case BothColumn: return tr("both");
            case JaccardColumn: return tr("Jaccard");
            case ChanceColumn: return tr("by chance");
            default: return {};
        }
    }
    if (role == Qt::ToolTipRole) {
        switch (section) {
            case KeptAColumn: return m_names.first + QLatin1Char('\n') + tr("Weights that this run keeps.");
            case KeptBColumn: return m_names.second + QLatin1Char('\n') + tr("Weights that the other run keeps at the same share of all weights.");
            case BothColumn: return tr("Weights that both keep.");
            case JaccardColumn: return tr("Kept by both over kept by either: 1 for equal circuits, 0 for circuits without a common weight.");
            case ChanceColumn: return tr("The Jaccard index if each kept as many weights here, but drawn at random.");
            default: return {};
        }
    }
    return {};
}

}  // namespace tacq::ui

#include "models/tensor_table_model.h"

#include <QStringList>
#include <utility>

#include "models/format.h"

namespace tacq::ui {

void TensorTableModel::setModel(ModelPointer model) {
    beginResetModel();
    m_model = std::move(model);
    endResetModel();
}

int TensorTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_model ? 0 : static_cast<int>(m_model->tensors.size());
}
int TensorTableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant TensorTableModel::text(const TensorInfo& tensor, int column) const {
    switch (column) {
        case NameColumn: return QString::fromStdString(tensor.name);
        case ShapeColumn: {
            QStringList sizes;
            for (const std::int64_t size : tensor.shape) sizes << QString::number(size);
            return sizes.join(QStringLiteral(" × "));
        }
        case TypeColumn: {
            const auto name = tensorTypeName(tensor.type);
            return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
        }
        default: return Format::count(tensor.bytes);
    }
}

QVariant TensorTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const TensorInfo& tensor = m_model->tensors[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole) return text(tensor, index.column());
    if (role == SortRole && index.column() == BytesColumn) return static_cast<quint64>(tensor.bytes);
    if (role == SortRole && index.column() == ShapeColumn) return static_cast<qint64>(tensor.elements());
    if (role == SortRole) return text(tensor, index.column());
    if (role == Qt::TextAlignmentRole && index.column() != NameColumn) return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    return {};
}

QVariant TensorTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::Alignment((section == NameColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case NameColumn: return tr("tensor");
        case ShapeColumn: return tr("shape");
        case TypeColumn: return tr("type");
        case BytesColumn: return tr("bytes");
        default: return {};
    }
}

}  // namespace tacq::ui

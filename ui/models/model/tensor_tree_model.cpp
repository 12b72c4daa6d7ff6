#include "models/model/tensor_tree_model.h"

#include <QHash>
#include <QStringList>
#include <utility>

#include "models/shared/format.h"
#include "models/shared/table_roles.h"
#include "tacq/checkpoint/described.h"

namespace tacq::ui {
namespace {

// The internal id of a tensor's index is its group's row plus one; a group's is nought.
constexpr quintptr kGroup = 0;

/// `model.layers.3.mlp.up_proj.weight` → 3; −1 outside the blocks.
int layerOf(const QString& name) {
    const QStringList parts = name.split(QLatin1Char('.'));
    const auto at = parts.indexOf(QStringLiteral("layers"));
    bool number = false;
    const int layer = at >= 0 && at + 1 < parts.size() ? parts[at + 1].toInt(&number) : -1;
    // A name is somebody else's: rows are made up to its number.
    return number && layer < kMostLayers ? layer : -1;
}

QString withinLayer(const QString& name) {
    const QStringList parts = name.split(QLatin1Char('.'));
    const auto at = parts.indexOf(QStringLiteral("layers"));
    return at >= 0 ? parts.mid(at + 2).join(QLatin1Char('.')) : name;
}

QString shapeText(const TensorInfo& tensor) {
    QStringList sizes;
    for (const std::int64_t size : tensor.shape) sizes << QString::number(size);
    return sizes.join(QStringLiteral(" × "));
}

}  // namespace

void TensorTreeModel::setModel(ModelPointer model) {
    beginResetModel();
    m_model = std::move(model);
    m_groups.clear();
    m_matrixOf.clear();
    if (m_model) {
        QHash<QString, int> matrices;
        for (std::size_t i = 0; i < m_model->linears.size(); ++i) matrices.insert(QString::fromStdString(m_model->linears[i].name), static_cast<int>(i));
        std::vector<Group> layers;
        Group around{tr("around the layers"), {}, 0, 0};
        for (std::size_t i = 0; i < m_model->tensors.size(); ++i) {
            const TensorInfo& tensor = m_model->tensors[i];
            const QString name = QString::fromStdString(tensor.name);
            const int layer = layerOf(name);
            while (layer >= static_cast<int>(layers.size())) layers.push_back({tr("layer %1").arg(layers.size()), {}, 0, 0});
            Group& group = layer < 0 ? around : layers[static_cast<std::size_t>(layer)];
            group.tensors.push_back(i);
            group.bytes += tensor.bytes;
            group.elements += tensor.elements();
            m_matrixOf.push_back(matrices.value(name, -1));
        }
        if (!around.tensors.empty()) m_groups.push_back(std::move(around));
        for (Group& layer : layers) m_groups.push_back(std::move(layer));
    }
    endResetModel();
}

QModelIndex TensorTreeModel::indexOfTensor(const QString& name) const {
    const std::string wanted = name.toStdString();
    for (std::size_t g = 0; g < m_groups.size(); ++g)
        for (std::size_t t = 0; t < m_groups[g].tensors.size(); ++t)
            if (m_model->tensors[m_groups[g].tensors[t]].name == wanted) return createIndex(static_cast<int>(t), 0, static_cast<quintptr>(g + 1));
    return {};
}

QModelIndex TensorTreeModel::indexOfMatrix(int matrix) const {
    if (!m_model || matrix < 0 || static_cast<std::size_t>(matrix) >= m_model->linears.size()) return {};
    return indexOfTensor(QString::fromStdString(m_model->linears[static_cast<std::size_t>(matrix)].name));
}

QModelIndex TensorTreeModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row() + 1) : kGroup);
}

QModelIndex TensorTreeModel::parent(const QModelIndex& child) const {
    if (!child.isValid() || child.internalId() == kGroup) return {};
    return createIndex(static_cast<int>(child.internalId() - 1), 0, kGroup);
}

int TensorTreeModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid()) return static_cast<int>(m_groups.size());
    if (parent.internalId() != kGroup || parent.column() != 0) return 0;
    return static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())].tensors.size());
}
int TensorTreeModel::columnCount(const QModelIndex&) const { return ColumnCount; }

QVariant TensorTreeModel::ofGroup(const Group& group, int column, int role) const {
    if (role == MatrixRole) return -1;
    if (role == TensorRole) return QString();
    if (role == SortRole && column == BytesColumn) return group.bytes;
    if (role == SortRole && column == ShapeColumn) return group.elements;
    if (role != Qt::DisplayRole && role != kExportRole && role != SortRole) return {};
    if (column == NameColumn) return group.name;
    if (column == ShapeColumn && role == Qt::DisplayRole) return tr("%1 weights").arg(Format::shortCount(static_cast<double>(group.elements)));
    if (column == BytesColumn) return role == Qt::DisplayRole ? QVariant(Format::count(group.bytes)) : QVariant(group.bytes);
    return {};
}

QVariant TensorTreeModel::ofTensor(std::size_t at, int column, int role) const {
    const TensorInfo& tensor = m_model->tensors[at];
    const QString name = QString::fromStdString(tensor.name);
    if (role == MatrixRole) return m_matrixOf[at];
    if (role == TensorRole || role == Qt::ToolTipRole) return name;
    if (role == SortRole && column == BytesColumn) return static_cast<quint64>(tensor.bytes);
    if (role == SortRole && column == ShapeColumn) return static_cast<qint64>(tensor.elements());
    if (role != Qt::DisplayRole && role != kExportRole && role != SortRole) return {};
    const auto type = tensorTypeName(tensor.type);
    switch (column) {
        case NameColumn: return role == kExportRole ? name : withinLayer(name);
        case ShapeColumn: return shapeText(tensor);
        case TypeColumn: return QString::fromUtf8(type.data(), static_cast<qsizetype>(type.size()));
        case BytesColumn: return role == kExportRole ? QVariant(static_cast<quint64>(tensor.bytes)) : QVariant(Format::count(tensor.bytes));
        default: return {};
    }
}

QVariant TensorTreeModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    if (role == Qt::TextAlignmentRole && index.column() != NameColumn) return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (index.internalId() == kGroup) return ofGroup(m_groups[static_cast<std::size_t>(index.row())], index.column(), role);
    return ofTensor(m_groups[static_cast<std::size_t>(index.internalId() - 1)].tensors[static_cast<std::size_t>(index.row())], index.column(), role);
}

QVariant TensorTreeModel::headerData(int section, Qt::Orientation orientation, int role) const {
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

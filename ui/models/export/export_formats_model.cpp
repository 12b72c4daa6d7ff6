#include "models/export/export_formats_model.h"

#include <utility>

#include "models/shared/format.h"
#include "models/shared/table_roles.h"

namespace tacq::ui {

void ExportFormatsModel::setFormats(std::vector<ExportFormatWords> formats) {
    beginResetModel();
    m_formats = std::move(formats);
    endResetModel();
}

void ExportFormatsModel::setSource(const ExportSource& source, const ExportSizes& sizes) {
    m_source = source;
    m_sizes = sizes;
    if (!m_formats.empty()) emit dataChanged(index(0, SizeColumn), index(rowCount() - 1, SizeColumn));
}

int ExportFormatsModel::rowOf(const QString& name) const {
    for (std::size_t i = 0; i < m_formats.size(); ++i)
        if (m_formats[i].name == name) return static_cast<int>(i);
    return -1;
}

QString ExportFormatsModel::sizeText(const ExportSize& size) {
    if (size.bytes == 0) return tr("known once written");
    const QString bytes = Format::bytes(static_cast<double>(size.bytes));
    return size.exact ? bytes : tr("≈ %1").arg(bytes);
}

int ExportFormatsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_formats.size()); }
int ExportFormatsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant ExportFormatsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const ExportFormatWords& format = m_formats[static_cast<std::size_t>(index.row())];
    const ExportSize size = this->size(index.row());
    if (role == Qt::ToolTipRole) return index.column() == SizeColumn && size.exact ? Format::exactBytes(size.bytes) : format.description;
    if (role == kExportRole && index.column() == SizeColumn && size.bytes > 0) return size.bytes;
    if (role == Qt::TextAlignmentRole && index.column() == SizeColumn) return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
        case TitleColumn: return format.title;
        case WeightsColumn: return !format.isModel ? tr("no model") : format.lowBit ? tr("low-bit") : tr("16 bit or more");
        default: return m_source.source.isEmpty() ? tr("–") : sizeText(size);
    }
}

QVariant ExportFormatsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::Alignment((section == SizeColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role == Qt::DisplayRole) return QStringList{tr("runs in"), tr("weights"), tr("size")}.at(section);
    if (role == Qt::ToolTipRole && section == SizeColumn) return tr("Bytes of the weight files.");
    return {};
}

}  // namespace tacq::ui

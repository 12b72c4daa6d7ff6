#include "models/export/exported_files_model.h"

#include <QJsonObject>

#include "models/shared/format.h"
#include "models/shared/json_lines.h"
#include "models/shared/table_roles.h"

namespace tacq::ui {
namespace {

constexpr int kHashShown = 12;

}  // namespace

void ExportedFilesModel::setFiles(const QJsonArray& files) {
    beginResetModel();
    m_files.clear();
    for (const QJsonValue& value : files) {
        const QJsonObject file = value.toObject();
        m_files.push_back({file.value(QLatin1String("path")).toString(), file.value(QLatin1String("sha256")).toString(), countIn(file, "bytes")});
    }
    endResetModel();
}

quint64 ExportedFilesModel::totalBytes() const {
    quint64 bytes = 0;
    for (const File& file : m_files) bytes += file.bytes;
    return bytes;
}

int ExportedFilesModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_files.size()); }
int ExportedFilesModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant ExportedFilesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const File& file = m_files[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole && index.column() == SizeColumn) return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role == kExportRole && index.column() == SizeColumn) return file.bytes;
    if (role == kExportRole && index.column() == HashColumn) return file.sha256;
    if (role == Qt::ToolTipRole) return index.column() == SizeColumn ? Format::exactBytes(file.bytes) : index.column() == HashColumn ? file.sha256 : file.path;
    if (role != Qt::DisplayRole) return {};
    if (index.column() == PathColumn) return file.path;
    return index.column() == SizeColumn ? Format::bytes(static_cast<double>(file.bytes)) : file.sha256.left(kHashShown);
}

QVariant ExportedFilesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::Alignment((section == SizeColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role == Qt::DisplayRole) return QStringList{tr("file"), tr("size"), tr("SHA-256")}.at(section);
    if (role == Qt::ToolTipRole && section == HashColumn) return tr("A fingerprint of the file's bytes: the same fingerprint, the same file.");
    return {};
}

}  // namespace tacq::ui

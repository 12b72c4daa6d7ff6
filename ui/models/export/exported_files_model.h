#pragma once
#include <QAbstractTableModel>
#include <QJsonArray>
#include <vector>

namespace tacq::ui {

/// The files that an export wrote.
class ExportedFilesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { PathColumn, SizeColumn, HashColumn, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    /// `files` of command `export`.
    void setFiles(const QJsonArray& files);
    quint64 totalBytes() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct File {
        QString path, sha256;
        quint64 bytes = 0;
    };
    std::vector<File> m_files;
};

}  // namespace tacq::ui

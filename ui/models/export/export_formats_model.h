#pragma once
#include <QAbstractTableModel>

#include "models/export/export_source.h"

namespace tacq::ui {

/// The formats a model can be written in, each with its size.
class ExportFormatsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { TitleColumn, WeightsColumn, SizeColumn, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setFormats(std::vector<ExportFormatWords> formats);
    /// What would be written; `sizes`: of exportSizes(), empty while they are not known.
    void setSource(const ExportSource& source, const ExportSizes& sizes);
    const std::vector<ExportFormatWords>& formats() const { return m_formats; }
    ExportSize size(int row) const { return exportSize(m_formats.at(static_cast<std::size_t>(row)), m_source, m_sizes); }
    int rowOf(const QString& name) const;   ///< −1: not there
    /// `270 MB`, `≈ 270 MB`, or that it is not known before writing.
    static QString sizeText(const ExportSize& size);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<ExportFormatWords> m_formats;
    ExportSource m_source;
    ExportSizes m_sizes;
};

}  // namespace tacq::ui

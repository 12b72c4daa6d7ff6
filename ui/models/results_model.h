#pragma once
#include <QAbstractTableModel>

#include "models/project.h"

namespace tacq::ui {

/// Before and after: the original in the first row, then what was made from it.
class ResultsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NameColumn, BitsColumn, KeptColumn, SizeColumn, PerplexityColumn, ChangeColumn, ColumnCount };
    enum Role { FolderRole = Qt::UserRole };
    ResultsModel(Project& project, QObject* parent);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant original(int column) const;
    QVariant result(const QuantizedResult& result, int column) const;
    void reset();
    Project& m_project;
    ModelPointer m_model;
    std::optional<PerplexityFigure> m_base;
    std::vector<QuantizedResult> m_results;
};

}  // namespace tacq::ui

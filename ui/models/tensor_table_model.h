#pragma once
#include <QAbstractTableModel>

#include "models/model_summary.h"

namespace tacq::ui {

/// Every tensor of a model: name, shape, type, bytes.
class TensorTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NameColumn, ShapeColumn, TypeColumn, BytesColumn, ColumnCount };
    enum Role { SortRole = Qt::UserRole };
    using QAbstractTableModel::QAbstractTableModel;
    void setModel(ModelPointer model);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant text(const TensorInfo& tensor, int column) const;
    ModelPointer m_model;
};

}  // namespace tacq::ui

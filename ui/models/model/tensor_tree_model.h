#pragma once
#include <QAbstractItemModel>
#include <vector>

#include "models/model/model_summary.h"

namespace tacq::ui {

/// The tensors of a model as a tree: the transformer blocks with theirs, and what lies around them.
class TensorTreeModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { NameColumn, ShapeColumn, TypeColumn, BytesColumn, ColumnCount };
    enum Role { TensorRole = Qt::UserRole, MatrixRole, SortRole };   ///< full name; index among the linears or −1; figures for sorting
    using QAbstractItemModel::QAbstractItemModel;

    void setModel(ModelPointer model);
    /// Of the linear with this index; invalid if there is none.
    QModelIndex indexOfMatrix(int matrix) const;
    QModelIndex indexOfTensor(const QString& name) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Group {
        QString name;
        std::vector<std::size_t> tensors;   ///< into m_model->tensors
        quint64 bytes = 0;
        qint64 elements = 0;
    };
    QVariant ofGroup(const Group& group, int column, int role) const;
    QVariant ofTensor(std::size_t tensor, int column, int role) const;

    ModelPointer m_model;
    std::vector<Group> m_groups;
    std::vector<int> m_matrixOf;   ///< per tensor
};

}  // namespace tacq::ui

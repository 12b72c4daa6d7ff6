#pragma once
#include <QAbstractTableModel>
#include <vector>

#include "tacq/store/workspace.h"

namespace tacq::ui {

/// The runs of a workspace, newest first.
class RunsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { IdColumn, CommandColumn, ModelColumn, TaskColumn, StateColumn, StartedColumn, ColumnCount };
    enum Role { CommandLineRole = Qt::UserRole };
    using QAbstractTableModel::QAbstractTableModel;
    void setRuns(std::vector<RunInfo> runs);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QString stateText(const std::string& state);
    std::vector<RunInfo> m_runs;
};

}  // namespace tacq::ui

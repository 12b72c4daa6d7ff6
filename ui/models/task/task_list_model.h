#pragma once
#include <QAbstractListModel>
#include <QStringList>
#include <vector>

#include "tacq/task/task.h"

namespace tacq::ui {

/// The tasks of the core's registry, in its order, then the person's own files. Tasks whose data is not on this machine are there but cannot be chosen.
class TaskListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { NameRole = Qt::UserRole, DescriptionRole, AvailableRole, LicenceRole, NoteRole };
    using QAbstractListModel::QAbstractListModel;

    void setTasks(std::vector<TaskInfo> tasks);
    int rowOf(const QString& name) const;
    /// The person's own file, after the tasks; stays when those are set again. `name`: what the engine calls it. Returns its row.
    int addOwnFile(const QString& name, const QString& path);

    /// Those that cannot be chosen, by name; and, a line each, which files they want.
    QStringList missing() const;
    QString missingFiles() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    QString note(const TaskInfo& task) const;
    std::vector<TaskInfo> m_tasks;
    std::vector<TaskInfo> m_own;   ///< also at the end of m_tasks
};

}  // namespace tacq::ui

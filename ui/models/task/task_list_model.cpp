#include "models/task/task_list_model.h"

#include <QDir>
#include <QFileInfo>
#include <QStringList>
#include <algorithm>
#include <utility>

namespace tacq::ui {
namespace {

QString filesOf(const TaskInfo& task) {
    QStringList files;
    for (const std::string& file : task.files) files << QString::fromStdString(file);
    return files.join(QLatin1String(", "));
}

}  // namespace

void TaskListModel::setTasks(std::vector<TaskInfo> tasks) {
    beginResetModel();
    m_tasks = std::move(tasks);
    m_tasks.insert(m_tasks.end(), m_own.begin(), m_own.end());
    endResetModel();
}

int TaskListModel::rowOf(const QString& name) const {
    for (std::size_t i = 0; i < m_tasks.size(); ++i)
        if (QString::fromStdString(m_tasks[i].name) == name) return static_cast<int>(i);
    return -1;
}

int TaskListModel::addOwnFile(const QString& name, const QString& path) {
    if (const int row = rowOf(name); row >= 0) return row;
    TaskInfo info;
    info.name = name.toStdString();
    info.displayName = QFileInfo(path).fileName().toStdString();
    info.description = QDir::toNativeSeparators(path).toStdString();
    info.available = true;
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_tasks.push_back(info);
    m_own.push_back(std::move(info));
    endInsertRows();
    return row;
}

int TaskListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_tasks.size()); }

QStringList TaskListModel::missing() const {
    QStringList names;
    for (int row = 0; row < rowCount(); ++row)
        if (!m_tasks[static_cast<std::size_t>(row)].available) names << index(row).data().toString();
    return names;
}

QString TaskListModel::missingFiles() const {
    QStringList lines;
    for (int row = 0; row < rowCount(); ++row)
        if (const TaskInfo& task = m_tasks[static_cast<std::size_t>(row)]; !task.available) lines << QStringLiteral("%1: %2").arg(index(row).data().toString(), filesOf(task));
    return lines.join(QLatin1Char('\n'));
}

QString TaskListModel::note(const TaskInfo& task) const {
    if (!task.available) {
        return tr("Greyed because its text is not on this machine. It needs, in the folder that TACQ_DATA names when the window is started: %1").arg(filesOf(task));
    }
    if (std::any_of(m_own.begin(), m_own.end(), [&](const TaskInfo& own) { return own.name == task.name; })) return tr("Your own file");
    return task.bundled ? tr("Bundled") : tr("From your data folder");
}

QVariant TaskListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const TaskInfo& task = m_tasks[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole: return QString::fromStdString(task.displayName.empty() ? task.name : task.displayName);
        case Qt::ToolTipRole: return task.available ? QString::fromStdString(task.description) : QString::fromStdString(task.description) + QLatin1Char('\n') + note(task);
        case DescriptionRole: return QString::fromStdString(task.description);
        case NameRole: return QString::fromStdString(task.name);
        case AvailableRole: return task.available;
        case LicenceRole: return QString::fromStdString(task.licence);
        case NoteRole: return note(task);
        default: return {};
    }
}

Qt::ItemFlags TaskListModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return {};
    return m_tasks[static_cast<std::size_t>(index.row())].available ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                                                                    : Qt::ItemNeverHasChildren;
}

}  // namespace tacq::ui

#include "models/runs_model.h"

#include <QDateTime>
#include <QLocale>
#include <utility>

namespace tacq::ui {

void RunsModel::setRuns(std::vector<RunInfo> runs) {
    beginResetModel();
    m_runs = std::move(runs);
    endResetModel();
}

QString RunsModel::stateText(const std::string& state) {
    if (state == "running") return tr("running");
    if (state == "done") return tr("done");
    if (state == "failed") return tr("failed");
    if (state == "cancelled") return tr("cancelled");
    if (state == "interrupted") return tr("interrupted");
    return QString::fromStdString(state);
}

int RunsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_runs.size()); }
int RunsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant RunsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const RunInfo& run = m_runs[static_cast<std::size_t>(index.row())];
    if (role == CommandLineRole || role == Qt::ToolTipRole)
        return QString::fromStdString(run.error.empty() ? run.commandLine : run.commandLine + "\n" + run.error);
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
        case IdColumn: return QStringLiteral("#%1").arg(run.id);
        case CommandColumn: return QString::fromStdString(run.commandLine.empty() ? run.command : run.commandLine);
        case ModelColumn: return QString::fromStdString(run.modelName);
        case TaskColumn: return QString::fromStdString(run.taskName);
        case StateColumn: return stateText(run.state);
        default: {
            const QDateTime time = QDateTime::fromString(QString::fromStdString(run.started), Qt::ISODate);
            return time.isValid() ? QLocale().toString(time.toLocalTime(), QLocale::ShortFormat) : QString::fromStdString(run.started);
        }
    }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    if (role != Qt::DisplayRole) return {};
    const QString names[]{tr("run"), tr("command"), tr("model"), tr("task"), tr("state"), tr("started")};
    return names[section];
}

}  // namespace tacq::ui

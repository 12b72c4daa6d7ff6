#include "work/quantize_queue_model.h"

#include "models/shared/command_text.h"
#include "models/shared/format.h"
#include "models/shared/job_list_model.h"
#include "text/error_text.h"
#include "text/stage_text.h"

namespace tacq::ui {

QuantizeQueueModel::QuantizeQueueModel(QuantizeQueue& queue, QObject* parent) : QAbstractTableModel(parent), m_queue(queue) {
    connect(&queue, &QuantizeQueue::aboutToAdd, this, [this](int row) { beginInsertRows({}, row, row); });
    connect(&queue, &QuantizeQueue::added, this, [this] { endInsertRows(); });
    connect(&queue, &QuantizeQueue::aboutToRemove, this, [this](int row) { beginRemoveRows({}, row, row); });
    connect(&queue, &QuantizeQueue::removed, this, [this] { endRemoveRows(); });
    connect(&queue, &QuantizeQueue::entryChanged, this, [this](int row) { emit dataChanged(index(row, 0), index(row, ColumnCount - 1)); });
}

int QuantizeQueueModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_queue.entries().size()); }
int QuantizeQueueModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString QuantizeQueueModel::stateText(const QuantizeQueue::Entry& entry) {
    using State = QuantizeQueue::State;
    switch (QuantizeQueue::stateOf(entry)) {
        case State::Waiting: return tr("waiting");
        case State::Running: return entry.job->progress().stage.isEmpty() ? tr("starting …") : StageText::stage(entry.job->progress().stage);
        case State::Cancelling: return tr("stopping …");
        case State::Done: return tr("done");
        case State::Cancelled: return tr("cancelled");
        case State::Failed: return ErrorText::title(entry.job->error().code);
        case State::Lost: break;
    }
    return ErrorText::title(ErrorCode::EngineLost);
}

QVariant QuantizeQueueModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const QuantizeQueue::Entry& entry = m_queue.entries()[static_cast<std::size_t>(index.row())];
    if (role == NumberRole) return entry.number;
    if (role == StateRole) return static_cast<int>(QuantizeQueue::stateOf(entry));
    if (role == Qt::ToolTipRole) return entry.job ? JobListModel::detailText(*entry.job) + QLatin1Char('\n') + commandText(entry.request) : commandText(entry.request);
    const bool right = index.column() == ProgressColumn || index.column() == OrderColumn;
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::Alignment((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
        case OrderColumn: return QString::number(entry.number);
        case TitleColumn: return entry.request.title;
        case StateColumn: return stateText(entry);
        case ProgressColumn: return entry.job && !entry.job->isFinished() ? tr("%1 %").arg(Format::fixed(entry.job->progress().fraction * 100, 0)) : QString();
        default: return entry.job ? JobListModel::timeText(*entry.job) : QString();
    }
}

QVariant QuantizeQueueModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    const bool right = section == ProgressColumn || section == OrderColumn;
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::Alignment((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role == Qt::DisplayRole) {
        const QString names[]{tr("order"), tr("what"), tr("state"), tr("done"), tr("rate and time left")};
        return names[section];
    }
    if (role == Qt::ToolTipRole && section == OrderColumn) return tr("Models are made one after another, each measured before the next is made.");
    return {};
}

}  // namespace tacq::ui

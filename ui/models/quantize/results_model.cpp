#include "models/quantize/results_model.h"

#include <QMimeData>
#include <QUrl>
#include <algorithm>

#include "engine/engine_job.h"
#include "models/shared/format.h"
#include "models/shared/result_words.h"
#include "models/shared/table_roles.h"
#include "text/error_text.h"

namespace tacq::ui {
namespace {

const QString kPerplexity = QStringLiteral("perplexity");

}  // namespace

ResultsModel::ResultsModel(Project& project, QObject* parent) : QAbstractTableModel(parent), m_project(project) {
    connect(&project, &Project::resultsChanged, this, &ResultsModel::reset);
    connect(&project, &Project::modelChanged, this, &ResultsModel::reset);
    reset();
}

void ResultsModel::setMetrics(const std::vector<Metric>& metrics) {
    beginResetModel();
    m_metrics = metrics;
    std::erase_if(m_metrics, [](const Metric& metric) { return metric.name == kPerplexity; });
    endResetModel();
}

void ResultsModel::reset() {
    const bool sameRows = m_model == m_project.model() && m_results.size() == m_project.results().size() &&
                          std::equal(m_results.begin(), m_results.end(), m_project.results().begin(), [](const auto& a, const auto& b) { return a.folder == b.folder; });
    if (!sameRows) beginResetModel();
    m_model = m_project.model();
    m_base = m_project.basePerplexity();
    m_results = m_project.results();
    // A figure that has come must not take the chosen row away.
    if (!sameRows) endResetModel();
    else refreshPending();
}

void ResultsModel::refreshPending() {
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int ResultsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() || !m_model ? 0 : static_cast<int>(m_results.size()) + 1; }
int ResultsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : FirstMetricColumn + static_cast<int>(m_metrics.size()); }

const Metric* ResultsModel::metricAt(int column) const {
    const auto at = static_cast<std::size_t>(column - FirstMetricColumn);
    return column >= FirstMetricColumn && at < m_metrics.size() ? &m_metrics[at] : nullptr;
}

QString ResultsModel::folderOf(int row) const { return row == 0 ? m_model->path : m_results[static_cast<std::size_t>(row - 1)].folder; }

int ResultsModel::rowOf(const QString& folder) const {
    for (int row = 0; row < rowCount(); ++row)
        if (folderOf(row) == folder) return row;
    return -1;
}

QString ResultsModel::pendingText(const QString& folder, const QString& metric, const QString& otherwise) const {
    const EngineJob* job = m_jobs ? m_jobs(folder, metric) : nullptr;
    if (!job || job->state() == JobState::Done) return otherwise;
    switch (job->state()) {
        case JobState::Waiting: return tr("waiting");
        case JobState::Cancelled: return tr("cancelled");
        case JobState::Failed:
        case JobState::Lost: return tr("failed");
        default: return tr("measuring …");
    }
}

QString ResultsModel::metricText(int row, const Metric& metric) const {
    if (row == 0 && !metric.ofOriginal) return {};
    const QString folder = folderOf(row);
    const auto value = m_project.measure(folder, metric.name);
    return value ? MetricRegistry::valueText(metric, *value) : pendingText(folder, metric.name, tr("–"));
}

QVariant ResultsModel::original(int column) const {
    switch (column) {
        case NameColumn: return tr("%1 (original)").arg(m_model->name);
        case SizeColumn: return Format::bytes(static_cast<double>(m_model->bytes));
        case PerplexityColumn: return m_base ? Format::perplexity(m_base->perplexity, m_base->standardError) : pendingText(m_model->path, kPerplexity, tr("not measured"));
        default: return QString();
    }
}

QVariant ResultsModel::result(const QuantizedResult& result, int column) const {
    switch (column) {
        case NameColumn: return ResultWords::name(m_project, result);
        case BitsColumn: return Format::bits(result.bits);
        case KeptColumn: return Format::count(result.kept);
        case SizeColumn: return Format::bytes(static_cast<double>(result.bytes));
        case PerplexityColumn:
            return result.perplexity ? Format::perplexity(result.perplexity->perplexity, result.perplexity->standardError) : pendingText(result.folder, kPerplexity, tr("not measured"));
        default:
            if (!result.perplexity || !m_base) return QString();
            return tr("%1 %").arg(Format::fixed((result.perplexity->perplexity / m_base->perplexity - 1) * 100, 1));
    }
}

QString ResultsModel::toolTip(int row, int column) const {
    const QString name = column == PerplexityColumn ? kPerplexity : metricAt(column) ? metricAt(column)->name : QString();
    if (column == NameColumn && row > 0) return ResultWords::wholeName(m_project, m_results[static_cast<std::size_t>(row - 1)]) + QLatin1Char('\n') + folderOf(row);
    if (column < PerplexityColumn || name.isEmpty()) return folderOf(row);
    if (row == 0 && metricAt(column) && !metricAt(column)->ofOriginal) return tr("It compares with the original, so the original has none.");
    const EngineJob* job = m_jobs ? m_jobs(folderOf(row), name) : nullptr;
    if (const auto value = m_project.measure(folderOf(row), name)) return tr("On %1 tokens of %2.").arg(Format::count(static_cast<quint64>(value->tokens)), value->text);
    if (job && job->isResumable()) return ErrorText::detail(job->error());
    return job ? tr("On its way.") : tr("Not measured. Choose the row and press Measure again.");
}

QVariant ResultsModel::exact(int row, int column) const {
    const QuantizedResult* made = row == 0 ? nullptr : &m_results[static_cast<std::size_t>(row - 1)];
    switch (column) {
        case BitsColumn: return made ? QVariant(made->bits) : QVariant();
        case KeptColumn: return made ? QVariant(made->kept) : QVariant();
        case SizeColumn: return made ? made->bytes : m_model->bytes;
        case PerplexityColumn: {
            const auto& figure = made ? made->perplexity : m_base;
            return figure ? QVariant(figure->perplexity) : QVariant();
        }
        default: break;
    }
    const auto value = metricAt(column) ? m_project.measure(folderOf(row), metricAt(column)->name) : std::nullopt;
    return value ? QVariant(value->value) : QVariant();
}

QVariant ResultsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const int row = index.row(), column = index.column();
    if (role == Qt::DisplayRole) {
        if (const Metric* metric = metricAt(column)) return metricText(row, *metric);
        return row == 0 ? original(column) : result(m_results[static_cast<std::size_t>(row - 1)], column);
    }
    if (role == Qt::TextAlignmentRole && column != NameColumn) return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role == FolderRole) return folderOf(row);
    if (role == kExportRole) return exact(row, column);
    if (role == Qt::ToolTipRole) return toolTip(row, column);
    return {};
}

Qt::ItemFlags ResultsModel::flags(const QModelIndex& index) const {
    return QAbstractTableModel::flags(index) | (index.isValid() ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
}

QStringList ResultsModel::mimeTypes() const { return {QStringLiteral("text/uri-list")}; }

QMimeData* ResultsModel::mimeData(const QModelIndexList& indexes) const {
    QList<QUrl> urls;
    for (const QModelIndex& index : indexes)
        if (const QUrl url = QUrl::fromLocalFile(index.data(FolderRole).toString()); !urls.contains(url)) urls << url;
    auto* data = new QMimeData;
    data->setUrls(urls);
    return data;
}

QVariant ResultsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::Alignment((section == NameColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    const Metric* metric = metricAt(section);
    if (role == Qt::DisplayRole) {
        if (metric) return metric->unit.isEmpty() || metric->unit == QLatin1String("%") ? metric->title : tr("%1, %2").arg(metric->title, metric->unit);
        const QString names[]{tr("model"), tr("bits / weight"), tr("kept weights"), tr("size"), tr("perplexity ± SE"), tr("change")};
        return names[section];
    }
    if (role == Qt::ToolTipRole && metric) return metric->toolTip;
    if (role == Qt::ToolTipRole && section == PerplexityColumn)
        return tr("exp(mean negative log-likelihood) on the task's evaluation text: lower is better. The standard error comes from the spread over windows.");
    return {};
}

}  // namespace tacq::ui

#include "models/results_model.h"

#include "models/format.h"

namespace tacq::ui {

ResultsModel::ResultsModel(Project& project, QObject* parent) : QAbstractTableModel(parent), m_project(project) {
    connect(&project, &Project::resultsChanged, this, &ResultsModel::reset);
    connect(&project, &Project::modelChanged, this, &ResultsModel::reset);
    reset();
}

void ResultsModel::reset() {
    beginResetModel();
    m_model = m_project.model();
    m_base = m_project.basePerplexity();
    m_results = m_project.results();
    endResetModel();
}

int ResultsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() || !m_model ? 0 : static_cast<int>(m_results.size()) + 1; }
int ResultsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant ResultsModel::original(int column) const {
    switch (column) {
        case NameColumn: return tr("%1 (original)").arg(m_model->name);
        case SizeColumn: return Format::bytes(static_cast<double>(m_model->bytes));
        case PerplexityColumn: return m_base ? Format::perplexity(m_base->perplexity, m_base->standardError) : tr("not measured");
        default: return QString();
    }
}

QVariant ResultsModel::result(const QuantizedResult& result, int column) const {
    switch (column) {
        case NameColumn: return result.grid.groupSize > 0 ? tr("%1, groups of %2").arg(result.title).arg(result.grid.groupSize) : result.title;
        case BitsColumn: return Format::bits(result.bits);
        case KeptColumn: return Format::count(result.kept);
        case SizeColumn: return Format::bytes(static_cast<double>(result.bytes));
        case PerplexityColumn: return result.perplexity ? Format::perplexity(result.perplexity->perplexity, result.perplexity->standardError) : tr("not measured");
        default:
            if (!result.perplexity || !m_base) return QString();
            return tr("%1 %").arg(Format::fixed((result.perplexity->perplexity / m_base->perplexity - 1) * 100, 1));
    }
}

QVariant ResultsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    if (role == Qt::DisplayRole) return index.row() == 0 ? original(index.column()) : result(m_results[static_cast<std::size_t>(index.row() - 1)], index.column());
    if (role == Qt::TextAlignmentRole && index.column() != NameColumn) return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role == FolderRole) return index.row() == 0 ? m_model->path : m_results[static_cast<std::size_t>(index.row() - 1)].folder;
    return {};
}

QVariant ResultsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::Alignment((section == NameColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    if (role == Qt::DisplayRole) {
        const QString names[]{tr("model"), tr("bits / weight"), tr("kept weights"), tr("size"), tr("perplexity ± standard error"), tr("change")};
        return names[section];
    }
    if (role == Qt::ToolTipRole && section == PerplexityColumn)
        return tr("exp(mean negative log-likelihood) on the task's evaluation text: lower is better. The standard error comes from the spread over windows.");
    return {};
}

}  // namespace tacq::ui

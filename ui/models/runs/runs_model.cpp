#include "models/runs/runs_model.h"

#include <QDateTime>
#include <QLocale>
#include <algorithm>
#include <cmath>
#include <utility>

#include "models/runs/figure_words.h"
#include "models/shared/format.h"
#include "models/shared/table_roles.h"

namespace tacq::ui {
namespace {

QVariant known(double value) { return std::isnan(value) ? QVariant() : QVariant(value); }
QDateTime started(const RunInfo& run) { return QDateTime::fromString(QString::fromStdString(run.started), Qt::ISODate); }
/// Its name, and its tags behind it.
QString named(const RunRecord& run) {
    QStringList parts;
    if (!run.info.label.name.empty()) parts << QString::fromStdString(run.info.label.name);
    for (const std::string& tag : run.info.label.tags) parts << QLatin1Char('#') + QString::fromStdString(tag);
    return parts.join(QStringLiteral("  "));
}
bool isNumber(int column) {
    switch (column) {
        case RunsModel::BitsColumn:
        case RunsModel::KeptColumn:
        case RunsModel::SizeColumn:
        case RunsModel::PerplexityColumn:
        case RunsModel::SecondsColumn: return true;
        default: return false;
    }
}

}  // namespace

void RunsModel::setRuns(std::vector<RunRecord> runs) {
    beginResetModel();
    m_runs = std::move(runs);
    endResetModel();
}

int RunsModel::rowOf(qint64 id) const {
    const auto found = std::find_if(m_runs.begin(), m_runs.end(), [id](const RunRecord& run) { return run.info.id == id; });
    return found == m_runs.end() ? -1 : static_cast<int>(found - m_runs.begin());
}

QString RunsModel::stateText(const std::string& state) {
    if (state == "running") return tr("running");
    if (state == "done") return tr("done");
    if (state == "failed") return tr("failed");
    if (state == "cancelled") return tr("cancelled");
    if (state == "interrupted") return tr("interrupted");
    return QString::fromStdString(state);
}

QString RunsModel::kindText(RunKind kind) {
    switch (kind) {
        case RunKind::Quantize: return tr("quantize");
        case RunKind::Saliency: return tr("saliency");
        case RunKind::CircuitScore: return tr("other score");
        case RunKind::Perplexity: return tr("perplexity");
        case RunKind::Compare: return tr("compare");
        case RunKind::Evaluate: return tr("evaluate");
        case RunKind::Export: return tr("export");
        case RunKind::Convert: return tr("convert");
    }
    return {};
}

QString RunsModel::commandText(const QString& command) {
    const auto known = runKindNamed(command.toStdString());
    return known ? kindText(*known) : command;
}

int RunsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_runs.size()); }
int RunsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant RunsModel::exactValue(const RunRecord& run, int column) {
    switch (column) {
        case IdColumn: return static_cast<qint64>(run.info.id);
        case NameColumn: return QString::fromStdString(run.info.label.name);
        case QuantizationColumn: return run.quantization;
        case CommandColumn: return QString::fromStdString(run.info.command);
        case ModelColumn: return QString::fromStdString(run.info.modelName);
        case TaskColumn: return QString::fromStdString(run.info.taskName);
        case BitsColumn: return known(run.bits);
        case KeptColumn: return known(run.kept);
        case SizeColumn: return known(run.bytes);
        case PerplexityColumn: return known(run.perplexity);
        case StateColumn: return QString::fromStdString(run.info.state);
        case StartedColumn: return QString::fromStdString(run.info.started);
        default: return known(run.seconds);
    }
}

QString RunsModel::shownText(const RunRecord& run, int column) {
    const auto text = [](double value, const QString& shown) { return std::isnan(value) ? QString() : shown; };
    switch (column) {
        case IdColumn: return QStringLiteral("#%1").arg(run.info.id);
        case NameColumn: return named(run);
        case TaskColumn: return measuredTextName(QString::fromStdString(run.info.taskName));
        case CommandColumn: return commandText(QString::fromStdString(run.info.command));
        case BitsColumn: return text(run.bits, run.bits == std::floor(run.bits) ? Format::fixed(run.bits, 0) : Format::bits(run.bits));
        case KeptColumn: return text(run.kept, Format::count(static_cast<quint64>(std::isnan(run.kept) ? 0 : run.kept)));
        case SizeColumn: return text(run.bytes, Format::bytes(run.bytes));
        case PerplexityColumn: return text(run.perplexity, Format::perplexity(run.perplexity, 0));
        case StateColumn: return stateText(run.info.state);
        case StartedColumn: {
            const QDateTime time = started(run.info);
            return time.isValid() ? QLocale().toString(time.toLocalTime(), QLocale::ShortFormat) : QString::fromStdString(run.info.started);
        }
        case SecondsColumn: return text(run.seconds, Format::fixed(run.seconds, run.seconds < 10 ? 1 : 0));
        default: return exactValue(run, column).toString();
    }
}

QString RunsModel::toolTip(const RunRecord& run, int column) {
    if (column == NameColumn) return QStringList{named(run), QString::fromStdString(run.info.label.note)}.join(QLatin1Char('\n')).trimmed();
    if (column == StateColumn && !run.info.error.empty()) return QString::fromStdString(run.info.error);
    if (column == PerplexityColumn && !std::isnan(run.perplexity)) return tr("exp(mean negative log-likelihood) on %1").arg(measuredTextName(run.perplexityText));
    return QString::fromStdString(run.info.commandLine);
}

QString RunsModel::searchText(const RunRecord& run) {
    QStringList parts{QStringLiteral("#%1").arg(run.info.id), stateText(run.info.state)};
    for (const std::string* text : {&run.info.commandLine, &run.info.command, &run.info.modelName, &run.info.taskName, &run.info.state, &run.info.label.name, &run.info.label.note}) parts << QString::fromStdString(*text);
    for (const std::string& tag : run.info.label.tags) parts << QLatin1Char('#') + QString::fromStdString(tag);
    return parts.join(QLatin1Char(' '));
}

QVariant RunsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const RunRecord& run = m_runs[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole: return shownText(run, index.column());
        case Qt::ToolTipRole: return toolTip(run, index.column());
        case SortRole:
        case kExportRole: return exactValue(run, index.column());
        case SearchRole: return searchText(run);
        case Qt::TextAlignmentRole: return QVariant::fromValue(Qt::Alignment((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
        default: return {};
    }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::Alignment((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role == Qt::DisplayRole) {
        const QString names[]{tr("run"), tr("name"), tr("quantization"), tr("what"), tr("model"), tr("task or text"), tr("bits / weight"), tr("kept"), tr("size"), tr("perplexity"), tr("state"), tr("started"), tr("seconds")};
        return names[section];
    }
    if (role == Qt::ToolTipRole) {
        const QString tips[]{tr("Number of the run in this workspace."), tr("What you call it, and its tags."), tr("How the model was quantized, whatever the task, the text and the seed."), tr("The command that was run."), tr("The model it was run on."), tr("Where the text came from: a task, or a file."),
                             tr("Bits per quantizable weight, scales and kept weights included; for a saliency the width simulated."), tr("Weights kept in 16 bit."),
                             tr("Bytes of all tensors of the model made."), tr("exp(mean negative log-likelihood), on the text named when pointed at. Lower is better."),
                             tr("done, failed, cancelled, running, or interrupted: its process ended."), tr("When it began, local time."), tr("Seconds from beginning to end.")};
        return tips[section];
    }
    return {};
}

RunFilter::RunFilter(QObject* parent) : QSortFilterProxyModel(parent) { setSortRole(RunsModel::SortRole); }

void RunFilter::setGrouped(bool grouped) {
    m_grouped = grouped;
    invalidate();
}

QVariant RunFilter::data(const QModelIndex& index, int role) const {
    const QVariant shown = QSortFilterProxyModel::data(index, role);
    if (!m_grouped || role != Qt::DisplayRole || index.column() != RunsModel::QuantizationColumn || index.row() == 0) return shown;
    return shown == QSortFilterProxyModel::data(index.siblingAtRow(index.row() - 1), role) ? QVariant(QString()) : shown;
}

void RunFilter::setSearch(const QString& text) {
    m_words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

bool RunFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const QString text = sourceModel()->index(row, 0, parent).data(RunsModel::SearchRole).toString();
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

bool RunFilter::lessThan(const QModelIndex& a, const QModelIndex& b) const {
    if (m_grouped) {
        const auto group = [](const QModelIndex& at) { return at.siblingAtColumn(RunsModel::QuantizationColumn).data().toString(); };
        const QString first = group(a), second = group(b);
        // Groups stand in one order whichever way the runs in them are sorted; what has no quantization comes last.
        if (first != second) {
            const bool before = first.isEmpty() != second.isEmpty() ? second.isEmpty() : first.localeAwareCompare(second) < 0;
            return before == (sortOrder() == Qt::AscendingOrder);
        }
    }
    const QVariant left = a.data(RunsModel::SortRole), right = b.data(RunsModel::SortRole);
    // Runs without the figure come after all that have it, whichever way round.
    if (left.isValid() != right.isValid()) return sortOrder() == Qt::AscendingOrder ? left.isValid() : right.isValid();
    return QSortFilterProxyModel::lessThan(a, b);
}

}  // namespace tacq::ui

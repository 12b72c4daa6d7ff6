#include "models/runs/run_diff_model.h"

#include <QFont>
#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include "models/quantize/metric_registry.h"
#include "models/runs/figure_words.h"
#include "models/shared/format.h"
#include "models/shared/table_roles.h"

namespace tacq::ui {
namespace {

QString shownText(const QJsonValue& value) {
    if (value.isBool()) return value.toBool() ? RunDiffModel::tr("yes") : RunDiffModel::tr("no");
    if (!value.isDouble()) return value.isUndefined() ? RunDiffModel::tr("–") : value.toString();
    const double number = value.toDouble();
    if (number == std::floor(number) && std::fabs(number) < 1e15) return number < 0 ? QString::number(number, 'f', 0) : Format::count(static_cast<quint64>(number));
    return Format::significant(number, 5);
}

QVariant exactValue(const QJsonValue& value) {
    if (value.isUndefined()) return QString();
    if (value.isBool()) return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    return value.isDouble() ? QVariant(value.toDouble()) : QVariant(value.toString());
}

/// A measurement says which way is better; of what is none, the window may know.
std::optional<bool> lowerIsBetter(const std::vector<RunRecord>& runs, const QString& figure) {
    const std::string metric = figure.section(QLatin1Char(':'), 0, 0).toStdString();
    for (const RunRecord& run : runs)
        for (const Measurement& one : run.info.measurements)
            if (one.metric == metric) return one.lowerIsBetter;
    return MetricRegistry::lowerIsBetter(figure);
}

}  // namespace

void RunDiffModel::judge(Row& row) const {
    row.best.assign(row.values.size(), false);
    row.differs = std::any_of(row.values.begin(), row.values.end(), [&](const QJsonValue& value) { return value != row.values.front(); });
    if (!row.differs || row.part == RunField::Part::Option || row.part == RunField::Part::Run) return;
    const std::optional<bool> lower = lowerIsBetter(m_runs, row.name);
    if (!lower) return;
    std::optional<double> best;
    int numbers = 0;
    for (const QJsonValue& value : row.values) {
        if (!value.isDouble()) continue;
        ++numbers;
        if (!best || (*lower ? value.toDouble() < *best : value.toDouble() > *best)) best = value.toDouble();
    }
    if (numbers < 2) return;
    for (std::size_t i = 0; i < row.values.size(); ++i) row.best[i] = row.values[i].isDouble() && row.values[i].toDouble() == *best;
}

void RunDiffModel::setRuns(std::vector<RunRecord> runs) {
    beginResetModel();
    m_runs = std::move(runs);
    m_rows.clear();
    std::map<std::pair<RunField::Part, QString>, std::size_t> places;
    for (std::size_t i = 0; i < m_runs.size(); ++i)
        for (RunField& field : fieldsOf(m_runs[i])) {
            const auto [place, isNew] = places.try_emplace({field.part, field.name}, m_rows.size());
            if (isNew) m_rows.push_back({field.part, field.name, field.part == RunField::Part::Metric ? figureName(m_runs[i].info, field.name) : field.name, std::vector<QJsonValue>(m_runs.size(), QJsonValue(QJsonValue::Undefined)), {}, false});
            m_rows[place->second].values[i] = std::move(field.value);
        }
    // Options of one run that another does not have still stand among the options, in the order of their names.
    std::stable_sort(m_rows.begin(), m_rows.end(), [](const Row& a, const Row& b) {
        if (a.part != b.part) return a.part < b.part;
        return a.part != RunField::Part::Run && a.name < b.name;
    });
    for (Row& row : m_rows) judge(row);
    // A loss on one task is not better than a loss on another.
    const bool oneText = std::all_of(m_runs.begin(), m_runs.end(), [&](const RunRecord& run) { return run.info.taskName == m_runs.front().info.taskName; });
    if (!oneText)
        for (Row& row : m_rows) row.best.assign(row.values.size(), false);
    m_differences = static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [](const Row& row) { return row.differs; }));
    arrange();
    endResetModel();
}

void RunDiffModel::setOnlyDifferences(bool only) {
    if (only == m_onlyDifferences) return;
    beginResetModel();
    m_onlyDifferences = only;
    arrange();
    endResetModel();
}

void RunDiffModel::arrange() {
    m_shown.clear();
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (!m_onlyDifferences || m_rows[i].differs) m_shown.push_back(static_cast<int>(i));
}

QString RunDiffModel::partText(RunField::Part part) {
    switch (part) {
        case RunField::Part::Option: return tr("option");
        case RunField::Part::Metric: return tr("metric");
        case RunField::Part::Result: return tr("result");
        case RunField::Part::Run: break;
    }
    return tr("run");
}

int RunDiffModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_shown.size()); }
int RunDiffModel::columnCount(const QModelIndex& parent) const { return parent.isValid() || m_runs.empty() ? 0 : FirstRunColumn + static_cast<int>(m_runs.size()); }

QVariant RunDiffModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const Row& row = rowAt(index.row());
    if (index.column() < FirstRunColumn) {
        if (role == Qt::DisplayRole) return index.column() == PartColumn ? partText(row.part) : row.shown;
        // As scripts and the command line call it.
        if ((role == Qt::ToolTipRole || role == kExportRole) && index.column() == NameColumn) return row.name;
        return {};
    }
    const auto at = static_cast<std::size_t>(index.column() - FirstRunColumn);
    const QJsonValue& value = row.values[at];
    const bool best = row.best[at];
    switch (role) {
        // A mark as well as a weight of type: neither colour nor boldness alone says it.
        case Qt::DisplayRole: return best ? tr("★ %1").arg(shownText(value)) : shownText(value);
        case kExportRole: return exactValue(value);
        case BestRole: return best;
        case Qt::ToolTipRole: {
            const QString exact = value.isDouble() ? QString::number(value.toDouble(), 'g', 12) : value.toString();
            return best ? tr("%1, the best of the chosen runs").arg(exact) : exact;
        }
        case Qt::TextAlignmentRole: {
            const bool numbers = std::any_of(row.values.begin(), row.values.end(), [](const QJsonValue& one) { return one.isDouble(); });
            return QVariant::fromValue(Qt::Alignment((numbers ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
        }
        case Qt::FontRole: {
            if (!best) return {};
            QFont font;
            font.setBold(true);
            return font;
        }
        default: return {};
    }
}

QVariant RunDiffModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::Alignment((section < FirstRunColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    if (section < FirstRunColumn) {
        if (role == Qt::DisplayRole) return section == PartColumn ? tr("part") : tr("name");
        return {};
    }
    const RunInfo& run = m_runs[static_cast<std::size_t>(section - FirstRunColumn)].info;
    if (role == Qt::DisplayRole) return tr("#%1 %2").arg(run.id).arg(QString::fromStdString(run.label.name.empty() ? run.command : run.label.name));
    if (role == Qt::ToolTipRole) return QString::fromStdString(run.commandLine);
    return {};
}

}  // namespace tacq::ui

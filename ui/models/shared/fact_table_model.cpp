#include "models/shared/fact_table_model.h"

#include <QJsonArray>
#include <cmath>
#include <map>
#include <utility>

#include "models/runs/figure_words.h"
#include "models/shared/format.h"
#include "models/shared/table_roles.h"
#include "text/stage_text.h"

namespace tacq::ui {
namespace {

using Cell = FactTableModel::Cell;

constexpr QLatin1String kRecipe("recipe.");

Cell number(double value, const QString& text) { return {text, value, true}; }

Cell valueCell(const QJsonValue& value) {
    if (value.isBool()) return {value.toBool() ? FactTableModel::tr("yes") : FactTableModel::tr("no"), {}, false};
    if (value.isDouble()) return number(value.toDouble(), QString::number(value.toDouble(), 'g', 12));
    return {value.toString(), {}, false};
}

/// In one line: a row for every tensor would push the rest out of sight. All of it stands in the command.
Cell recipeCell(const QJsonObject& recipe) {
    const QJsonObject tensors = recipe.value(QLatin1String("tensors")).toObject();
    std::map<int, int> widths;
    for (const QJsonValue& tensor : tensors)
        if (const int bits = tensor.toObject().value(QLatin1String("bits")).toInt(); bits > 0) ++widths[bits];
    QStringList parts;
    for (const auto& [bits, count] : widths) parts << FactTableModel::tr("%1 of %2 bit").arg(count).arg(bits);
    const QString text = FactTableModel::tr("%n tensor(s) of their own", nullptr, static_cast<int>(tensors.size()));
    return {parts.isEmpty() ? text : text + QLatin1String(": ") + parts.join(QLatin1String(", ")), {}, false};
}

Cell figureCell(double value) {
    constexpr double kExact = 9007199254740992;   // beyond 2^53 a double tells no whole number from the next, and beyond 2^64 it is none
    if (value >= 0 && value <= kExact && value == std::floor(value)) return number(value, Format::count(static_cast<quint64>(value)));
    return number(value, Format::significant(value, 5));
}

void addArtifacts(const QJsonObject& result, std::vector<std::vector<Cell>>& rows) {
    for (auto it = result.begin(); it != result.end(); ++it) {
        const bool key = it.key().endsWith(QLatin1String("rtifact")) || it.key() == QLatin1String("modelIdentity") || it.key() == QLatin1String("runKey");
        if (key && it->isString()) rows.push_back({{it.key(), {}, false}, {}, {it->toString(), {}, false}});
    }
}

}  // namespace

void FactTableModel::setTable(Table table) {
    beginResetModel();
    m_table = std::move(table);
    endResetModel();
}

int FactTableModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size()); }
int FactTableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_table.header.size()); }

QVariant FactTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const Cell& cell = m_table.rows[static_cast<std::size_t>(index.row())][static_cast<std::size_t>(index.column())];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) return cell.text;
    if (role == kExportRole) return cell.exact;
    if (role == Qt::TextAlignmentRole && cell.isNumber) return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    return {};
}

QVariant FactTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    if (role == Qt::DisplayRole) return m_table.header[section];
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    return {};
}

FactTableModel::Table optionTable(const RunRecord& run) {
    FactTableModel::Table table{{FactTableModel::tr("option"), FactTableModel::tr("value")}, {}};
    for (const RunField& field : fieldsOf(run))
        if (field.part == RunField::Part::Option && !field.name.startsWith(kRecipe)) table.rows.push_back({{field.name, {}, false}, valueCell(field.value)});
    if (const QJsonObject recipe = run.options.value(QLatin1String("recipe")).toObject(); !recipe.isEmpty()) table.rows.push_back({{QStringLiteral("recipe"), {}, false}, recipeCell(recipe)});
    return table;
}

FactTableModel::Table figureTable(const RunRecord& run) {
    FactTableModel::Table table{{FactTableModel::tr("metric"), FactTableModel::tr("value"), FactTableModel::tr("95 % interval"), FactTableModel::tr("on")}, {}};
    for (const RunFigure& figure : figuresOf(run)) {
        const QString interval = figure.low && figure.high ? FactTableModel::tr("%1 … %2").arg(Format::significant(*figure.low, 4), Format::significant(*figure.high, 4)) : QString();
        table.rows.push_back({{metricName(run.info, figure.name), figure.name, false}, figureCell(figure.value), {interval, {}, true}, {measuredTextName(figure.text), figure.text, false}});
    }
    return table;
}

FactTableModel::Table provenanceTable(const RunRecord& run) {
    FactTableModel::Table table{{FactTableModel::tr("stage, artifact or file"), FactTableModel::tr("time or size"), FactTableModel::tr("hash")}, {}};
    for (const QJsonValue& value : run.result.value(QLatin1String("stages")).toArray()) {
        const QJsonObject stage = value.toObject();
        const double seconds = stage.value(QLatin1String("seconds")).toDouble();
        const bool reused = stage.value(QLatin1String("reused")).toBool();
        table.rows.push_back({{StageText::stage(stage.value(QLatin1String("name")).toString()), {}, false},
                              reused ? Cell{FactTableModel::tr("from the workspace"), {}, true} : number(seconds, Format::duration(seconds)), {}});
    }
    addArtifacts(run.result, table.rows);
    for (const QJsonValue& value : run.result.value(QLatin1String("files")).toArray()) {
        const QJsonObject file = value.toObject();
        const double bytes = file.value(QLatin1String("bytes")).toDouble();
        table.rows.push_back({{file.value(QLatin1String("path")).toString(), {}, false}, number(bytes, Format::bytes(bytes)), {file.value(QLatin1String("sha256")).toString(), {}, false}});
    }
    return table;
}

}  // namespace tacq::ui

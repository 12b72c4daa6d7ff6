#include "models/matrix/top_weights_model.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include "models/saliency/saliency_catalogue.h"
#include "models/shared/async.h"
#include "models/shared/format.h"
#include "models/shared/table_roles.h"

namespace tacq::ui {

std::vector<WeightFacts> readWeights(const SaliencySource& source, std::size_t matrix, std::span<const std::uint32_t> positions, WeightRow* whole) {
    const LinearInfo& linear = source.meta().linears[matrix];
    const auto columns = static_cast<std::uint32_t>(linear.columns);
    constexpr float kUnknown = std::numeric_limits<float>::quiet_NaN();
    std::vector<WeightFacts> facts(positions.size());
    std::map<std::uint32_t, std::vector<std::size_t>> byRow;
    for (std::size_t i = 0; i < positions.size(); ++i) {
        facts[i] = {positions[i] / columns, positions[i] % columns, kUnknown, kUnknown, kUnknown, kUnknown};
        byRow[facts[i].row].push_back(i);
    }
    constexpr std::array kTargets{std::pair{MatrixLayer::Weight, &WeightFacts::weight}, std::pair{MatrixLayer::Gradient, &WeightFacts::gradient},
                                  std::pair{MatrixLayer::Delta, &WeightFacts::delta}, std::pair{MatrixLayer::Score, &WeightFacts::score}};
    std::vector<float> values(columns);
    for (const auto& [row, indices] : byRow)
        for (const auto& [layer, member] : kTargets) {
            if (!source.readRows(matrix, layer, row, static_cast<std::int64_t>(row) + 1, values).ok()) continue;
            for (const std::size_t i : indices) facts[i].*member = values[facts[i].column];
            if (whole && layer == MatrixLayer::Weight) whole->weight = values;
            if (whole && layer == MatrixLayer::Delta) whole->delta = values;
        }
    return facts;
}

void TopWeightsModel::setMatrix(SaliencyPointer source, std::size_t matrix) {
    beginResetModel();
    m_source = std::move(source);
    m_matrix = matrix;
    m_positions.clear();
    m_facts.clear();
    if (m_source) {
        const auto strongest = m_source->strongest(matrix);
        const auto scores = m_source->strongestScores(matrix);
        const std::size_t shown = std::min(kShown, strongest.size());
        const auto columns = static_cast<std::uint32_t>(m_source->meta().linears[matrix].columns);
        constexpr float kUnknown = std::numeric_limits<float>::quiet_NaN();
        for (std::size_t i = 0; i < shown; ++i) {
            m_positions.push_back(strongest[i]);
            m_facts.push_back({strongest[i] / columns, strongest[i] % columns, kUnknown, kUnknown, kUnknown, scores[i]});
        }
    }
    endResetModel();
    if (m_positions.empty()) return;
    runAsync(this, [source = m_source, matrix, positions = m_positions] { return std::pair{source, readWeights(*source, matrix, positions)}; },
             [this, matrix](auto read) {
                 if (read.first != m_source || matrix != m_matrix || read.second.size() != m_facts.size()) return;
                 m_facts = std::move(read.second);
                 emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
             });
}

void TopWeightsModel::setKept(quint64 kept) {
    const quint64 before = std::exchange(m_kept, kept);
    const int first = static_cast<int>(std::min<quint64>(std::min(before, kept), m_facts.size()));
    const int last = static_cast<int>(std::min<quint64>(std::max(before, kept), m_facts.size())) - 1;
    if (first <= last) emit dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

int TopWeightsModel::rowOfPosition(std::uint32_t position) const {
    const auto found = std::find(m_positions.begin(), m_positions.end(), position);
    return found == m_positions.end() ? -1 : static_cast<int>(found - m_positions.begin());
}

const WeightFacts* TopWeightsModel::factsAt(int row) const {
    return row >= 0 && row < static_cast<int>(m_facts.size()) ? &m_facts[static_cast<std::size_t>(row)] : nullptr;
}

int TopWeightsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_facts.size()); }
int TopWeightsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant TopWeightsModel::cell(const WeightFacts& facts, int column, QVariant (*value)(float)) {
    switch (column) {
        case RowColumn: return facts.row;
        case ColumnColumn: return facts.column;
        case WeightColumn: return value(facts.weight);
        case GradientColumn: return value(facts.gradient);
        case DeltaColumn: return value(facts.delta);
        case ScoreColumn: return value(facts.score);
        default: return {};
    }
}

QVariant TopWeightsModel::text(const WeightFacts& facts, int column) const {
    return cell(facts, column, [](float v) { return QVariant(Format::significant(static_cast<double>(v))); });
}

QVariant TopWeightsModel::exact(const WeightFacts& facts, int column) {
    return cell(facts, column, [](float v) { return std::isnan(v) ? QVariant() : QVariant(static_cast<double>(v)); });
}

QVariant TopWeightsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const bool kept = static_cast<quint64>(index.row()) < m_kept;
    switch (role) {
        case Qt::DisplayRole:
            if (index.column() == KeptColumn) return kept ? tr("16 bit") : tr("–");
            return text(m_facts[static_cast<std::size_t>(index.row())], index.column());
        case Qt::TextAlignmentRole: return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        case Qt::ToolTipRole: return kept ? tr("Kept in 16 bit under the present budget") : tr("Quantized under the present budget");
        case kExportRole: return index.column() == KeptColumn ? QVariant(kept ? 1 : 0) : exact(m_facts[static_cast<std::size_t>(index.row())], index.column());
        case KeptRole: return kept;
        case PositionRole: return m_positions[static_cast<std::size_t>(index.row())];
        default: return {};
    }
}

QVariant TopWeightsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role == Qt::DisplayRole) {
        switch (section) {
            case RowColumn: return tr("row");
            case ColumnColumn: return tr("column");
            case WeightColumn: return tr("W");
            case GradientColumn: return tr("|gradient|");
            case DeltaColumn: return tr("ΔW");
            case ScoreColumn: return tr("saliency");
            case KeptColumn: return tr("kept");
            default: return {};
        }
    }
    if (role == Qt::ToolTipRole) {
        switch (section) {
            case WeightColumn: return tr("The weight before quantization.");
            case GradientColumn: return tr("How strongly the task's loss reacts to this weight, summed over the samples: Σ |∂L/∂W|.");
            case DeltaColumn: return tr("What quantization alone would change: weight minus quantized weight.");
            case ScoreColumn: return tr("%1: weights with the highest values are kept.").arg(scoreFormula(m_source ? m_source->meta().method : Method::Tacq));
            case KeptColumn: return tr("Whether the present budget keeps this weight in 16 bit.");
            default: return {};
        }
    }
    return {};
}

}  // namespace tacq::ui

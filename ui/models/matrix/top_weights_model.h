#pragma once
#include <QAbstractTableModel>
#include <vector>

#include "models/saliency/saliency_source.h"

namespace tacq::ui {

/// One weight with everything that is known of it. NaN: not read yet, or not readable.
struct WeightFacts {
    std::uint32_t row = 0, column = 0;
    float weight = 0, gradient = 0, delta = 0, score = 0;
};

/// What a weight is quantized among: its whole row. Empty where it cannot be read.
struct WeightRow {
    std::vector<float> weight, delta;
};

/// Reads W, G, ΔW of single weights from the source (row by row: positions of one row cost one read). Not for the GUI thread. `row`: the last row read.
std::vector<WeightFacts> readWeights(const SaliencySource& source, std::size_t matrix, std::span<const std::uint32_t> positions, WeightRow* row = nullptr);

/// The strongest weights of one matrix, strongest first; positions at once, values when they were read.
class TopWeightsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { RowColumn, ColumnColumn, ScoreColumn, KeptColumn, WeightColumn, GradientColumn, DeltaColumn, ColumnCount };
    enum Role { KeptRole = Qt::UserRole, PositionRole };
    static constexpr std::size_t kShown = 200;
    using QAbstractTableModel::QAbstractTableModel;

    void setMatrix(SaliencyPointer source, std::size_t matrix);
    /// The first `kept` weights are kept: cheap, called at each slider step.
    void setKept(quint64 kept);
    int rowOfPosition(std::uint32_t position) const;
    const WeightFacts* factsAt(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// A place as it is, a figure as `value` puts it.
    static QVariant cell(const WeightFacts& facts, int column, QVariant (*value)(float));
    QVariant text(const WeightFacts& facts, int column) const;
    static QVariant exact(const WeightFacts& facts, int column);

    SaliencyPointer m_source;
    std::size_t m_matrix = 0;
    std::vector<std::uint32_t> m_positions;
    std::vector<WeightFacts> m_facts;
    quint64 m_kept = 0;
};

}  // namespace tacq::ui

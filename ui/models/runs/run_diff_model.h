#pragma once
#include <QAbstractTableModel>
#include <vector>

#include "models/runs/run_record.h"

namespace tacq::ui {

/// Any number of runs side by side: a row an option, metric or figure of the result, a column a run. Where a figure is better when lower (or higher),
/// the best value is marked.
class RunDiffModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { PartColumn, NameColumn, FirstRunColumn };
    enum Role { BestRole = Qt::UserRole };   ///< true: the best of the row
    using QAbstractTableModel::QAbstractTableModel;

    void setRuns(std::vector<RunRecord> runs);
    /// Only rows in which not all runs say the same (one that says nothing counts as different).
    void setOnlyDifferences(bool only);
    int differences() const { return m_differences; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        RunField::Part part = RunField::Part::Run;
        QString name, shown;
        std::vector<QJsonValue> values;   ///< per run; undefined where it says nothing
        std::vector<bool> best;
        bool differs = false;
    };
    void judge(Row& row) const;
    static QString partText(RunField::Part part);
    void arrange();
    const Row& rowAt(int row) const { return m_rows[static_cast<std::size_t>(m_shown[static_cast<std::size_t>(row)])]; }

    std::vector<RunRecord> m_runs;
    std::vector<Row> m_rows;
    std::vector<int> m_shown;
    int m_differences = 0;
    bool m_onlyDifferences = true;
};

}  // namespace tacq::ui

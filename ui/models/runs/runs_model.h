#pragma once
#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <QStringList>
#include <vector>

#include "models/runs/run_record.h"
#include "tacq/store/run_kind.h"

namespace tacq::ui {

/// The runs of a workspace, newest first.
class RunsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { IdColumn, NameColumn, QuantizationColumn, CommandColumn, ModelColumn, TaskColumn, BitsColumn, KeptColumn, SizeColumn, PerplexityColumn, StateColumn, StartedColumn, SecondsColumn, ColumnCount };
    enum Role { SortRole = Qt::UserRole, SearchRole };
    using QAbstractTableModel::QAbstractTableModel;
    void setRuns(std::vector<RunRecord> runs);
    const std::vector<RunRecord>& runs() const { return m_runs; }
    int rowOf(qint64 id) const;   ///< −1: not there

    /// What a command does, in a word or two.
    static QString kindText(RunKind kind);
    static QString commandText(const QString& command);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QString stateText(const std::string& state);
    static QVariant exactValue(const RunRecord& run, int column);
    static QString shownText(const RunRecord& run, int column);
    static QString toolTip(const RunRecord& run, int column);
    static QString searchText(const RunRecord& run);
    std::vector<RunRecord> m_runs;
};

/// Sorts by exact values; shows the runs in which every word of the search occurs. Grouped, runs of one quantization stand together, in the order asked for, and only
/// the first of them names it.
class RunFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit RunFilter(QObject* parent = nullptr);
    void setSearch(const QString& text);
    void setGrouped(bool grouped);
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& a, const QModelIndex& b) const override;

private:
    QStringList m_words;
    bool m_grouped = false;
};

}  // namespace tacq::ui

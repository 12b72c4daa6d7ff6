#pragma once
#include <QAbstractTableModel>
#include <QStringList>
#include <vector>

#include "models/runs/run_record.h"

namespace tacq::ui {

/// A small table of texts: header, rows of cells, each with its exact value for CSV. Cells that hold numbers stand at the right.
class FactTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    struct Cell {
        QString text;
        QVariant exact;          ///< invalid: the text is all there is
        bool isNumber = false;
    };
    struct Table {
        QStringList header;
        std::vector<std::vector<Cell>> rows;   ///< each as long as the header
    };
    using QAbstractTableModel::QAbstractTableModel;
    void setTable(Table table);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Table m_table;
};

/// The three tables of one run.
FactTableModel::Table optionTable(const RunRecord& run);
FactTableModel::Table figureTable(const RunRecord& run);       ///< metrics with intervals
FactTableModel::Table provenanceTable(const RunRecord& run);   ///< stages with seconds, artifacts and files with hashes

}  // namespace tacq::ui

#pragma once
#include <QAbstractTableModel>
#include <array>

#include "tacq/budget/ledger.h"

namespace tacq::ui {

/// Where the bits go: five lines that sum to bits per quantizable weight, then the rest of the file in bytes.
class LedgerModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NameColumn, BitsColumn, BytesColumn, ColumnCount };
    enum Line { Codes, Scales, Zeros, KeptValues, KeptPositions, Embeddings, Head, Other, Header, LineCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setLedger(const Ledger& ledger);
    const Ledger& ledger() const { return m_ledger; }
    double bits(int line) const;
    quint64 lineBytes(int line) const;
    static bool isQuantized(int line) { return line <= KeptPositions; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QString name(int line);
    static QString explanation(int line);
    Ledger m_ledger;
};

}  // namespace tacq::ui

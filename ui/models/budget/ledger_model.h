#pragma once
#include <QAbstractTableModel>
#include <array>
#include <vector>

#include "tacq/budget/ledger.h"
#include "tacq/numerics/packed_part.h"

namespace tacq::ui {

/// Where the bits go: five lines that sum to bits per quantizable weight, then the rest of the file in bytes; last the lines of parts that only some
/// models have, which belong to that sum too. A line without bytes that is none of the usual ones is not there.
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
    /// Of the quantized matrices: one of those that sum to bits per weight.
    static bool isQuantized(int line) { return line <= KeptPositions || line >= LineCount; }
    int lineCount() const { return LineCount + static_cast<int>(m_further.size()); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString name(int line) const;
    static QString explanation(int line);
    Ledger::Line part(int line) const;
    Ledger m_ledger;
    std::vector<LedgerLine> m_further;  ///< lines from LineCount on
};

}  // namespace tacq::ui

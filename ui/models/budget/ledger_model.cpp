#include "models/budget/ledger_model.h"

#include "models/shared/format.h"

namespace tacq::ui {

void LedgerModel::setLedger(const Ledger& ledger) {
    m_ledger = ledger;
    emit dataChanged(index(0, BitsColumn), index(LineCount - 1, BytesColumn));
}

quint64 LedgerModel::lineBytes(int line) const {
    switch (line) {
        case Codes: return m_ledger.codes.bytes;
        case Scales: return m_ledger.scales.bytes;
        case Zeros: return m_ledger.zeros.bytes;
        case KeptValues: return m_ledger.outlierValues.bytes;
        case KeptPositions: return m_ledger.outlierIndices.bytes;
        case Embeddings: return m_ledger.embeddingBytes;
        case Head: return m_ledger.headBytes;
        case Other: return m_ledger.otherBytes;
        case Header: return m_ledger.headerBytes;
        default: return 0;
    }
}

double LedgerModel::bits(int line) const {
    switch (line) {
        case Codes: return m_ledger.codes.bits;
        case Scales: return m_ledger.scales.bits;
        case Zeros: return m_ledger.zeros.bits;
        case KeptValues: return m_ledger.outlierValues.bits;
        case KeptPositions: return m_ledger.outlierIndices.bits;
        default: return 0;
    }
}

QString LedgerModel::name(int line) {
    switch (line) {
        case Codes: return tr("codes");
        case Scales: return tr("scales");
        case Zeros: return tr("zeros");
        case KeptValues: return tr("kept values");
        case KeptPositions: return tr("positions");
        case Embeddings: return tr("embeddings");
        case Head: return tr("head");
        case Other: return tr("norms, biases");
        case Header: return tr("file headers");
        default: return {};
    }
}

QString LedgerModel::explanation(int line) {
    switch (line) {
        case Codes: return tr("The low-bit number that every quantizable weight gets.");
        case Scales: return tr("The step of the grid, one per row or group.");
        case Zeros: return tr("The code that stands for zero, one per row or group.");
        case KeptValues: return tr("The weights that stay in 16 bit because the task needs them.");
        case KeptPositions: return tr("Where the kept weights sit: a column number each and a count per row.");
        case Embeddings: return tr("The table that turns tokens into vectors; it is not quantized here.");
        case Head: return tr("The matrix that turns vectors into token scores; none when it is shared with the embeddings.");
        case Other: return tr("Normalization weights and biases, stored as they are.");
        case Header: return tr("Names and shapes at the start of each file.");
        default: return {};
    }
}

int LedgerModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : LineCount; }
int LedgerModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant LedgerModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const int line = index.row();
    if (role == Qt::ToolTipRole) return explanation(line);
    if (role == Qt::TextAlignmentRole && index.column() != NameColumn) return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole) return {};
    if (index.column() == NameColumn) return name(line);
    if (index.column() == BytesColumn) return Format::count(lineBytes(line));
    return isQuantized(line) ? Format::bits(bits(line)) : QString();
}

QVariant LedgerModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case BitsColumn: return tr("bits / weight");
        case BytesColumn: return tr("bytes");
        default: return QString();
    }
}

}  // namespace tacq::ui

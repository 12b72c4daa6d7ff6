#include "models/budget/ledger_model.h"

#include <algorithm>
#include <string_view>

#include "models/shared/format.h"

namespace tacq::ui {

namespace {

/// As the ledger calls the lines that every model has.
constexpr std::array<std::string_view, LedgerModel::KeptPositions + 1> kUsual{"codes", "scales", "zeros", "outlierValues", "outlierIndices"};

}  // namespace

void LedgerModel::setLedger(const Ledger& ledger) {
    std::vector<LedgerLine> further;
    for (const LedgerLine& line : ledgerLines())
        if (ledger[line.name].bytes > 0 && std::find(kUsual.begin(), kUsual.end(), line.name) == kUsual.end()) further.push_back(line);
    const bool sameLines = further.size() == m_further.size();
    if (!sameLines) beginResetModel();
    m_ledger = ledger;
    m_further = std::move(further);
    if (!sameLines) endResetModel();
    emit dataChanged(index(0, BitsColumn), index(lineCount() - 1, BytesColumn));
}

Ledger::Line LedgerModel::part(int line) const {
    if (line >= LineCount) return m_ledger[m_further.at(static_cast<std::size_t>(line - LineCount)).name];
    return isQuantized(line) ? m_ledger[kUsual.at(static_cast<std::size_t>(line))] : Ledger::Line{};
}

quint64 LedgerModel::lineBytes(int line) const {
    switch (line) {
        case Embeddings: return m_ledger.embeddingBytes;
        case Head: return m_ledger.headBytes;
        case Other: return m_ledger.otherBytes;
        case Header: return m_ledger.headerBytes;
        default: return part(line).bytes;
    }
}

double LedgerModel::bits(int line) const { return part(line).bits; }

QString LedgerModel::name(int line) const {
    if (line >= LineCount) return QString::fromStdString(std::string(m_further.at(static_cast<std::size_t>(line - LineCount)).title));
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

int LedgerModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : lineCount(); }
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

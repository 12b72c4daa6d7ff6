#include "widgets/ledger_bar.h"

#include <QFontDatabase>
#include <QHelpEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "widgets/plain_words.h"
#include "widgets/theme.h"

namespace tacq::ui {

LedgerBar::LedgerBar(LedgerModel& model, QWidget* parent) : QWidget(parent), m_model(model) {
    setFixedHeight(10);
    connect(&model, &QAbstractItemModel::dataChanged, this, [this] { update(); });
}

void LedgerBar::paintEvent(QPaintEvent*) {
    const double total = m_model.ledger().totalBits;
    if (!(total > 0)) return;
    QPainter painter(this);
    const Theme& theme = Theme::of(this);
    double sum = 0;
    for (int line = 0; line < m_model.lineCount(); ++line) {
        if (!LedgerModel::isQuantized(line)) continue;
        const int from = static_cast<int>(std::lround(sum / total * width()));
        sum += m_model.bits(line);
        const int to = static_cast<int>(std::lround(sum / total * width()));
        if (to > from) painter.fillRect(from, 0, std::max(1, to - from - 1), height(), theme.ledgerColour(line));
    }
}

LedgerTable::LedgerTable(LedgerModel& model, QWidget* parent) : QWidget(parent), m_model(model) {
    fitLines();
    connect(&model, &QAbstractItemModel::dataChanged, this, &LedgerTable::fitLines);
}

void LedgerTable::fitLines() {
    setMinimumHeight(kHeaderHeight + static_cast<int>(shownLines().size()) * kLineHeight);
    update();
}

std::vector<int> LedgerTable::shownLines() const {
    std::vector<int> lines;
    for (int line = 0; line < m_model.lineCount(); ++line)
        if (LedgerModel::isQuantized(line) || m_model.lineBytes(line) > 0) lines.push_back(line);
    return lines;
}

QSize LedgerTable::sizeHint() const { return {220, kHeaderHeight + static_cast<int>(shownLines().size()) * kLineHeight}; }

void LedgerTable::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = Theme::of(this);
    QFont small = font(), mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    small.setPixelSize(11);
    mono.setPixelSize(12);
    const int bitsRight = width() - 96;
    painter.setFont(small);
    painter.setPen(theme.secondary);
    painter.drawText(QRect(0, 0, bitsRight, kHeaderHeight), Qt::AlignRight | Qt::AlignVCenter, m_model.headerData(LedgerModel::BitsColumn, Qt::Horizontal, Qt::DisplayRole).toString());
    painter.drawText(QRect(0, 0, width(), kHeaderHeight), Qt::AlignRight | Qt::AlignVCenter, m_model.headerData(LedgerModel::BytesColumn, Qt::Horizontal, Qt::DisplayRole).toString());
    QFont plain = font();
    plain.setPixelSize(12);
    int y = kHeaderHeight - kLineHeight;
    for (const int line : shownLines()) {
        y += kLineHeight;
        painter.fillRect(QRect(0, y + 5, 9, 9), theme.ledgerColour(line));
        painter.setFont(plain);
        painter.setPen(theme.secondary);
        painter.drawText(QRect(16, y, width() - 16, kLineHeight), Qt::AlignLeft | Qt::AlignVCenter, m_model.index(line, LedgerModel::NameColumn).data().toString());
        painter.setFont(mono);
        painter.setPen(theme.text);
        painter.drawText(QRect(0, y, bitsRight, kLineHeight), Qt::AlignRight | Qt::AlignVCenter, m_model.index(line, LedgerModel::BitsColumn).data().toString());
        painter.drawText(QRect(0, y, width(), kLineHeight), Qt::AlignRight | Qt::AlignVCenter, m_model.index(line, LedgerModel::BytesColumn).data().toString());
    }
}

bool LedgerTable::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto at = static_cast<std::size_t>(std::max(0, (help->pos().y() - kHeaderHeight) / kLineHeight));
    const std::vector<int> lines = shownLines();
    if (at < lines.size()) showToolTip(help->globalPos(), m_model.index(lines[at], 0).data(Qt::ToolTipRole).toString(), this);
    return true;
}

}  // namespace tacq::ui

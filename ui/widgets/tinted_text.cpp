#include "widgets/tinted_text.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <algorithm>

#include "widgets/plain_words.h"
#include "widgets/theme.h"

namespace tacq::ui {

TintScale divergenceTint(const Theme& theme) {
    TintScale scale;
    scale.surface = theme.card;
    scale.ink = theme.text;
    scale.strong = theme.dark ? QColor(0xC9A6FF) : QColor(0x5B2A86);
    return scale;
}

TintedText::TintedText(const QString& objectName, const QString& accessibleName, QWidget* parent) : QPlainTextEdit(parent) {
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    viewport()->setMouseTracking(true);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] { emit pointed(pieceAtCharacter(textCursor().position())); });
}

void TintedText::restart(const QString& prompt) {
    m_pieces.clear();
    m_ends.clear();
    clear();
    QTextCharFormat format;
    format.setForeground(Theme::of(this).secondary);
    QTextCursor cursor(document());
    cursor.insertText(prompt, format);
    m_begin = cursor.position();
}

void TintedText::append(const WrittenPiece& piece) {
    const bool atEnd = verticalScrollBar()->value() >= verticalScrollBar()->maximum();
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    cursor.insertText(piece.text, formatOf(piece));
    m_pieces.push_back(piece);
    m_ends.push_back(cursor.position());
    // Who scrolled back to read is left where they are.
    if (atEnd) verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void TintedText::setTinted(bool tinted) {
    if (m_tinted == tinted) return;
    m_tinted = tinted;
    recolour();
}

QColor TintedText::tintOf(int piece) const {
    const double kl = m_tinted ? m_pieces.at(static_cast<std::size_t>(piece)).kl : -1;
    return divergenceTint(Theme::of(this)).background(kl);
}

QTextCharFormat TintedText::formatOf(const WrittenPiece& piece) const {
    QTextCharFormat format;
    const TintScale scale = divergenceTint(Theme::of(this));
    if (!m_tinted || scale.fraction(piece.kl) <= 0) {
        format.setForeground(scale.ink);
        return format;
    }
    const QColor background = scale.background(piece.kl);
    format.setBackground(background);
    format.setForeground(scale.foreground(background));
    return format;
}

void TintedText::recolour() {
    QTextCursor cursor(document());
    cursor.setPosition(m_begin, QTextCursor::KeepAnchor);
    QTextCharFormat prompt;
    prompt.setForeground(Theme::of(this).secondary);
    cursor.setCharFormat(prompt);
    int begin = m_begin;
    for (std::size_t i = 0; i < m_pieces.size(); ++i) {
        cursor.setPosition(begin);
        cursor.setPosition(m_ends[i], QTextCursor::KeepAnchor);
        cursor.setCharFormat(formatOf(m_pieces[i]));
        begin = m_ends[i];
    }
}

int TintedText::pieceAtCharacter(int position) const {
    if (position < m_begin) return -1;
    const auto after = std::upper_bound(m_ends.begin(), m_ends.end(), position);
    return after == m_ends.end() ? -1 : static_cast<int>(after - m_ends.begin());
}

int TintedText::pieceAt(const QPoint& point) const {
    const QTextCursor cursor = cursorForPosition(point);
    const QRect caret = cursorRect(cursor);
    // A cursor stands between two characters; beyond the line there is none.
    if (point.y() < caret.top() || point.y() > caret.bottom()) return -1;
    if (point.x() < caret.left()) return pieceAtCharacter(cursor.position() - 1);
    return cursor.atBlockEnd() ? -1 : pieceAtCharacter(cursor.position());
}

bool TintedText::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::MouseMove) emit pointed(pieceAt(static_cast<QMouseEvent*>(event)->pos()));
    if (event->type() != QEvent::ToolTip) return QPlainTextEdit::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int piece = pieceAt(help->pos());
    showToolTip(help->globalPos(), piece >= 0 && m_describe ? m_describe(m_pieces[static_cast<std::size_t>(piece)]) : QString(), viewport());
    return true;
}

void TintedText::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) recolour();
}

}  // namespace tacq::ui

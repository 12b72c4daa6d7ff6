#include "widgets/token_view.h"

#include <QHelpEvent>
#include <QPainter>
#include <QTextCharFormat>
#include <QTextCursor>
#include <algorithm>
#include <utility>

#include "widgets/plain_words.h"
#include "widgets/theme.h"

namespace tacq::ui {
namespace {

constexpr int kSwatch = 14;

}  // namespace

TokenView::TokenView(QWidget* parent) : QPlainTextEdit(parent) {
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setUndoRedoEnabled(false);
}

void TokenView::setSamples(std::vector<PreviewSample> samples) {
    m_samples = std::move(samples);
    render();
}

void TokenView::render() {
    m_rendering = true;
    const Theme& theme = Theme::of(this);
    QTextCharFormat head, plain, loss;
    head.setForeground(theme.secondary);
    plain.setForeground(theme.secondary);
    loss.setForeground(theme.text);
    loss.setBackground(theme.accentTint);
    clear();
    m_places.clear();
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    for (std::size_t s = 0; s < m_samples.size(); ++s) {
        const PreviewSample& sample = m_samples[s];
        if (s > 0) cursor.insertText(QStringLiteral("\n\n\n"), head);
        cursor.insertText(tr("— sample %1: %2 tokens, %3 carry the loss —").arg(s + 1).arg(sample.tokens).arg(sample.lossTokens) + QStringLiteral("\n\n"), head);
        if (sample.pieces.empty()) cursor.insertText(sample.text.trimmed(), plain);
        for (std::size_t t = 0; t < sample.pieces.size(); ++t) {
            const int begin = cursor.position();
            cursor.insertText(sample.pieces[t].text, sample.pieces[t].loss ? loss : plain);
            m_places.push_back({begin, cursor.position(), s, t});
        }
    }
    cursor.endEditBlock();
    moveCursor(QTextCursor::Start);
    m_rendering = false;
}

const PreviewToken* TokenView::tokenAt(int position) const {
    // The first token that ends behind the position: empty ones (parts of a character) are passed over.
    const auto found = std::upper_bound(m_places.begin(), m_places.end(), position, [](int at, const Place& place) { return at < place.end; });
    if (found == m_places.end() || position < found->begin) return nullptr;
    return &m_samples[found->sample].pieces[found->token];
}

QString TokenView::toolTipAt(int position) const {
    const PreviewToken* token = tokenAt(position);
    if (!token) return {};
    return token->loss ? tr("token %1, id %2: its prediction is in the loss").arg(token->piece).arg(token->id) : tr("token %1, id %2: only read, not in the loss").arg(token->piece).arg(token->id);
}

bool TokenView::isTinted(int position) const {
    QTextCursor cursor(document());
    cursor.setPosition(position + 1);  // a format belongs to what stands before the cursor
    return cursor.charFormat().background().style() != Qt::NoBrush;
}

bool TokenView::viewportEvent(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QPlainTextEdit::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    // The cursor goes to the nearest gap between characters; the character pointed at begins before the pointer.
    QTextCursor cursor = cursorForPosition(help->pos());
    if (cursorRect(cursor).left() > help->pos().x() && cursor.position() > 0) cursor.movePosition(QTextCursor::PreviousCharacter);
    showToolTip(help->globalPos(), toolTipAt(cursor.position()), viewport());
    return true;
}

void TokenView::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::StyleChange && !m_rendering && !m_samples.empty()) render();
}

TokenSwatch::TokenSwatch(bool loss, const QString& objectName, QWidget* parent) : QWidget(parent), m_loss(loss) {
    setObjectName(objectName);
    setFixedSize(kSwatch, kSwatch);
}

void TokenSwatch::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = Theme::of(this);
    painter.setPen(theme.hairline);
    painter.setBrush(m_loss ? theme.accentTint : theme.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
}

}  // namespace tacq::ui

#include "plot/bars_view.h"

#include <QFocusEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/parts.h"
#include "widgets/plain_words.h"
#include "widgets/theme.h"

namespace tacq::ui {
namespace {

constexpr double kLowest = 5, kTallest = 22, kTextFrom = 12;
constexpr int kFoot = 18, kNameWidth = 62, kFigureWidth = 58, kScrollWidth = 8;
constexpr double kWidestNames = 0.45;   ///< of the view

}  // namespace

BarsView::BarsView(QWidget* parent) : QWidget(parent) { setFocusPolicy(Qt::StrongFocus); }

void BarsView::setBars(std::vector<Bar> bars, const QString& markText) {
    m_bars = std::move(bars);
    m_markText = markText;
    m_widestName = 0;
    const QFontMetrics metrics(labelFont(this));
    for (const Bar& bar : m_bars) m_widestName = std::max(m_widestName, metrics.horizontalAdvance(bar.name));
    m_first = std::clamp(m_first, 0, std::max(0, static_cast<int>(m_bars.size()) - fitting()));
    choose(std::min(m_current, static_cast<int>(m_bars.size()) - 1));
}

double BarsView::barHeight() const {
    const double room = height() - (m_markText.isEmpty() ? 0 : kFoot);
    return std::clamp(room / std::max<double>(1, static_cast<double>(m_bars.size())), kLowest, kTallest);
}

int BarsView::fitting() const { return std::max(1, static_cast<int>((height() - (m_markText.isEmpty() ? 0 : kFoot)) / barHeight())); }

void BarsView::paintEvent(QPaintEvent*) {
    if (m_bars.empty()) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = Theme::of(this);
    painter.setFont(labelFont(this));
    double most = 0;
    for (const Bar& bar : m_bars) most = std::max({most, bar.value, bar.mark});
    const bool scrolls = static_cast<int>(m_bars.size()) > fitting();
    const int names = std::clamp(m_widestName + 10, kNameWidth, std::max(kNameWidth, static_cast<int>(width() * kWidestNames)));
    const int right = width() - (scrolls ? kScrollWidth : 0), room = right - names - kFigureWidth - 4;
    const double each = barHeight();
    const int every = each >= kTextFrom ? 1 : static_cast<int>(std::ceil(kTextFrom / each));
    for (int i = m_first; i < std::min(static_cast<int>(m_bars.size()), m_first + fitting()); ++i) {
        const Bar& bar = m_bars[static_cast<std::size_t>(i)];
        const double top = (i - m_first) * each;
        const QRectF body(names, top + each * 0.18, most > 0 && bar.value > 0 ? std::max(1.0, bar.value / most * room) : 0, each * 0.64);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.kept);
        painter.drawRoundedRect(body, 2, 2);
        painter.setPen(theme.secondary);
        if ((i - m_first) % every == 0) {
            painter.drawText(QRectF(0, top + each / 2 - 8, names - 8, 16), Qt::AlignRight | Qt::AlignVCenter, painter.fontMetrics().elidedText(bar.name, Qt::ElideMiddle, names - 8));
            painter.drawText(QRectF(right - kFigureWidth, top + each / 2 - 8, kFigureWidth, 16), Qt::AlignRight | Qt::AlignVCenter, bar.text);
        }
        if (bar.mark < 0 || !(most > 0)) continue;
        painter.setPen(QPen(theme.text, 2));
        const double x = names + bar.mark / most * room;
        painter.drawLine(QPointF(x, top + 1), QPointF(x, top + each - 1));
    }
    if (hasFocus() && m_current >= m_first && m_current < m_first + fitting()) {
        painter.setPen(QPen(theme.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(1, (m_current - m_first) * each + 1, right - 2, std::max(4.0, each - 2)), 3, 3);
    }
    if (scrolls) paintScroll(painter);
    if (m_markText.isEmpty()) return;
    const int y = height() - kFoot / 2;
    painter.setPen(QPen(theme.text, 2));
    painter.drawLine(names, y - 6, names, y + 6);
    painter.setPen(theme.secondary);
    painter.drawText(QRect(names + 8, y - 8, width() - names - 8, 16), Qt::AlignLeft | Qt::AlignVCenter, m_markText);
}

void BarsView::paintScroll(QPainter& painter) const {
    // Where in the whole list the shown bars are: a hint that the wheel brings the others.
    const double all = static_cast<double>(m_bars.size()), high = fitting() * barHeight();
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::of(this).hairline);
    painter.drawRoundedRect(QRectF(width() - 5, m_first / all * high, 5, std::max(12.0, fitting() / all * high)), 2.5, 2.5);
}

void BarsView::wheelEvent(QWheelEvent* event) {
    const int last = std::max(0, static_cast<int>(m_bars.size()) - fitting());
    if (last == 0) return QWidget::wheelEvent(event);
    m_first = std::clamp(m_first - event->angleDelta().y() / 40, 0, last);
    update();
    event->accept();
}

void BarsView::keyPressEvent(QKeyEvent* event) {
    if (m_bars.empty()) return QWidget::keyPressEvent(event);
    const int last = static_cast<int>(m_bars.size()) - 1;
    int to = m_current;
    switch (event->key()) {
        case Qt::Key_Up: --to; break;
        case Qt::Key_Down: ++to; break;
        case Qt::Key_PageUp: to -= fitting(); break;
        case Qt::Key_PageDown: to += fitting(); break;
        case Qt::Key_Home: to = 0; break;
        case Qt::Key_End: to = last; break;
        default: QWidget::keyPressEvent(event); return;
    }
    choose(std::clamp(to, 0, last));
    m_first = std::clamp(m_first, std::max(0, m_current - fitting() + 1), m_current);
    showToolTip(mapToGlobal(QPoint(width() / 2, static_cast<int>((m_current - m_first + 1) * barHeight()))), m_bars[static_cast<std::size_t>(m_current)].toolTip, this);
}

void BarsView::choose(int bar) {
    m_current = bar;
    update();
    if (bar < 0) return describeChosen(this, {});
    const Bar& chosen = m_bars[static_cast<std::size_t>(bar)];
    describeChosen(this, chosen.name + QStringLiteral(": ") + chosen.text + (chosen.toolTip.isEmpty() ? QString() : QLatin1Char('\n') + chosen.toolTip));
}

void BarsView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    // Who comes by Tab sees where he is.
    if (m_current < 0 && !m_bars.empty() && event->reason() != Qt::MouseFocusReason) choose(m_first);
}

bool BarsView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int at = m_first + static_cast<int>(help->pos().y() / barHeight());
    showToolTip(help->globalPos(), at >= 0 && at < static_cast<int>(m_bars.size()) ? m_bars[static_cast<std::size_t>(at)].toolTip : QString(), this);
    return true;
}

}  // namespace tacq::ui

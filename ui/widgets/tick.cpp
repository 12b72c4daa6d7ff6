#include "widgets/tick.h"

#include <QPainter>
#include <QPainterPath>

#include "widgets/theme.h"

namespace tacq::ui {
namespace {

constexpr int kBox = 16, kGap = 8, kPad = 3;

}  // namespace

Tick::Tick(const QString& text, const QString& objectName, QWidget* parent) : QCheckBox(text, parent) {
    setObjectName(objectName);
    setAccessibleName(text);
    setCursor(Qt::PointingHandCursor);
}

QSize Tick::sizeHint() const { return {kPad * 2 + kBox + kGap + fontMetrics().horizontalAdvance(text()), std::max(kBox, fontMetrics().height()) + kPad * 2}; }

void Tick::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = Theme::of(this);
    const QRectF box(kPad, (height() - kBox) / 2.0, kBox, kBox);
    painter.setPen(QPen(hasFocus() ? theme.accent : isChecked() ? theme.accent : theme.faint, hasFocus() ? 2 : 1));
    painter.setBrush(isChecked() ? theme.accent : theme.card);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (isChecked()) {
        QPainterPath mark(box.topLeft() + QPointF(4, 8.2));
        mark.lineTo(box.topLeft() + QPointF(7, 11.2));
        mark.lineTo(box.topLeft() + QPointF(12, 5));
        painter.setPen(QPen(theme.onAccent, 1.8));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(mark);
    }
    painter.setPen(isEnabled() ? theme.text : theme.faint);
    painter.drawText(QRectF(box.right() + kGap, 0, width() - box.right() - kGap, height()), Qt::AlignVCenter | Qt::AlignLeft, text());
}

}  // namespace tacq::ui

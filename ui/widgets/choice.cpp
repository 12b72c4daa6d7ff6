#include "widgets/choice.h"

#include <QPainter>
#include <QPainterPath>

#include "widgets/theme.h"

namespace tacq::ui {

Choice::Choice(const QString& objectName, const QString& accessibleName, QWidget* parent) : QComboBox(parent) {
    setObjectName(objectName);
    setAccessibleName(accessibleName);
}

void Choice::paintEvent(QPaintEvent* event) {
    QComboBox::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(isEnabled() ? Theme::of(this).secondary : Theme::of(this).faint, 1.6));
    const QPointF tip(width() - 14, height() / 2.0 + 2);
    QPainterPath chevron(tip + QPointF(-4, -4));
    chevron.lineTo(tip);
    chevron.lineTo(tip + QPointF(4, -4));
    painter.drawPath(chevron);
}

}  // namespace tacq::ui

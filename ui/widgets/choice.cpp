#include "widgets/choice.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QPainterPath>

#include "widgets/theme.h"

namespace tacq::ui {

Choice::Choice(const QString& objectName, const QString& accessibleName, QWidget* parent) : QComboBox(parent) {
    setObjectName(objectName);
    setAccessibleName(accessibleName);
}

void Choice::showPopup() {
    // The list is measured before the style sheet has reached it: rows would come out lower than they are, and the last ones be cut off.
    view()->parentWidget()->ensurePolished();
    view()->ensurePolished();
    QComboBox::showPopup();
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

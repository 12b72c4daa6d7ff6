#include "widgets/choice.h"

#include <QAbstractItemView>
#include <QPainterPath>
#include <QStylePainter>

#include "widgets/theme.h"

namespace tacq::ui {
namespace {

constexpr int kTextInset = 2;   // what styles leave free beside the text of a field

}  // namespace

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

void Choice::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    if (currentIndex() < 0 && !placeholderText().isEmpty()) {
        option.palette.setBrush(QPalette::ButtonText, option.palette.placeholderText());
        option.currentText = placeholderText();
    }
    const QRect field = style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    option.currentText = fontMetrics().elidedText(option.currentText, Qt::ElideRight, field.width() - 2 * kTextInset);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(isEnabled() ? Theme::of(this).secondary : Theme::of(this).faint, 1.6));
    const QPointF tip(width() - 14, height() / 2.0 + 2);
    QPainterPath chevron(tip + QPointF(-4, -4));
    chevron.lineTo(tip);
    chevron.lineTo(tip + QPointF(4, -4));
    painter.drawPath(chevron);
}

}  // namespace tacq::ui

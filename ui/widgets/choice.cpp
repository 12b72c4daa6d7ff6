#include "widgets/choice.h"

#include <QListView>
#include <QPainterPath>
#include <QScreen>
#include <QStyledItemDelegate>
#include <QStylePainter>
#include <algorithm>

#include "widgets/theme.h"

namespace tacq::ui {
namespace {

constexpr int kMostShown = 14, kPopupMargin = 28;
constexpr int kTextInset = 2;   // what styles leave free beside the text of a field

}  // namespace

Choice::Choice(const QString& objectName, const QString& accessibleName, QWidget* parent) : QComboBox(parent) {
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    // A list and a delegate that follow the style sheet: the style's own draws the popup as a menu of another program.
    auto* list = new QListView(this);
    list->setObjectName(objectName + QLatin1String("_list"));
    list->setAccessibleName(accessibleName);
    setView(list);
    view()->setTextElideMode(Qt::ElideMiddle);
    setItemDelegate(new QStyledItemDelegate(this));
    setMaxVisibleItems(kMostShown);
}

void Choice::showPopup() {
    // The list is measured before the style sheet has reached it: rows would come out lower than they are, and the last ones be cut off.
    view()->parentWidget()->ensurePolished();
    view()->ensurePolished();
    // As wide as its longest entry where the screen has room: a field is narrow so that its neighbours fit, a list need not be.
    const int wanted = view()->sizeHintForColumn(0) + kPopupMargin;
    view()->setMinimumWidth(std::min(wanted, screen()->availableGeometry().width() / 2));
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

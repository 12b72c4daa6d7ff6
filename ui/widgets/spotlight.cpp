#include "widgets/spotlight.h"

#include <QEvent>
#include <QPainter>
#include <QScrollArea>
#include <QTimer>

#include "widgets/theme.h"

namespace tacq::ui {
namespace {

constexpr int kLine = 3, kCorner = 10;

}  // namespace

Spotlight::Spotlight(QWidget* surface) : QWidget(surface) {
    setObjectName(QStringLiteral("spotlight"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void Spotlight::watch(bool on) {
    for (QWidget* widget = m_target; widget && widget != parentWidget(); widget = widget->parentWidget()) {
        widget->removeEventFilter(this);
        if (on) widget->installEventFilter(this);
    }
}

void Spotlight::setTarget(QWidget* target) {
    if (target != m_target) {
        watch(false);
        m_target = target;
        watch(true);
        bringIntoView();
    }
    follow();
}

void Spotlight::bringIntoView() {
    for (QWidget* around = m_target; around && around != parentWidget(); around = around->parentWidget())
        if (auto* scroll = qobject_cast<QScrollArea*>(around); scroll && around != m_target) scroll->ensureWidgetVisible(m_target, kCorner, kCorner);
}

bool Spotlight::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::Move:
        case QEvent::Resize:
        case QEvent::Show:
        case QEvent::Hide:
        case QEvent::ParentChange: QTimer::singleShot(0, this, &Spotlight::follow); break;  // after the layout has done its part
        default: break;
    }
    return QWidget::eventFilter(watched, event);
}

void Spotlight::follow() {
    const QWidget* target = m_target;
    if (!target || !target->isVisible() || !parentWidget()->isAncestorOf(target)) return hide();
    QRect at(target->mapTo(parentWidget(), QPoint(0, 0)), target->size());
    // What is scrolled out of sight gets no frame.
    for (const QWidget* around = target->parentWidget(); around != parentWidget(); around = around->parentWidget())
        at = at.intersected(QRect(around->mapTo(parentWidget(), QPoint(0, 0)), around->size()));
    if (at.isEmpty()) return hide();
    const QRect frame = at.adjusted(-kLine, -kLine, kLine, kLine).intersected(parentWidget()->rect());
    setGeometry(frame);
    // Only the frame itself is painted, so that what it surrounds is redrawn as fast as ever.
    const QRect whole(QPoint(0, 0), frame.size());
    QRegion ring = QRegion(whole).subtracted(whole.adjusted(kLine, kLine, -kLine, -kLine));
    for (const QPoint& corner : {whole.topLeft(), whole.topRight() - QPoint(kCorner - 1, 0), whole.bottomLeft() - QPoint(0, kCorner - 1), whole.bottomRight() - QPoint(kCorner - 1, kCorner - 1)})
        ring += QRect(corner, QSize(kCorner, kCorner)).intersected(whole);
    setMask(ring);
    show();
    raise();
}

void Spotlight::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::of(this).accent, 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), kCorner, kCorner);
}

}  // namespace tacq::ui

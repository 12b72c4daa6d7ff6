#include "widgets/page_frame.h"

#include <QEvent>
#include <QScrollBar>

namespace tacq::ui {

PageFrame::PageFrame(QWidget* page, QWidget* parent) : QScrollArea(parent) {
    setObjectName(page->objectName() + QLatin1String("_frame"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidget(page);
    // setWidget() turns this on, for a background that is not the theme's.
    page->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
}

bool PageFrame::eventFilter(QObject* watched, QEvent* event) {
    const bool taken = QScrollArea::eventFilter(watched, event);
    if (watched == widget() && event->type() == QEvent::LayoutRequest) fit();
    return taken;
}

void PageFrame::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    fit();
}

void PageFrame::fit() {
    const QSize need = widget()->minimumSizeHint().expandedTo(widget()->minimumSize());
    QSize room = maximumViewportSize();
    const int wide = verticalScrollBar()->sizeHint().width(), high = horizontalScrollBar()->sizeHint().height();
    // One bar takes room from the other direction.
    bool low = need.height() > room.height();
    const bool narrow = need.width() > room.width() - (low ? wide : 0);
    if (narrow) room.rheight() -= high;
    low = low || need.height() > room.height();
    if (low) room.rwidth() -= wide;
    widget()->resize(room.expandedTo(need));
}

}  // namespace tacq::ui

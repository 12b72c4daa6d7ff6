#include "widgets/elided_label.h"

#include <QPainter>

namespace tacq::ui {

ElidedLabel::ElidedLabel(Qt::TextElideMode mode, const QString& objectName, QWidget* parent) : QLabel(parent), m_mode(mode) {
    setObjectName(objectName);
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void ElidedLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(rect(), static_cast<int>(alignment()) | Qt::TextSingleLine, fontMetrics().elidedText(text(), m_mode, width()));
}

}  // namespace tacq::ui

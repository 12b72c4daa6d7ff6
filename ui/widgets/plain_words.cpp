#include "widgets/plain_words.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QToolTip>

namespace tacq::ui {
namespace {

QString headerToolTip(const QHeaderView& header, const QPoint& at) {
    const int section = header.logicalIndexAt(at);
    return header.model() && section >= 0 ? header.model()->headerData(section, header.orientation(), Qt::ToolTipRole).toString() : QString();
}

/// What Qt would show there; empty where the widget finds its own words.
QString toolTipAt(QWidget& widget, const QPoint& at) {
    auto* view = qobject_cast<QAbstractItemView*>(widget.parentWidget());
    if (!view || view->viewport() != &widget) return widget.toolTip();
    const auto* header = qobject_cast<QHeaderView*>(view);
    const QString text = header ? headerToolTip(*header, at) : view->indexAt(at).data(Qt::ToolTipRole).toString();
    return text.isEmpty() ? widget.toolTip() : text;
}

}  // namespace

QString plainToolTip(const QString& text) {
    return Qt::mightBeRichText(text) ? QStringLiteral("<p style='white-space:pre-wrap'>%1</p>").arg(text.toHtmlEscaped()) : text;
}

void showToolTip(const QPoint& at, const QString& text, QWidget* widget, const QRect& rect, int milliseconds) {
    QToolTip::showText(at, plainToolTip(text), widget, rect, milliseconds);
}

bool PlainWords::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Polish) {
        auto* label = qobject_cast<QLabel*>(watched);
        // The tool tip's own window is a label too; what it is given is plain already.
        if (label && label->textFormat() == Qt::AutoText && label->windowType() != Qt::ToolTip) label->setTextFormat(Qt::PlainText);
    } else if (event->type() == QEvent::ToolTip && watched->isWidgetType()) {
        const auto* help = static_cast<QHelpEvent*>(event);
        auto& widget = static_cast<QWidget&>(*watched);
        const QString text = toolTipAt(widget, help->pos());
        if (!Qt::mightBeRichText(text)) return false;
        showToolTip(help->globalPos(), text, &widget);
        return true;
    }
    return false;
}

}  // namespace tacq::ui

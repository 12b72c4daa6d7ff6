#pragma once
#include <QObject>
#include <QPoint>
#include <QRect>
#include <QString>

class QWidget;

namespace tacq::ui {

/// The text of a tool tip that is shown letter by letter. Qt guesses: what looks like a tag anywhere in its first line is taken for HTML, whose
/// pictures are read from any file. Words come from data sets, paths and other computers.
QString plainToolTip(const QString& text);

/// Instead of QToolTip::showText(), for views that show tool tips of their own.
void showToolTip(const QPoint& at, const QString& text, QWidget* widget, const QRect& rect = {}, int milliseconds = -1);

/// Installed on the application: tool tips of widgets, items and headers, and labels that would guess (Qt's own dialogs have some), show plain text.
class PlainWords : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace tacq::ui

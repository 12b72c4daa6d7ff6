#pragma once
#include <QList>
#include <QString>

class QFrame;
class QLabel;
class QPainter;
class QPushButton;
class QRect;
class QSplitter;
class QWidget;

namespace tacq::ui {

/// Small pieces with the design's roles; every one gets an objectName, so that tests and assistive technology find it.
enum class TextRole { Plain, Title, Headline, Secondary, Small, Strong, Kept, Done, Warning, Mono };

QLabel* makeLabel(const QString& text, TextRole role, const QString& objectName, QWidget* parent);
void setTextRole(QLabel* label, TextRole role);
enum class ButtonRole { Normal, Primary, Flat };
QPushButton* makeButton(const QString& text, ButtonRole role, const QString& objectName, QWidget* parent);
/// A button that stops work. The focus never lands on it by itself (window/focus.h): the next press of a key would undo what the last one began.
QPushButton* makeStopButton(const QString& text, ButtonRole role, const QString& objectName, QWidget* parent);
bool isStopButton(const QWidget* widget);
/// Puts a text on the clipboard; the button that asked says so for a moment.
void copyText(QPushButton* button, const QString& text);
/// A plot with its caption and its legend under each other, as they are copied and saved.
QWidget* makeSheet(const QString& objectName, const QString& accessibleName, const QList<QWidget*>& parts, QWidget* plot, QWidget* parent);
QFrame* makeLine(QWidget* parent);
/// Parts whose borders can be moved; where they stand is remembered under the splitter's name (window_state.h). One stretch and one size for each part.
QSplitter* makeSplitter(Qt::Orientation orientation, const QList<QWidget*>& parts, const QList<int>& stretches, const QList<int>& sizes, const QString& objectName,
                        QWidget* parent);
/// Frames the cell that is chosen in a painted map: in the accent colour while the map has the focus.
void frameCell(QPainter& painter, const QRect& cell, const QWidget* map);
/// What is chosen in a painted view, which has no parts of its own that a screen reader could read.
void describeChosen(QWidget* view, const QString& text);
/// Applies a changed dynamic property to the style sheet's rules.
void restyle(QWidget* widget);

}  // namespace tacq::ui

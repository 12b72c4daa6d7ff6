#include "widgets/parts.h"

#include <QAccessible>
#include <QClipboard>
#include <QCoreApplication>
#include <QFrame>
#include <QGuiApplication>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QResizeEvent>
#include <QSplitter>
#include <QStyle>
#include <QTimer>
#include <QVBoxLayout>
#include <QVariant>
#include <array>

#include "widgets/theme.h"

namespace tacq::ui {
namespace {

/// A label whose wrapped text is never cut: its least height is that of the text at its present width. (A layout asks for the height at a width, but
/// a splitter or a scroll area on the way up does not.)
class Label : public QLabel {
public:
    using QLabel::QLabel;
    QSize minimumSizeHint() const override {
        const QSize least = QLabel::minimumSizeHint();
        return wordWrap() && testAttribute(Qt::WA_Resized) ? QSize(least.width(), heightForWidth(width())) : least;
    }
    /// Layouts ask again and again, and each time the text would be broken into lines anew.
    int heightForWidth(int width) const override {
        if (width != m_width || text() != m_text) {
            m_height = QLabel::heightForWidth(width);
            m_width = width;
            m_text = text();
        }
        return m_height;
    }

protected:
    void resizeEvent(QResizeEvent* event) override {
        QLabel::resizeEvent(event);
        if (wordWrap() && event->size().width() != event->oldSize().width()) updateGeometry();
    }
    void changeEvent(QEvent* event) override {
        if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) m_width = -1;
        QLabel::changeEvent(event);
    }

private:
    mutable QString m_text;
    mutable int m_width = -1, m_height = 0;
};

const char* const kStops = "stops";
constexpr std::array<const char*, 10> kRoles{"plain", "title", "headline", "secondary", "small", "strong", "kept", "done", "warning", "mono"};

}  // namespace

QSplitter* makeSplitter(Qt::Orientation orientation, const QList<QWidget*>& parts, const QList<int>& stretches, const QList<int>& sizes, const QString& objectName,
                        QWidget* parent) {
    auto* splitter = new QSplitter(orientation, parent);
    splitter->setObjectName(objectName);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(12);
    for (QWidget* part : parts) splitter->addWidget(part);
    for (int i = 0; i < stretches.size(); ++i) splitter->setStretchFactor(i, stretches[i]);
    splitter->setSizes(sizes);
    return splitter;
}

void frameCell(QPainter& painter, const QRect& cell, const QWidget* map) {
    const Theme& theme = Theme::of(map);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.card, 4));
    painter.drawRect(cell.adjusted(0, 0, -1, -1));
    painter.setPen(QPen(map->hasFocus() ? theme.accent : theme.text, 2));
    painter.drawRect(cell.adjusted(-1, -1, 0, 0));
}

void describeChosen(QWidget* view, const QString& text) {
    if (view->accessibleDescription() == text) return;
    view->setAccessibleDescription(text);
    QAccessibleEvent said(view, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&said);
}

void restyle(QWidget* widget) {
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

void setTextRole(QLabel* label, TextRole role) {
    const QString name = QLatin1String(kRoles[static_cast<std::size_t>(role)]);
    if (label->property("role").toString() == name) return;
    label->setProperty("role", name);
    restyle(label);
}

QLabel* makeLabel(const QString& text, TextRole role, const QString& objectName, QWidget* parent) {
    auto* label = new Label(text, parent);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("role", QLatin1String(kRoles[static_cast<std::size_t>(role)]));
    return label;
}

QPushButton* makeButton(const QString& text, ButtonRole role, const QString& objectName, QWidget* parent) {
    auto* button = new QPushButton(text, parent);
    button->setObjectName(objectName);
    button->setAccessibleName(text);
    button->setCursor(Qt::PointingHandCursor);
    if (role == ButtonRole::Primary) button->setProperty("primary", true);
    if (role == ButtonRole::Flat) button->setProperty("flat", true);
    return button;
}

QPushButton* makeStopButton(const QString& text, ButtonRole role, const QString& objectName, QWidget* parent) {
    QPushButton* button = makeButton(text, role, objectName, parent);
    button->setProperty(kStops, true);
    return button;
}

bool isStopButton(const QWidget* widget) { return widget && widget->property(kStops).toBool(); }

void copyText(QPushButton* button, const QString& text) {
    QGuiApplication::clipboard()->setText(text);
    const char* const kBefore = "textBefore";
    if (button->property(kBefore).isValid()) return;
    button->setProperty(kBefore, button->text());
    button->setMinimumWidth(button->width());   // its neighbours stay where they are
    button->setText(QCoreApplication::translate("Parts", "Copied"));
    QTimer::singleShot(1500, button, [button, kBefore] {
        button->setText(button->property(kBefore).toString());
        button->setProperty(kBefore, QVariant());
    });
}

QWidget* makeSheet(const QString& objectName, const QString& accessibleName, const QList<QWidget*>& parts, QWidget* plot, QWidget* parent) {
    auto* sheet = new QWidget(parent);
    sheet->setObjectName(objectName);
    sheet->setAccessibleName(accessibleName);
    auto* layout = new QVBoxLayout(sheet);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    for (QWidget* part : parts) layout->addWidget(part, part == plot ? 1 : 0);
    return sheet;
}

QFrame* makeLine(QWidget* parent) {
    auto* line = new QFrame(parent);
    line->setProperty("line", true);
    return line;
}

}  // namespace tacq::ui

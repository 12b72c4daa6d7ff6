#include "widgets/parts.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStyle>
#include <QVariant>
#include <array>

namespace tacq::ui {
namespace {

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
    auto* label = new QLabel(text, parent);
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

QFrame* makeLine(QWidget* parent) {
    auto* line = new QFrame(parent);
    line->setProperty("line", true);
    return line;
}

}  // namespace tacq::ui

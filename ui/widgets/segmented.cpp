#include "widgets/segmented.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QPushButton>

namespace tacq::ui {
namespace {

constexpr int kNarrowest = 38;   // a single digit is still easy to hit

}  // namespace

Segmented::Segmented(const QString& objectName, const QString& accessibleName, QWidget* parent, Qt::Orientation orientation)
    : QWidget(parent), m_group(new QButtonGroup(this)), m_layout(new QBoxLayout(orientation == Qt::Vertical ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight, this)) {
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    m_group->setExclusive(true);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
    connect(m_group, &QButtonGroup::idClicked, this, [this](int id) {
        fixTab();
        emit chosen(m_values[id]);
    });
}

void Segmented::addChoice(const QString& name, const QString& text, const QVariant& value, const QString& toolTip) {
    auto* button = new QPushButton(text, this);
    button->setObjectName(objectName() + QLatin1Char('_') + name);
    button->setAccessibleName(accessibleName() + QLatin1String(": ") + text);
    button->setCheckable(true);
    button->setProperty("segment", true);
    if (m_layout->direction() == QBoxLayout::TopToBottom) button->setStyleSheet(QStringLiteral("text-align: left;"));
    button->setToolTip(toolTip);
    button->setCursor(Qt::PointingHandCursor);
    m_group->addButton(button, static_cast<int>(m_values.size()));
    if (text.size() <= 2) button->setMinimumWidth(kNarrowest);
    m_values.append(value);
    m_layout->addWidget(button);
    if (isVisible()) button->show();   // a layout would do it a turn of the event loop later
    fixTab();
}

void Segmented::clear() {
    for (QAbstractButton* button : m_group->buttons()) {
        m_group->removeButton(button);
        button->hide();
        button->setObjectName({});  // until it is gone, nobody shall find it
        button->deleteLater();
    }
    m_values.clear();
}

QVariant Segmented::value() const { return m_group->checkedId() < 0 ? QVariant() : m_values[m_group->checkedId()]; }

QString Segmented::explanation() const { return m_group->checkedButton() ? m_group->checkedButton()->toolTip() : QString(); }

void Segmented::setValue(const QVariant& value) {
    const auto id = m_values.indexOf(value);
    if (id >= 0) {
        m_group->button(static_cast<int>(id))->setChecked(true);
    } else if (QAbstractButton* taken = m_group->checkedButton()) {
        m_group->setExclusive(false);
        taken->setChecked(false);
        m_group->setExclusive(true);
    }
    fixTab();
}

void Segmented::fixTab() {
    // As with radio buttons: Tab stops at what is chosen (the first where nothing is), arrow keys go on from there.
    const QAbstractButton* stop = m_group->checkedButton() ? m_group->checkedButton() : m_group->button(0);
    for (QAbstractButton* button : m_group->buttons()) button->setFocusPolicy(button == stop ? Qt::StrongFocus : Qt::ClickFocus);
}

}  // namespace tacq::ui

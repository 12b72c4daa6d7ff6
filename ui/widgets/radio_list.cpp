#include "widgets/radio_list.h"

#include <QButtonGroup>
#include <QPushButton>
#include <QVBoxLayout>

namespace tacq::ui {

RadioList::RadioList(const QString& objectName, const QString& accessibleName, QWidget* parent)
    : QWidget(parent), m_group(new QButtonGroup(this)), m_layout(new QVBoxLayout(this)) {
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    m_group->setExclusive(true);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
    connect(m_group, &QButtonGroup::idClicked, this, [this](int id) { emit chosen(m_values[id]); });
}

void RadioList::setEntries(const QList<Entry>& entries) {
    const QVariant before = value();
    for (QAbstractButton* button : m_group->buttons()) {
        m_group->removeButton(button);
        button->hide();
        button->setObjectName({});  // until it is gone, nobody shall find it
        button->deleteLater();
    }
    m_values.clear();
    for (const Entry& entry : entries) {
        auto* button = new QPushButton(entry.text, this);
        button->setObjectName(objectName() + QLatin1Char('_') + entry.name);
        button->setAccessibleName(accessibleName() + QLatin1String(": ") + entry.text);
        button->setCheckable(true);
        button->setProperty("segment", true);
        button->setStyleSheet(QStringLiteral("text-align: left;"));
        button->setToolTip(entry.toolTip);
        button->setCursor(Qt::PointingHandCursor);
        m_group->addButton(button, static_cast<int>(m_values.size()));
        m_values.append(entry.value);
        m_layout->addWidget(button);
    }
    setValue(before);
}

QVariant RadioList::value() const { return m_group->checkedId() < 0 ? QVariant() : m_values[m_group->checkedId()]; }

void RadioList::setValue(const QVariant& value) {
    const auto id = m_values.indexOf(value);
    if (id >= 0) m_group->button(static_cast<int>(id))->setChecked(true);
}

}  // namespace tacq::ui

#include "widgets/card.h"

#include "widgets/parts.h"

namespace tacq::ui {

Card::Card(const QString& title, const QString& objectName, QWidget* parent) : QFrame(parent) {
    setObjectName(objectName);
    setProperty("card", true);
    setAccessibleName(title);
    m_title = makeLabel(title, TextRole::Title, objectName + QLatin1String("Title"), this);
    m_title->setVisible(!title.isEmpty());
    m_titleLine = new QHBoxLayout;
    m_titleLine->addWidget(m_title);
    m_titleLine->addStretch(1);
    m_body = new QVBoxLayout(this);
    m_body->setContentsMargins(16, 12, 16, 14);
    m_body->setSpacing(8);
    m_body->addLayout(m_titleLine);
}

void Card::setTitle(const QString& title) {
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

}  // namespace tacq::ui

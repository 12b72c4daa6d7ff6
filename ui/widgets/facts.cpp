#include "widgets/facts.h"

#include <QGridLayout>
#include <QLabel>

#include "widgets/parts.h"

namespace tacq::ui {

Facts::Facts(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(1, 1);
}

QLabel* Facts::add(const QString& name, const QString& objectName, const QString& toolTip) {
    auto* caption = makeLabel(name, TextRole::Secondary, objectName + QLatin1String("Name"), this);
    auto* value = makeLabel(QStringLiteral("–"), TextRole::Plain, objectName, this);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QLabel* label : {caption, value}) label->setToolTip(toolTip);
    const int row = m_grid->rowCount();
    m_grid->addWidget(caption, row, 0, Qt::AlignTop);
    m_grid->addWidget(value, row, 1);
    return value;
}

}  // namespace tacq::ui

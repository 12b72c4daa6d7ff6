#include "widgets/banner.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "text/error_text.h"
#include "widgets/parts.h"

namespace tacq::ui {

Banner::Banner(QWidget* parent) : QFrame(parent) {
    setObjectName(QStringLiteral("banner"));
    setProperty("banner", true);
    m_title = makeLabel({}, TextRole::Strong, QStringLiteral("bannerTitle"), this);
    m_detail = makeLabel({}, TextRole::Plain, QStringLiteral("bannerDetail"), this);
    m_next = makeLabel({}, TextRole::Secondary, QStringLiteral("bannerNext"), this);
    for (QLabel* label : {m_detail, m_next}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    m_action = makeButton(tr("Resume"), ButtonRole::Normal, QStringLiteral("bannerAction"), this);
    auto* copy = makeButton(tr("Copy"), ButtonRole::Flat, QStringLiteral("bannerCopy"), this);
    copy->setToolTip(tr("Copies the whole message, with the code that a bug report needs."));
    auto* close = makeButton(tr("Dismiss"), ButtonRole::Flat, QStringLiteral("bannerClose"), this);
    connect(m_action, &QPushButton::clicked, this, &Banner::actionTriggered);
    connect(copy, &QPushButton::clicked, this, [this, copy] { copyText(copy, ErrorText::clipboardText(m_error)); });
    connect(close, &QPushButton::clicked, this, &Banner::putAway);

    auto* text = new QVBoxLayout;
    text->setSpacing(2);
    text->addWidget(m_title);
    text->addWidget(m_detail);
    text->addWidget(m_next);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(14, 10, 10, 10);
    line->addLayout(text, 1);
    line->addWidget(m_action);
    line->addWidget(copy);
    line->addWidget(close);
    hide();
}

void Banner::showError(const Error& error, const QString& actionText, const QString& title) {
    m_error = error;
    m_title->setText(title.isEmpty() ? ErrorText::title(error.code) : title);
    m_detail->setText(ErrorText::detail(error));
    m_next->setText(ErrorText::nextStep(error));
    m_action->setText(actionText);
    m_action->setAccessibleName(actionText);
    m_action->setVisible(!actionText.isEmpty());
    setAccessibleName(m_title->text());
    m_told = true;
    refresh();
}

void Banner::showOn(const QString& page) {
    m_page = page;
    refresh();
}

void Banner::putAway() {
    m_told = false;
    refresh();
}

void Banner::refresh() { setVisible(m_told && (m_place.isEmpty() || m_place == m_page)); }

}  // namespace tacq::ui

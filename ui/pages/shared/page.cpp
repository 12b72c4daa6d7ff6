#include "pages/shared/page.h"

namespace tacq::ui {

Page::Page(PageContext context, QWidget* parent) : QWidget(parent), m_context(context) {
    setAttribute(Qt::WA_StyledBackground);
    setFocusPolicy(Qt::ClickFocus);
    connect(&context.project, &Project::modelChanged, this, [this] { m_seen = m_front; });
}

void Page::setInFront(bool front) {
    m_front = front;
    if (!front) return;
    m_seen = true;
    shown();
}

}  // namespace tacq::ui

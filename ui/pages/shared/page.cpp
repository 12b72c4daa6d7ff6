#include "pages/shared/page.h"

namespace tacq::ui {

Page::Page(PageContext context, QWidget* parent) : QWidget(parent), m_context(context) {
    setAttribute(Qt::WA_StyledBackground);
    setFocusPolicy(Qt::ClickFocus);
}

}  // namespace tacq::ui

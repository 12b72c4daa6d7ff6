#pragma once
#include "pages/shared/page.h"
#include "widgets/card.h"

namespace tacq::ui {

/// How many weights to keep, how wide the rest, and what that costs, to the byte, while dragging.
class BudgetCard : public Card {
    Q_OBJECT
public:
    explicit BudgetCard(PageContext context, QWidget* parent = nullptr);
};

}  // namespace tacq::ui

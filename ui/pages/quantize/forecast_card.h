#pragma once
#include "pages/shared/page.h"
#include "widgets/card.h"

class QLabel;

namespace tacq::ui {

/// What the budget comes to: ledger, what measured runs say about the loss, and what a little more size would buy.
class ForecastCard : public Card {
    Q_OBJECT
public:
    explicit ForecastCard(PageContext context, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void showState();
    void showPrediction();
    void showNext();

    PageContext m_context;
    QLabel *m_predicted, *m_next;
};

}  // namespace tacq::ui

#pragma once
#include "pages/shared/page.h"
#include "widgets/card.h"

class QLabel;
class QStackedWidget;

namespace tacq::ui {

class ParetoView;

/// Size against loss of everything measured for this model and task, with the present budget among it.
class ParetoCard : public Card {
    Q_OBJECT
public:
    explicit ParetoCard(PageContext context, QWidget* parent = nullptr);

private:
    void showRuns();
    void showPresent();
    void showChosen(qint64 run);

    PageContext m_context;
    ParetoView* m_view;
    QStackedWidget* m_stack;
    QLabel *m_words, *m_chosen;
};

}  // namespace tacq::ui

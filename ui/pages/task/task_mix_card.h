#pragma once
#include "pages/shared/page.h"
#include "widgets/card.h"

class QSlider;

namespace tacq::ui {

class Choice;

/// The mix dial: so much of the task, the rest of a general text, so that the smaller model does not forget how to write.
class TaskMixCard : public Card {
    Q_OBJECT
public:
    explicit TaskMixCard(PageContext context, QWidget* parent = nullptr);

private:
    void fill();
    void show();

    PageContext m_context;
    Choice* m_general;
    QSlider* m_share;
    QLabel* m_words;
    int m_drag = 0;   ///< tells one drag of the dial from the next
};

}  // namespace tacq::ui

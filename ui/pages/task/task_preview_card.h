#pragma once
#include <QTimer>

#include "models/task/task_preview.h"
#include "pages/shared/page.h"
#include "widgets/card.h"

namespace tacq::ui {

class Segmented;
class TokenView;

/// What the model is shown: the first samples token by token, counts of all, whether both splits share examples, and what is wrong with the person's file.
class TaskPreviewCard : public Card {
    Q_OBJECT
public:
    explicit TaskPreviewCard(PageContext context, QWidget* parent = nullptr);
    /// Asks soon: a burst of edits is one question.
    void askSoon() { m_delay.start(); }
    /// Takes back what is shown: it was of another model.
    void clear();
    bool isEmpty() const;

private:
    QWidget* buildLegend();
    void ask();
    void show(const QJsonObject& answer);
    void showError(const Error& error);

    PageContext m_context;
    QTimer m_delay;
    Segmented* m_split;
    QLabel *m_note, *m_counts, *m_leak, *m_notes, *m_error, *m_next;
    QWidget* m_legend;
    TokenView* m_view;
};

}  // namespace tacq::ui

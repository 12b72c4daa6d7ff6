#pragma once
#include "models/task/used_text.h"
#include "pages/shared/page.h"
#include "widgets/card.h"

class QSpinBox;
class QGridLayout;

namespace tacq::ui {

class Choice;
class Segmented;

/// How much of the text is looked at, drawn how, with the loss on which tokens.
class TaskAmountCard : public Card {
    Q_OBJECT
public:
    explicit TaskAmountCard(PageContext context, QWidget* parent = nullptr);

private:
    QSpinBox* addSpin(QGridLayout* grid, int row, int column, const char* name, const QString& label, int low, int high, const QString& tip);
    void addPacking(QGridLayout* grid);
    void addLoss(QGridLayout* grid);
    void show();
    void showTotal();
    template <typename Change>
    void edit(const QString& what, Change change);

    PageContext m_context;
    std::optional<UsedText> m_used;
    QSpinBox *m_samples, *m_tokens, *m_seed;
    Choice* m_packing = nullptr;
    Segmented* m_loss = nullptr;
    QLabel *m_total, *m_how;
};

}  // namespace tacq::ui

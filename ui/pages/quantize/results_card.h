#pragma once
#include "models/quantize/results_model.h"
#include "pages/shared/page.h"
#include "widgets/card.h"

class QPushButton;
class QTableView;

namespace tacq::ui {

class Choice;

/// The original and what was made from it, with every figure; each can be measured again, and the other text can be chosen.
class ResultsCard : public Card {
    Q_OBJECT
public:
    explicit ResultsCard(PageContext context, QWidget* parent = nullptr);
    /// The chosen result; null where none or the original is.
    const QuantizedResult* chosen() const;

signals:
    void chosenChanged();

private:
    void buildControls();
    void fillGuards();
    void fillMetrics();
    void measure();
    void refresh();
    PageContext m_context;
    ResultsModel* m_results;
    QTableView* m_table;
    Choice *m_guard, *m_metric;
    QPushButton* m_measure;
};

}  // namespace tacq::ui

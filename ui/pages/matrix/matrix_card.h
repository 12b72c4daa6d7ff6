#pragma once
#include <optional>

#include "models/budget/budget_model.h"
#include "models/matrix/top_weights_model.h"
#include "widgets/card.h"

class QLabel;
class QTableView;

namespace tacq::ui {

class MatrixView;
class Segmented;

/// One matrix, its strongest weights, and what is under the pointer; all linked.
class MatrixCard : public Card {
    Q_OBJECT
public:
    explicit MatrixCard(BudgetModel& budget, QWidget* parent = nullptr);
    void setMatrix(SaliencyPointer source, int matrix);
    MatrixView* view() const { return m_view; }

signals:
    void failed(const Error& error);

private:
    void buildControls();
    void buildTable();
    void applyBudget();
    void probe(qint64 row, qint64 column);
    void clearProbe();
    void showProbe(qint64 row, qint64 column);
    void tell(const WeightFacts& facts);
    QString keptText(std::uint32_t row, std::uint32_t column, float score) const;

    BudgetModel& m_budget;
    TopWeightsModel* m_top;
    MatrixView* m_view;
    Segmented* m_layer = nullptr;
    QTableView* m_table = nullptr;
    QLabel* m_shape = nullptr;
    QLabel* m_probe = nullptr;
    QLabel* m_keptCount = nullptr;
    SaliencyPointer m_source;
    int m_matrix = -1;
    qint64 m_wantedRow = -1, m_wantedColumn = -1;
    std::optional<WeightFacts> m_told;   ///< what the line below the view says
    bool m_probing = false;
};

}  // namespace tacq::ui

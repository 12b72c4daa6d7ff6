#pragma once
#include "models/circuit/circuit_shares_model.h"
#include "pages/shared/page.h"
#include "widgets/card.h"

class QTableView;

namespace tacq::ui {

class BarsView;
class CellMapView;
class LegendBar;
class Segmented;

/// Where the circuit sits: its share per layer, module and head, the rows and columns hit most, and its flow from layer to layer. Follows the budget
/// while it is on show.
class AnatomyCard : public Card {
    Q_OBJECT
public:
    explicit AnatomyCard(PageContext context, QWidget* parent = nullptr);
    const CircuitSharesModel& shares() const { return *m_shares; }

signals:
    void weightWanted(int matrix, qint64 row, qint64 column);   ///< −1: not said

protected:
    void showEvent(QShowEvent* event) override;

private:
    void buildControls();
    void compute();
    void refreshBars();
    void refreshFlow();
    PageContext m_context;
    CircuitSharesModel* m_shares;
    Segmented* m_by;
    BarsView* m_bars;
    CellMapView* m_flow;
    LegendBar* m_flowLegend;
    QTableView* m_table;
    QLabel* m_note;
    bool m_computing = false, m_stale = true;
};

}  // namespace tacq::ui

#pragma once
#include <vector>

#include "models/matrix/top_weights_model.h"
#include "models/matrix/weight_probe.h"
#include "widgets/card.h"

class QGridLayout;
class QTableView;

namespace tacq::ui {

class ElidedLabel;
class Segmented;
class WeightGridView;

/// One weight in figures, of one run or of two, on the grid that it is quantized to, and the strongest weights of the matrix.
class WeightPanel : public Card {
    Q_OBJECT
public:
    explicit WeightPanel(QWidget* parent);
    struct Reading {
        WeightFacts facts;
        bool kept = false;
        double share = 1;   ///< of a sample in the sums (|gradient|, saliency), beside a map that is per sample; 1: sums
    };
    /// Of the weight under the pointer, or the chosen one: in one column or two. None: what to do.
    void tell(const std::vector<Reading>& readings);
    void setTitles(const QString& first, const QString& second);   ///< second empty: one column
    TopWeightsModel& top() { return *m_top; }
    /// The row of the weight that was told last, in the simulated grid of its run.
    void setRow(const WeightProbe::Place& place, const WeightProbe::Row& row);
    QTableView* table() const { return m_table; }
    void setKeptText(const QString& text);
    /// Chooses the row of a weight, or none, without reporting it.
    void selectPosition(std::uint32_t position);

signals:
    void weightChosen(const WeightFacts& facts);

private:
    void buildFacts();
    void buildGrid();
    void buildTable();
    void showGrid();
    enum Fact { Row, Column, Weight, Quantized, Gradient, Delta, Score, Kept, FactCount };
    TopWeightsModel* m_top;
    QTableView* m_table = nullptr;
    QGridLayout* m_facts = nullptr;
    QLabel *m_names[FactCount], *m_values[FactCount][2];
    ElidedLabel* m_titles[2];
    QLabel* m_keptCount = nullptr;
    Segmented* m_bits = nullptr;
    WeightGridView* m_grid = nullptr;
    QLabel* m_gridWords = nullptr;
    WeightProbe::Row m_row;
    GridOptions m_simulated;
    std::size_t m_column = 0;
};

}  // namespace tacq::ui

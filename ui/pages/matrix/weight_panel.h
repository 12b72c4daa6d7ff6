#pragma once
#include <vector>

#include "models/matrix/top_weights_model.h"
#include "widgets/card.h"

class QGridLayout;
class QTableView;

namespace tacq::ui {

class ElidedLabel;

/// One weight in figures, of one run or of two, and the strongest weights of the matrix.
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
    QTableView* table() const { return m_table; }
    void setKeptText(const QString& text);
    /// Chooses the row of a weight, or none, without reporting it.
    void selectPosition(std::uint32_t position);

signals:
    void weightChosen(const WeightFacts& facts);

private:
    void buildFacts();
    void buildTable();
    enum Fact { Row, Column, Weight, Quantized, Gradient, Delta, Score, Kept, FactCount };
    TopWeightsModel* m_top;
    QTableView* m_table = nullptr;
    QGridLayout* m_facts = nullptr;
    QLabel *m_names[FactCount], *m_values[FactCount][2];
    ElidedLabel* m_titles[2];
    QLabel* m_keptCount = nullptr;
};

}  // namespace tacq::ui

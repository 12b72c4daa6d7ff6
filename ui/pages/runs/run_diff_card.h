#pragma once
#include "models/runs/run_diff_model.h"
#include "widgets/card.h"

class QTableView;

namespace tacq::ui {

/// The chosen runs side by side.
class RunDiffCard : public Card {
    Q_OBJECT
public:
    explicit RunDiffCard(QWidget* parent = nullptr);
    void setRuns(std::vector<RunRecord> runs);

private:
    void fitColumns();
    RunDiffModel* m_model;
    QTableView* m_table;
    QLabel* m_note;
};

}  // namespace tacq::ui

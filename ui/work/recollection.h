#pragma once
#include <QObject>
#include <QTimer>
#include <vector>

#include "models/budget/budget_model.h"
#include "models/runs/run_record.h"
#include "models/shared/project.h"

namespace tacq::ui {

class Workflow;

/// What the workspace knows of the model that is open: models made from it are results again, with their figures, and the saliency of the chosen task is
/// shown, whoever made them and when. Looks when another model or task is chosen; starts no work, and says nothing of what cannot be had.
class Recollection : public QObject {
    Q_OBJECT
public:
    Recollection(Project& project, BudgetModel& budget, Workflow& workflow);
    /// Soon, and once for several wishes.
    void wish() { m_timer.start(); }

private:
    struct Found {
        std::vector<QuantizedResult> results;   ///< oldest first
        std::vector<RunRecord> saliencies;      ///< newest first
        bool measured = false;                  ///< some figure of the model or of a result is known
    };
    void look();
    void take(const ModelPointer& model, Found found);
    void openSaliency(const std::vector<RunRecord>& runs);

    Project& m_project;
    BudgetModel& m_budget;
    Workflow& m_workflow;
    QTimer m_timer;
    int m_round = 0;   ///< of the newest look: what an older one found is for another wish
};

}  // namespace tacq::ui

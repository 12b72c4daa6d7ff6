#pragma once
#include "models/runs_model.h"
#include "pages/page.h"

class QLabel;
class QTableView;

namespace tacq::ui {

/// What was run in this workspace; any run can be copied as a command.
class RunsPage : public Page {
    Q_OBJECT
public:
    explicit RunsPage(PageContext context, QWidget* parent = nullptr);
    Action primaryAction() const override;
    void triggerPrimary() override;
    void shown() override;

private:
    void load();
    RunsModel* m_runs;
    QTableView* m_table;
    QLabel* m_note;
};

}  // namespace tacq::ui

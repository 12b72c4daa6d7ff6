#pragma once
#include <QString>
#include <QWidget>
#include <functional>
#include <vector>

#include "models/budget/budget_model.h"
#include "models/shared/edit.h"
#include "models/shared/job_list_model.h"
#include "models/shared/project.h"
#include "widgets/rail.h"
#include "work/workflow.h"

namespace tacq::ui {

/// What every page works with. Lives as long as the window.
struct PageContext {
    Project& project;
    BudgetModel& budget;
    Workflow& workflow;
    JobListModel& jobs;
    EngineProcess& engine;
    QUndoStack& edits;   ///< every change of a setting goes through here, so that it can be taken back
};

/// One page of the rail. A page owns its models; it asks the workflow for work and never waits.
class Page : public QWidget {
    Q_OBJECT
public:
    explicit Page(PageContext context, QWidget* parent = nullptr);

    /// The one primary action while this page is on show.
    struct Action {
        QString text;
        QString toolTip;
        bool enabled = false;
    };
    virtual Action primaryAction() const { return {}; }
    virtual void triggerPrimary() {}
    /// Its mark on the rail; None for what is no step of the way. Asked whenever model, task, saliency, results or jobs change.
    virtual StepState railState() const { return StepState::None; }
    /// By the window, when this page comes to the front or another does.
    void setInFront(bool front);

signals:
    void primaryChanged();
    /// Where none of what railState() is asked after anyway has changed.
    void railStateChanged();
    /// Asks the window for another page by its id.
    void pageWanted(const QString& id);
    /// Asks the window to work in another workspace.
    void workspaceWanted(const QString& folder);

protected:
    /// Each time the page comes to the front.
    virtual void shown() {}
    /// It was looked at since the model was opened.
    bool wasSeen() const { return m_seen; }
    static StepState doneIf(bool done) { return done ? StepState::Done : StepState::ToDo; }

    PageContext m_context;

private:
    bool m_front = false, m_seen = false;
};

/// Plain: beside the way from a model to a smaller one, below it in the rail.
enum class RailPlace { Step, Plain };

/// An entry of the rail; without a factory it keeps its place, greyed, and says what it will do.
struct PageEntry {
    QString id, title, toolTip;
    RailPlace place = RailPlace::Step;
    std::function<Page*(PageContext, QWidget*)> create;
};
std::vector<PageEntry> pageEntries();

}  // namespace tacq::ui

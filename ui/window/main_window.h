#pragma once
#include <QHash>
#include <QMainWindow>

#include "dialogs/preferences.h"
#include "engine/engine_process.h"
#include "models/budget/budget_model.h"
#include "models/shared/edit.h"
#include "models/shared/job_list_model.h"
#include "models/shared/project.h"
#include "models/task/used_text.h"
#include "pages/shared/page.h"
#include "widgets/theme.h"
#include "work/workflow.h"

class QStackedWidget;

namespace tacq::ui {

class Banner;
class HeaderBar;
class PreferencesDialog;
class JobsStrip;
class LessonBar;
class LessonRunner;
class PageFrame;
class Rail;
class RunActions;
class StatusLine;

/// The window: rail, header, page, jobs, status line. Composes; the pages and models do the work.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(EngineCommand engine, ThemeChoice theme = ThemeChoice::System, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// A model or checkpoint; or, where there is no such file, the number of a run in the workspace.
    void openPath(const QString& path);
    void showPage(const QString& id);
    QString currentPage() const { return m_current; }
    /// What the primary button does, if it can be pressed now.
    void triggerPrimary();
    void cancelRunning();
    bool isRunning() const;
    void showPreferences();
    ThemeChoice themeChoice() const { return m_themeChoice; }
    /// At once, and remembered.
    void chooseTheme(ThemeChoice choice);
    Page* page(const QString& id) const { return m_pages.value(id); }

    Project& project() { return m_project; }
    BudgetModel& budget() { return m_budget; }
    Workflow& workflow() { return m_workflow; }
    EngineProcess& engine() { return m_engine; }
    JobListModel& jobs() { return m_jobs; }
    LessonRunner& lessons() { return *m_lessons; }
    QUndoStack& edits() { return m_edits; }

signals:
    void pageShown(const QString& id);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildShell();
    void buildPages();
    void connectAll();
    void applyTheme();
    void refreshHeader();
    void refreshRail();
    void refreshPrimary();
    void refreshStatus();
    /// The job that is being worked on, in one line; empty when nothing runs.
    QString runningText() const;
    void showFailure(const Error& error, EngineJob* job);
    void resumeFailed();
    /// Work that ends because the window closes: the next window says so, and where it goes on.
    void noteCutOffWork() const;
    void tellOfCutOffWork();
    void resumeLost();
    void followChip(const QString& id);
    void usePreferences(const Preferences& preferences);
    void useWorkspace(const QString& folder);

    EngineProcess m_engine;
    Project m_project;
    BudgetModel m_budget;
    Workflow m_workflow;
    JobListModel m_jobs;
    QUndoStack m_edits;
    ThemeChoice m_themeChoice;
    bool m_dark = false, m_themed = false;

    Rail* m_rail = nullptr;
    HeaderBar* m_header = nullptr;
    Banner* m_banner = nullptr;
    QStackedWidget* m_stack = nullptr;
    JobsStrip* m_strip = nullptr;
    LessonBar* m_lessonBar = nullptr;
    LessonRunner* m_lessons = nullptr;
    StatusLine* m_status = nullptr;
    PreferencesDialog* m_preferences = nullptr;
    RunActions* m_runs = nullptr;   ///< opens a run that was named when the program was started
    QHash<QString, Page*> m_pages;
    QHash<QString, PageFrame*> m_frames;   ///< by page
    QString m_current;
    EngineJob* m_failedJob = nullptr;
    std::optional<UsedText> m_used;   ///< of the present task and model, once the engine has counted it
};

}  // namespace tacq::ui

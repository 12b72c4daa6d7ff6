#pragma once
#include "models/task/task_list_model.h"
#include "pages/shared/page.h"

class QLabel;
class QListView;

namespace tacq::ui {

class TaskPreviewCard;

/// Choice of task, how much of it, what it is mixed with, and what the model will be shown.
class TaskPage : public Page {
    Q_OBJECT
public:
    explicit TaskPage(PageContext context, QWidget* parent = nullptr);
    StepState railState() const override { return doneIf(m_context.project.saliency() || m_context.workflow.activeSaliency()); }
    Action primaryAction() const override;
    void triggerPrimary() override;
    void shown() override;

protected:
    /// Files dropped on the list of tasks.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* buildTasks();
    void chooseFile();
    /// Another computer's engine gets a copy first.
    void shareFile(const QString& path);
    /// `enginePath`: what the engine calls the file that was chosen.
    void useFile(const QString& path, const QString& enginePath);
    void chooseRow(const QModelIndex& index);
    void showChoice();
    /// Which tasks cannot be chosen, and why.
    void showMissing();

    TaskListModel* m_tasks;
    QListView* m_list = nullptr;
    QLabel *m_note = nullptr, *m_missing = nullptr;
    TaskPreviewCard* m_preview;
};

}  // namespace tacq::ui

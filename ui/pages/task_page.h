#pragma once
#include <QTimer>

#include "models/task_list_model.h"
#include "pages/page.h"

class QLabel;
class QListView;
class QPlainTextEdit;
class QSpinBox;

namespace tacq::ui {

/// Choice of task, how much of it, and what the model will be shown.
class TaskPage : public Page {
    Q_OBJECT
public:
    explicit TaskPage(PageContext context, QWidget* parent = nullptr);
    Action primaryAction() const override;
    void triggerPrimary() override;
    void shown() override;

private:
    QWidget* buildTasks();
    QWidget* buildAmount();
    QWidget* buildPreview();
    void chooseFile();
    /// Another computer's engine gets a copy first.
    void shareFile(const QString& path);
    /// `enginePath`: what the engine calls the file that was chosen.
    void useFile(const QString& path, const QString& enginePath);
    void apply();
    void askPreview();
    void showPreview(const QJsonObject& result);
    void selectCurrent();

    TaskListModel* m_tasks;
    QListView* m_list = nullptr;
    QSpinBox* m_samples = nullptr;
    QSpinBox* m_tokens = nullptr;
    QLabel* m_note = nullptr;
    QLabel* m_total = nullptr;
    QLabel* m_previewNote = nullptr;
    QPlainTextEdit* m_preview = nullptr;
    QTimer m_previewDelay;
    EngineJob* m_previewJob = nullptr;
};

}  // namespace tacq::ui

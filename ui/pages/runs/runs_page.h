#pragma once
#include <QTimer>

#include "models/runs/runs_model.h"
#include "pages/shared/page.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace tacq::ui {

class RunActions;
class RunDetailCard;
class RunDiffCard;

/// Every run of the workspace: search, sort, look into one, lay any number side by side, name one, do it again, open it, report it, forget it.
class RunsPage : public Page {
    Q_OBJECT
public:
    explicit RunsPage(PageContext context, QWidget* parent = nullptr);
    Action primaryAction() const override;
    void triggerPrimary() override;
    void shown() override;

private:
    QWidget* buildList();
    QWidget* buildButtons(QWidget* parent);
    QWidget* buildBelow();
    QWidget* buildOutcome(QWidget* parent);
    QWidget* buildQuestion(QWidget* parent);
    QPushButton* addButton(class QHBoxLayout* into, const QString& text, const char* name, const QString& toolTip, void (RunsPage::*act)());
    void load();
    void loaded(Result<std::vector<RunRecord>> runs);
    void take(std::vector<RunRecord> runs);
    void showChosen();
    void refreshNote();
    /// Chosen runs, in the order on show.
    std::vector<RunRecord> chosen() const;
    void copyCommands();
    void rerun();
    void open();
    void compare();
    void report();
    void askToForget();
    void forget();
    void showReported(qint64 run, const QString& path);

    RunsModel* m_runs;
    RunFilter* m_filter;
    RunActions* m_actions;
    QTableView* m_table = nullptr;
    QLabel *m_note = nullptr, *m_reported = nullptr;
    QLineEdit* m_search = nullptr;
    QPushButton *m_rerun = nullptr, *m_copy = nullptr, *m_open = nullptr, *m_compare = nullptr, *m_report = nullptr, *m_forget = nullptr;
    QWidget *m_outcome = nullptr, *m_question = nullptr;
    QLabel* m_questionWords = nullptr;
    QPushButton* m_keep = nullptr;
    QStackedWidget* m_below = nullptr;
    RunDetailCard* m_detail = nullptr;
    RunDiffCard* m_diff = nullptr;
    QTimer m_reload;
    QString m_folder, m_reportPath;
    bool m_loading = false, m_again = false;
};

}  // namespace tacq::ui

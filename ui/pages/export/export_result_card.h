#pragma once
#include "models/export/exported_files_model.h"
#include "pages/shared/page.h"
#include "widgets/card.h"

class QProgressBar;
class QPushButton;
class QTableView;

namespace tacq::ui {

class DragHandle;

/// How an export goes on, and what came of it: verified or not, the files, and how to get at them.
class ExportResultCard : public Card {
    Q_OBJECT
public:
    ExportResultCard(PageContext context, QWidget* parent);

private:
    QWidget* buildProgress();
    QWidget* buildOutcome();
    void watch();
    void refresh();
    void showExported(const QJsonObject& result, const QString& folder);
    void showReadback(const QJsonObject& result);
    void openFolder();

    PageContext m_context;
    ExportedFilesModel* m_files;
    EngineJob* m_job = nullptr;
    QString m_folder;
    QWidget *m_progress = nullptr, *m_done = nullptr;
    QLabel *m_outcome = nullptr, *m_verified = nullptr, *m_stage = nullptr, *m_rate = nullptr, *m_note = nullptr;
    QProgressBar* m_bar = nullptr;
    QPushButton *m_cancel = nullptr, *m_resume = nullptr, *m_open = nullptr, *m_copy = nullptr;
    DragHandle* m_drag = nullptr;
    QTableView* m_table = nullptr;
};

}  // namespace tacq::ui

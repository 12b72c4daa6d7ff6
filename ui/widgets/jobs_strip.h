#pragma once
#include <QFrame>
#include <QHash>

#include "models/shared/job_list_model.h"

class QLabel;
class QVBoxLayout;

class QProgressBar;
class QPushButton;
class QScrollArea;

namespace tacq::ui {

class Card;

/// One job: name, what it does now, progress, rate and time left, Cancel or Resume.
class JobRow : public QWidget {
    Q_OBJECT
public:
    JobRow(EngineJob* job, QWidget* parent);

signals:
    void cancelRequested(EngineJob* job);
    void resumeRequested(EngineJob* job);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    EngineJob* m_job;
    QLabel* m_title;
    QLabel* m_detail;
    QLabel* m_time;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
    QPushButton* m_resume;
};

/// What the engine does, did and will do. Newest first; the last few are shown, the rest scroll.
class JobsStrip : public QWidget {
    Q_OBJECT
public:
    explicit JobsStrip(JobListModel& model, QWidget* parent = nullptr);
    /// One job high instead of three, where room is wanted for something else.
    void setCompact(bool compact);
    /// The same, for a low window.
    void setLow(bool low);

signals:
    void cancelRequested(EngineJob* job);
    void resumeRequested(EngineJob* job);

private:
    void addRow(int row);
    void refreshSummary();
    void applyHeight();
    JobListModel& m_model;
    Card* m_card;
    QLabel* m_summary;
    QLabel* m_empty;
    QWidget* m_list;
    QVBoxLayout* m_rows;
    QScrollArea* m_scroll;
    QPushButton* m_fold;
    bool m_compact = false, m_low = false, m_folded = false;
};

}  // namespace tacq::ui

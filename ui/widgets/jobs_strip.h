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
    EngineJob* job() const { return m_job; }

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

/// What the engine does, will do and did: the running job on top, then those that wait in their order, then what is over, newest first. A few are shown,
/// the rest scroll. Without any job it is a line.
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
    /// Puts the rows into their order, and the top of the list into view where that changed.
    void arrange();
    void refreshSummary();
    void applyHeight();
    JobListModel& m_model;
    Card* m_card;
    QLabel* m_summary;
    QLabel* m_empty;
    QWidget* m_list;
    QVBoxLayout* m_rows;
    QList<JobRow*> m_entries;   ///< in the order they were asked for
    QScrollArea* m_scroll;
    QPushButton* m_fold;
    bool m_compact = false, m_low = false, m_folded = false;
};

}  // namespace tacq::ui

#pragma once
#include <QAbstractListModel>
#include <QList>

#include "engine/engine_job.h"

namespace tacq::ui {

/// The listed jobs, newest first.
class JobListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { JobRole = Qt::UserRole, CommandRole };
    using QAbstractListModel::QAbstractListModel;

    void add(EngineJob* job);
    EngineJob* jobAt(int row) const;
    int countRunning() const;
    int countDone() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    /// What the job is doing, or how it ended, in one line.
    static QString detailText(const EngineJob& job);
    /// Rate and time left, or how long it took.
    static QString timeText(const EngineJob& job);
    /// Where Resume goes on, for a job that ended without a result.
    static QString resumeText(const EngineJob& job);

private:
    static QString resultText(const EngineJob& job);
    void touch(EngineJob* job);
    QList<EngineJob*> m_jobs;
};

}  // namespace tacq::ui

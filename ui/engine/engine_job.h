#pragma once
#include <QElapsedTimer>
#include <QJsonObject>
#include <QObject>
#include <QString>
#include <utility>

#include "tacq/base/error.h"

namespace tacq::ui {

/// What is asked of the engine: a command of the command line (`tacq METHOD`), its options as JSON.
struct JobRequest {
    QString method;
    QJsonObject params;
    QString title;          ///< what a person calls it, e.g. "Saliency of TinyStories"
    bool listed = true;     ///< false: too small to show among the jobs (a preview, a look-up)
};

struct JobProgress {
    QString stage, unit, detail;
    qint64 done = 0, total = 0;   ///< total 0: unknown
    double value = 0;
    double fraction = 0;          ///< 0 … 1
    double rate = 0;              ///< units per second; 0: not known yet
    double secondsLeft = -1;      ///< < 0: not known yet
};

enum class JobState { Waiting, Running, Cancelling, Done, Failed, Cancelled, Lost };

/// One request on its way through the engine process. Owned by EngineProcess, lives as long as the window; changes only on the GUI thread.
class EngineJob : public QObject {
    Q_OBJECT
public:
    EngineJob(JobRequest request, QObject* parent);

    const JobRequest& request() const { return m_request; }
    JobState state() const { return m_state; }
    bool isFinished() const;
    /// It ended without a result and can be sent again: finished stages are in the workspace.
    bool isResumable() const { return m_state == JobState::Failed || m_state == JobState::Cancelled || m_state == JobState::Lost; }
    const JobProgress& progress() const { return m_progress; }
    const QJsonObject& result() const { return m_result; }
    /// For an answer that may be large and that nobody looks at again: jobs stay as long as the window.
    QJsonObject takeResult() { return std::exchange(m_result, {}); }
    const Error& error() const { return m_error; }
    /// Cancelled, but the engine did not answer and was ended: what it had written down by then is not known here.
    bool wasKilled() const { return m_killed; }
    /// Seconds between start and end (or now).
    double seconds() const;

signals:
    void progressed();
    void stateChanged();
    void logged(const QString& level, const QString& text);
    /// kl: largest KL divergence of the tokens behind this piece, nats; < 0: not compared with another model.
    void textReady(const QString& text, double kl);
    /// A piece of a part that this job fetches; pieces of a part come in order, from the beginning again after a lost connection.
    void frameArrived(const QString& part, qint64 offset, qint64 total, const QByteArray& bytes);
    /// Done, failed, cancelled or lost; state() says which.
    void finished();

private:
    friend class EngineProcess;
    void setState(JobState state);
    void reset();
    /// Its connection is gone: when there is one again, the engine is asked for the job that may have gone on.
    void setAside();
    bool isNamed() const { return !m_token.isEmpty(); }

    JobRequest m_request;
    JobState m_state = JobState::Waiting;
    JobProgress m_progress;
    QJsonObject m_result;
    Error m_error;
    QElapsedTimer m_clock;
    double m_seconds = 0;
    qint64 m_id = 0;       ///< of the request on the wire; new with every resend
    bool m_sent = false;
    bool m_killed = false;
    QString m_token;            ///< its name for attach; empty: too small to be looked for
    bool m_attachFirst = false; ///< it may be at work on the other side
    bool m_attaching = false;   ///< what was sent last was attach
    bool m_stopWanted = false;  ///< was to be cancelled when the connection went
};

}  // namespace tacq::ui

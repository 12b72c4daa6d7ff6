#pragma once
#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryFile>
#include <memory>

#include "engine/engine_info.h"
#include "engine/engine_job.h"
#include "engine/stream_reader.h"

namespace tacq::ui {

/// How the engine is started: `tacq serve` beside the workbench, or any command line that speaks its protocol (`ssh host tacq serve`).
struct EngineCommand {
    QString program;
    QStringList arguments;
    QString workspace;   ///< handed over as TACQ_WORKSPACE; empty: the engine's default

    static EngineCommand local(const QString& workspace);
    static EngineCommand fromText(const QString& commandLine, const QString& workspace);
    /// Where the engine works, for people: the host of an ssh command, the program's name of another; empty: on this computer.
    QString place() const;
    bool operator==(const EngineCommand&) const = default;
};

/// The client of the engine process (protocol: tacq/protocol/serve.h). Starts it on demand, sends jobs, hands events to them; a dead
/// engine is a signal and resumable jobs, never a lost window. A connection to another computer that breaks is made again once by itself; jobs
/// that went on over there are taken up again. Nothing here blocks.
class EngineProcess : public QObject {
    Q_OBJECT
public:
    enum class State { Stopped, Starting, Ready, Lost };
    static constexpr int kProtocol = 1;

    explicit EngineProcess(EngineCommand command, QObject* parent = nullptr);
    ~EngineProcess() override;

    void start();
    State state() const { return m_state; }
    const EngineInfo& info() const { return m_info; }
    const EngineCommand& command() const { return m_command; }
    /// Whether the work is done behind a connection that can break.
    bool isRemote() const { return !m_command.place().isEmpty(); }
    /// Another engine from now on. One that is up is ended; what it was doing goes on in the new one, from the last finished stage.
    void setCommand(EngineCommand command);
    /// In the order of submission, finished ones included.
    const QList<EngineJob*>& jobs() const { return m_jobs; }

    EngineJob* submit(JobRequest request);
    /// Asks the engine to stop this job. An engine that does not within the grace time is killed and started again for the others.
    void cancel(EngineJob* job);
    /// Sends a cancelled or failed job again; the engine goes on from the last finished stage. A lost one is looked for first.
    void resume(EngineJob* job);
    void setCancelGrace(int milliseconds) { m_graceMilliseconds = milliseconds; }

signals:
    void stateChanged();
    void jobAdded(EngineJob* job);
    /// The process ended by itself or could not be started.
    void lost(const Error& error);

private:
    void onStarted();
    void onReadyRead();
    void onFinished();
    void onProcessError(QProcess::ProcessError error);
    void handleMessage(const QJsonObject& message);
    void handleFrame(const EngineFrame& frame, const QByteArray& bytes);
    void handleHello(const QJsonObject& message);
    void handleEvent(EngineJob* job, const QJsonObject& event);
    void handleEnd(EngineJob* job, const QJsonObject& message);
    void sayHello();
    void restart(bool elsewhere);
    void endProcess();
    void enforceCancel(EngineJob* job, qint64 id);
    void lose(const Error& error);
    void sendWaiting();
    void sendJob(EngineJob* job);
    void sendCancel(EngineJob* job);
    void send(qint64 id, const QString& method, const QJsonObject& params, const QString& token = {});
    EngineJob* jobById(qint64 id) const;
    QString lastWords() const;

    EngineCommand m_command;
    QProcess m_process;
    StreamReader m_reader;
    QByteArray m_errorOutput;
    std::unique_ptr<QTemporaryFile> m_witness;   ///< does the engine see the files of this computer?
    QList<EngineJob*> m_jobs;
    EngineInfo m_info;
    State m_state = State::Stopped;
    qint64 m_nextId = 1, m_helloId = 0;
    int m_graceMilliseconds = 5000;
    bool m_killedForCancel = false, m_killedForCommand = false;
    bool m_reconnected = false;   ///< by itself, since something last went well
};

}  // namespace tacq::ui

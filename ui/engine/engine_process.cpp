#include "engine/engine_process.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcessEnvironment>
#include <QTimer>
#include <sys/resource.h>

#include <utility>

#include "engine/background_thread.h"

namespace tacq::ui {
namespace {

constexpr qsizetype kErrorOutputKept = 4096;
constexpr int kQuitMilliseconds = 1500;

}  // namespace

EngineCommand EngineCommand::local(const QString& workspace) {
    return {QCoreApplication::applicationDirPath() + QLatin1String("/tacq"), {QStringLiteral("serve")}, workspace};
}

EngineCommand EngineCommand::fromText(const QString& commandLine, const QString& workspace) {
    QStringList parts = QProcess::splitCommand(commandLine);
    const QString program = parts.isEmpty() ? QString() : parts.takeFirst();
    return {program, parts, workspace};
}

QString EngineCommand::place() const {
    const QString name = QFileInfo(program).fileName();
    if (name == QLatin1String("tacq")) return {};
    if (name != QLatin1String("ssh")) return name;
    // Options that take a value of their own; the first other word is the host.
    static const QString valued = QStringLiteral("BbcDEeFIiJLlmOoPpQRSWw");
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& word = arguments[i];
        if (!word.startsWith(QLatin1Char('-'))) return word;
        if (word.size() == 2 && valued.contains(word[1])) ++i;
    }
    return name;
}

void EngineProcess::setCommand(EngineCommand command) {
    if (command == m_command) return;
    m_command = std::move(command);
    m_info.workspace.clear();   // of the one before
    if (m_process.state() == QProcess::NotRunning) return;
    m_killedForCommand = true;
    endProcess();
    QTimer::singleShot(kQuitMilliseconds, this, [this, pid = m_process.processId()] {
        if (m_process.state() != QProcess::NotRunning && m_process.processId() == pid) m_process.kill();
    });
}

EngineProcess::EngineProcess(EngineCommand command, QObject* parent)
    : QObject(parent),
      m_command(std::move(command)),
      m_reader([this](const QJsonObject& message) { handleMessage(message); }, [this](const EngineFrame& frame, const QByteArray& bytes) { handleFrame(frame, bytes); }) {
    // Its threads keep every core busy: on a busy machine the window and other programs go first.
    m_process.setChildProcessModifier([] {
        if (::getpriority(PRIO_PROCESS, 0) < kEngineNiceness) ::setpriority(PRIO_PROCESS, 0, kEngineNiceness);
    });
    connect(&m_process, &QProcess::started, this, &EngineProcess::onStarted);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &EngineProcess::onReadyRead);
    connect(&m_process, &QProcess::readyReadStandardError, this, [this] {
        m_errorOutput = (m_errorOutput + m_process.readAllStandardError()).right(kErrorOutputKept);
    });
    connect(&m_process, &QProcess::finished, this, &EngineProcess::onFinished);
    connect(&m_process, &QProcess::errorOccurred, this, &EngineProcess::onProcessError);
}

EngineProcess::~EngineProcess() {
    disconnect(&m_process, nullptr, this, nullptr);
    if (m_process.state() == QProcess::NotRunning) return;
    endProcess();
    if (m_process.waitForFinished(kQuitMilliseconds)) return;
    m_process.kill();
    m_process.waitForFinished(kQuitMilliseconds);
}

void EngineProcess::endProcess() {
    // Without this word the engine would take it for a lost connection, and go on with its jobs.
    if (m_process.state() == QProcess::Running) send(m_nextId++, QStringLiteral("shutdown"), {});
    m_process.closeWriteChannel();
}

void EngineProcess::start() {
    if (m_state == State::Starting || m_state == State::Ready) return;
    m_reader.clear();
    m_errorOutput.clear();
    m_killedForCancel = false;
    m_state = State::Starting;
    emit stateChanged();
    auto environment = QProcessEnvironment::systemEnvironment();
    if (!m_command.workspace.isEmpty()) environment.insert(QStringLiteral("TACQ_WORKSPACE"), m_command.workspace);
    m_process.setProcessEnvironment(environment);
    m_process.start(m_command.program, m_command.arguments);
}

EngineJob* EngineProcess::submit(JobRequest request) {
    auto* job = new EngineJob(std::move(request), this);
    m_jobs.append(job);
    emit jobAdded(job);
    start();
    sendWaiting();
    return job;
}

void EngineProcess::cancel(EngineJob* job) {
    if (job->isFinished() || job->state() == JobState::Cancelling) return;
    if (!job->m_sent && job->m_attachFirst) {
        // It may be at work on the other side: stopped there when there is a connection again.
        job->m_stopWanted = true;
        job->setState(JobState::Cancelling);
        return;
    }
    if (!job->m_sent) {
        job->m_error = {ErrorCode::Cancelled, "cancelled before it began", "", ""};
        job->setState(JobState::Cancelled);
        return;
    }
    sendCancel(job);
}

void EngineProcess::sendCancel(EngineJob* job) {
    job->setState(JobState::Cancelling);
    send(m_nextId++, QStringLiteral("cancel"), {{QStringLiteral("id"), job->m_id}});
    QTimer::singleShot(m_graceMilliseconds, job, [this, job, id = job->m_id] { enforceCancel(job, id); });
}

void EngineProcess::enforceCancel(EngineJob* job, qint64 id) {
    if (job->state() != JobState::Cancelling || job->m_id != id) return;
    m_killedForCancel = true;
    m_process.kill();
}

void EngineProcess::resume(EngineJob* job) {
    if (!job->isResumable()) return;
    m_reconnected = false;
    if (job->state() == JobState::Lost) job->setAside();
    else job->reset();
    start();
    sendWaiting();
}

void EngineProcess::onStarted() {
    m_helloId = m_nextId++;
    sayHello();
}

void EngineProcess::onReadyRead() {
    const QString wrong = m_reader.feed(m_process.readAllStandardOutput());
    if (wrong.isEmpty()) return;
    m_errorOutput = wrong.toUtf8();
    m_reader.clear();
    m_process.kill();
}

void EngineProcess::onFinished() {
    onReadyRead();
    m_witness.reset();
    if (std::exchange(m_killedForCommand, false)) return restart(true);
    if (std::exchange(m_killedForCancel, false)) return restart(false);
    const std::string what = isRemote() ? "the connection to " + m_command.place().toStdString() + " was lost" : "the engine process ended";
    const Error error{ErrorCode::EngineLost, what + (lastWords().isEmpty() ? "" : ": " + lastWords().toStdString()), m_command.program.toStdString(),
                      isRemote() ? "reconnect: jobs over there go on without this window, and are taken up again" : ""};
    if (!isRemote() || m_state != State::Ready || std::exchange(m_reconnected, true)) return lose(error);
    m_state = State::Stopped;
    const QList<EngineJob*> jobs = m_jobs;  // who hears of it may add to the list
    for (EngineJob* job : jobs)
        if (!job->isFinished()) job->setAside();
    start();
}

void EngineProcess::restart(bool elsewhere) {
    m_state = State::Stopped;
    bool waiting = elsewhere;
    // Whoever hears of an end may send the next job: not into the list that is gone through.
    const QList<EngineJob*> jobs = m_jobs;
    for (EngineJob* job : jobs) {
        if (job->state() == JobState::Cancelling) {
            job->m_error = {ErrorCode::Cancelled, "the engine did not answer in time and was stopped", "", ""};
            job->m_killed = true;
            job->setState(JobState::Cancelled);
        } else if (!job->isFinished()) {
            // Another engine knows nothing of what the one before was doing.
            job->setAside();
            if (elsewhere) job->m_attachFirst = false;
            waiting = true;
        }
    }
    emit stateChanged();
    if (waiting) start();
}

void EngineProcess::onProcessError(QProcess::ProcessError error) {
    if (error != QProcess::FailedToStart) return;  // the others end in finished()
    lose({ErrorCode::EngineLost, "the engine could not be started", m_command.program.toStdString(),
          "check that the tacq program lies beside the workbench, or name one with --engine"});
}

void EngineProcess::lose(const Error& error) {
    m_state = State::Lost;
    const QList<EngineJob*> jobs = m_jobs;   // as in restart()
    for (EngineJob* job : jobs) {
        if (job->isFinished()) continue;
        job->m_error = error;
        job->setState(JobState::Lost);
    }
    emit stateChanged();
    emit lost(error);
}

QString EngineProcess::lastWords() const {
    const QList<QByteArray> lines = m_errorOutput.trimmed().split('\n');
    return QString::fromUtf8(lines.isEmpty() ? QByteArray() : lines.last()).left(300);
}

}  // namespace tacq::ui

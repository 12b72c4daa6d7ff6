#include "engine/engine_process.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QProcessEnvironment>
#include <QTimer>
#include <utility>

#include "engine/protocol_json.h"

namespace tacq::ui {
namespace {

// More than any line of the protocol; a peer that never ends its line is not our engine.
constexpr qsizetype kLongestLine = 64 << 20;
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
    if (m_process.state() == QProcess::NotRunning) return;
    m_killedForCommand = true;
    m_process.kill();
}

EngineProcess::EngineProcess(EngineCommand command, QObject* parent) : QObject(parent), m_command(std::move(command)) {
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
    // End of input cancels the running job and leaves it resumable.
    m_process.closeWriteChannel();
    if (m_process.waitForFinished(kQuitMilliseconds)) return;
    m_process.kill();
    m_process.waitForFinished(kQuitMilliseconds);
}

void EngineProcess::start() {
    if (m_state == State::Starting || m_state == State::Ready) return;
    m_buffer.clear();
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
    if (!job->m_sent) {
        job->m_error = {ErrorCode::Cancelled, "cancelled before it began", "", ""};
        job->setState(JobState::Cancelled);
        return;
    }
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
    job->reset();
    start();
    sendWaiting();
}

void EngineProcess::onStarted() {
    m_helloId = m_nextId++;
    send(m_helloId, QStringLiteral("hello"), {});
}

void EngineProcess::onReadyRead() {
    m_buffer += m_process.readAllStandardOutput();
    qsizetype begin = 0;
    for (qsizetype end; (end = m_buffer.indexOf('\n', begin)) >= 0; begin = end + 1) handleLine(m_buffer.mid(begin, end - begin));
    m_buffer.remove(0, begin);
    if (m_buffer.size() > kLongestLine) {
        m_errorOutput = "the engine sent a line without end";
        m_process.kill();
    }
}

void EngineProcess::onFinished() {
    onReadyRead();
    const bool another = std::exchange(m_killedForCommand, false);
    if (!std::exchange(m_killedForCancel, false) && !another) {
        lose({ErrorCode::EngineLost, "the engine process ended" + (lastWords().isEmpty() ? "" : ": " + lastWords().toStdString()),
              m_command.program.toStdString(), ""});
        return;
    }
    m_state = State::Stopped;
    bool waiting = another;
    for (EngineJob* job : std::as_const(m_jobs)) {
        if (job->state() == JobState::Cancelling) {
            job->m_error = {ErrorCode::Cancelled, "the engine did not answer in time and was stopped", "", ""};
            job->setState(JobState::Cancelled);
        } else if (!job->isFinished()) {
            job->reset();
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
    for (EngineJob* job : std::as_const(m_jobs)) {
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

void EngineProcess::handleLine(const QByteArray& line) {
    const QJsonObject message = QJsonDocument::fromJson(line).object();
    const auto id = static_cast<qint64>(message.value(QLatin1String("id")).toDouble(-1));
    if (message.isEmpty() || id < 0) return;  // not for us: a stray print of some library
    if (id == m_helloId) {
        handleHello(message);
        return;
    }
    EngineJob* job = jobById(id);
    if (job && !job->isFinished()) handleEvent(job, message);
}

void EngineProcess::handleHello(const QJsonObject& message) {
    m_info = engineInfo(message.value(QLatin1String("result")).toObject());
    if (m_info.protocol != kProtocol) {
        m_errorOutput = "it speaks protocol " + QByteArray::number(m_info.protocol) + ", this window speaks " + QByteArray::number(kProtocol);
        m_process.kill();
        return;
    }
    m_state = State::Ready;
    emit stateChanged();
    sendWaiting();
}

void EngineProcess::handleEvent(EngineJob* job, const QJsonObject& message) {
    const QString event = message.value(QLatin1String("event")).toString();
    const auto text = [&message](const char* key) { return message.value(QLatin1String(key)).toString(); };
    if (event == QLatin1String("started")) {
        if (job->state() == JobState::Waiting) job->setState(JobState::Running);
    } else if (event == QLatin1String("progress")) {
        if (job->state() == JobState::Waiting) job->setState(JobState::Running);
        job->m_progress = jobProgress(message);
        emit job->progressed();
    } else if (event == QLatin1String("log")) {
        emit job->logged(text("level"), text("text"));
    } else if (event == QLatin1String("artifact")) {
        emit job->artifactReady(text("key"), text("kind"));
    } else if (event == QLatin1String("text")) {
        emit job->textReady(text("text"));
    } else if (message.contains(QLatin1String("result"))) {
        job->m_result = message.value(QLatin1String("result")).toObject();
        job->m_progress.fraction = 1;
        job->setState(JobState::Done);
    } else if (message.contains(QLatin1String("error"))) {
        job->m_error = errorFromJson(message.value(QLatin1String("error")).toObject());
        job->setState(job->m_error.code == ErrorCode::Cancelled ? JobState::Cancelled : JobState::Failed);
    }
}

void EngineProcess::sendWaiting() {
    if (m_state != State::Ready) return;
    for (EngineJob* job : std::as_const(m_jobs)) {
        if (job->m_sent || job->isFinished()) continue;
        job->m_id = m_nextId++;
        job->m_sent = true;
        send(job->m_id, job->request().method, job->request().params);
    }
}

void EngineProcess::send(qint64 id, const QString& method, const QJsonObject& params) {
    QJsonObject request{{QStringLiteral("id"), id}, {QStringLiteral("method"), method}};
    if (!params.isEmpty()) request.insert(QStringLiteral("params"), params);
    m_process.write(QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
}

EngineJob* EngineProcess::jobById(qint64 id) const {
    for (EngineJob* job : m_jobs)
        if (job->m_sent && job->m_id == id) return job;
    return nullptr;
}

}  // namespace tacq::ui

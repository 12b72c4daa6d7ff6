// What goes over the wire: requests out, answers in.
#include <QJsonDocument>
#include <QUuid>
#include <utility>

#include "engine/engine_process.h"
#include "engine/foreign_names.h"
#include "engine/protocol_json.h"
#include "tacq/store/workspace.h"

namespace tacq::ui {

void EngineProcess::sayHello() {
    QJsonObject params;
    m_witness = std::make_unique<QTemporaryFile>();
    if (m_witness->open()) {
        const QString token = QUuid::createUuid().toString(QUuid::WithoutBraces);
        m_witness->write(token.toUtf8());
        m_witness->flush();
        params.insert(QStringLiteral("witness"), QJsonObject{{QStringLiteral("path"), m_witness->fileName()}, {QStringLiteral("token"), token}});
    }
    send(m_helloId, QStringLiteral("hello"), params);
}

void EngineProcess::handleMessage(const QJsonObject& message) {
    const auto id = message.value(QLatin1String("id")).toInteger(-1);
    if (id < 0 || m_killedForCommand) return;  // an engine on its way out has nothing to say any more
    if (id == m_helloId) {
        handleHello(message);
        return;
    }
    EngineJob* job = jobById(id);
    if (job && !job->isFinished()) handleEvent(job, message);
}

void EngineProcess::handleFrame(const EngineFrame& frame, const QByteArray& bytes) {
    EngineJob* job = jobById(frame.id);
    if (job && !job->isFinished()) emit job->frameArrived(frame.part, frame.offset, frame.total, bytes);
}

void EngineProcess::handleHello(const QJsonObject& message) {
    const bool first = std::exchange(m_witness, nullptr) != nullptr;
    m_info = engineInfo(message.value(QLatin1String("result")).toObject());
    if (m_info.protocol != kProtocol) {
        m_errorOutput = "it speaks protocol " + QByteArray::number(m_info.protocol) + ", this window speaks " + QByteArray::number(kProtocol);
        m_process.kill();
        return;
    }
    const QString handed = m_command.workspace.isEmpty() ? QString::fromStdString(Workspace::defaultFolder().string()) : m_command.workspace;
    if (m_info.sharedFiles && isRemote() && !isWorkspaceHere(m_info.workspace, handed)) {
        m_info.sharedFiles = false;
        // Greeted once more with a witness that nobody can see: files are then sent, not named.
        if (first) return send(m_helloId, QStringLiteral("hello"), {{QStringLiteral("witness"), QJsonObject{{QStringLiteral("path"), QString()}, {QStringLiteral("token"), QString()}}}});
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
    } else if (event == QLatin1String("text")) {
        emit job->textReady(text("text"), message.value(QLatin1String("kl")).toDouble(-1));
    } else if (message.contains(QLatin1String("result")) || message.contains(QLatin1String("error"))) {
        handleEnd(job, message);
    }
}

void EngineProcess::handleEnd(EngineJob* job, const QJsonObject& message) {
    const bool good = message.contains(QLatin1String("result"));
    const Error error = good ? Error() : errorFromJson(message.value(QLatin1String("error")).toObject());
    job->m_attachFirst = false;
    if (job->m_attaching && (error.code == ErrorCode::NotFound || error.code == ErrorCode::EngineLost) && !good) {
        // It did not go on over there: done again, from the last finished stage.
        const bool stopWanted = job->state() == JobState::Cancelling;
        job->reset();
        if (stopWanted) cancel(job);
        else sendWaiting();
        return;
    }
    if (job->isNamed()) send(m_nextId++, QStringLiteral("acknowledge"), {{QStringLiteral("token"), job->m_token}});
    if (good) {
        m_reconnected = false;
        job->m_result = message.value(QLatin1String("result")).toObject();
        job->m_progress.fraction = 1;
        job->setState(JobState::Done);
        return;
    }
    job->m_error = error;
    job->setState(error.code == ErrorCode::Cancelled ? JobState::Cancelled : JobState::Failed);
}

void EngineProcess::sendWaiting() {
    if (m_state != State::Ready || m_killedForCommand) return;
    // A job that is sent may end another's wait: the list may grow meanwhile.
    for (qsizetype i = 0; i < m_jobs.size(); ++i)
        if (EngineJob* job = m_jobs[i]; !job->m_sent && !job->isFinished()) sendJob(job);
}

void EngineProcess::sendJob(EngineJob* job) {
    job->m_id = m_nextId++;
    job->m_sent = true;
    job->m_attaching = std::exchange(job->m_attachFirst, false);
    if (job->m_attaching) send(job->m_id, QStringLiteral("attach"), {{QStringLiteral("token"), job->m_token}});
    else send(job->m_id, job->request().method, job->request().params, job->m_token);
    if (std::exchange(job->m_stopWanted, false)) sendCancel(job);
}

void EngineProcess::send(qint64 id, const QString& method, const QJsonObject& params, const QString& token) {
    QJsonObject request{{QStringLiteral("id"), id}, {QStringLiteral("method"), method}};
    if (!params.isEmpty()) request.insert(QStringLiteral("params"), params);
    if (!token.isEmpty()) request.insert(QStringLiteral("token"), token);
    m_process.write(QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
}

EngineJob* EngineProcess::jobById(qint64 id) const {
    for (EngineJob* job : m_jobs)
        if (job->m_sent && job->m_id == id) return job;
    return nullptr;
}

}  // namespace tacq::ui

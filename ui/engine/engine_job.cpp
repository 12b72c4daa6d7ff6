#include "engine/engine_job.h"

#include <QUuid>
#include <utility>

namespace tacq::ui {

namespace {

/// Worth finding again after a lost connection. What is fetched is fetched again instead.
bool isDurable(const JobRequest& request) { return request.listed && request.method != QLatin1String("fetch"); }

}  // namespace

EngineJob::EngineJob(JobRequest request, QObject* parent) : QObject(parent), m_request(std::move(request)) {
    if (isDurable(m_request)) m_token = QUuid::createUuid().toString(QUuid::WithoutBraces);
}

bool EngineJob::isFinished() const { return m_state == JobState::Done || isResumable(); }

double EngineJob::seconds() const {
    if (isFinished() || !m_clock.isValid()) return m_seconds;
    return static_cast<double>(m_clock.elapsed()) / 1000.0;
}

void EngineJob::setState(JobState state) {
    if (m_state == state) return;
    if (state == JobState::Running) m_clock.start();
    if (!isFinished() && m_clock.isValid()) m_seconds = static_cast<double>(m_clock.elapsed()) / 1000.0;
    m_state = state;
    emit stateChanged();
    if (isFinished()) emit finished();
}

void EngineJob::reset() {
    m_progress = {};
    m_result = {};
    m_error = {};
    m_seconds = 0;
    m_sent = m_attaching = m_stopWanted = m_killed = false;
    m_clock.invalidate();
    setState(JobState::Waiting);
}

void EngineJob::setAside() {
    const bool stopWanted = m_state == JobState::Cancelling;
    m_attachFirst = isNamed() && (m_attachFirst || m_sent);
    reset();
    m_stopWanted = stopWanted;
}

}  // namespace tacq::ui

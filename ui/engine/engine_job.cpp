#include "engine/engine_job.h"

#include <utility>

namespace tacq::ui {

EngineJob::EngineJob(JobRequest request, QObject* parent) : QObject(parent), m_request(std::move(request)) {}

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
    m_sent = false;
    m_clock.invalidate();
    setState(JobState::Waiting);
}

}  // namespace tacq::ui

#include "work/quantize_queue.h"

#include <algorithm>

namespace tacq::ui {

QuantizeQueue::QuantizeQueue(JobRunner& runner, QObject* parent) : QObject(parent), m_runner(runner) {}

QuantizeQueue::State QuantizeQueue::stateOf(const Entry& entry) {
    if (entry.job) return entry.job->state();
    return entry.stopped ? State::Cancelled : State::Waiting;
}

std::optional<std::size_t> QuantizeQueue::indexOf(int number) const {
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [number](const Entry& entry) { return entry.number == number; });
    if (found == m_entries.end()) return std::nullopt;
    return static_cast<std::size_t>(found - m_entries.begin());
}

std::optional<std::size_t> QuantizeQueue::indexOf(const EngineJob* job) const {
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [job](const Entry& entry) { return job && entry.job == job; });
    if (found == m_entries.end()) return std::nullopt;
    return static_cast<std::size_t>(found - m_entries.begin());
}

bool QuantizeQueue::isIdle() const {
    return std::all_of(m_entries.begin(), m_entries.end(), [](const Entry& entry) { return isOver(stateOf(entry)); });
}

bool QuantizeQueue::holds(const JobRequest& request) const {
    return std::any_of(m_entries.begin(), m_entries.end(), [&](const Entry& entry) { return !isOver(stateOf(entry)) && entry.request.params == request.params; });
}

EngineJob* QuantizeQueue::activeJob(const ModelPointer& model) const {
    EngineJob* last = nullptr;
    for (const Entry& entry : m_entries) {
        if (!entry.job || !model || !entry.model || entry.model->path != model->path) continue;
        if (!entry.job->isFinished()) return entry.job;
        last = entry.job;
    }
    return last;
}

EngineJob* QuantizeQueue::add(const JobRequest& request, const ModelPointer& model) {
    for (const Entry& entry : m_entries)
        if (!isOver(stateOf(entry)) && entry.request.params == request.params) return entry.job;
    const int row = static_cast<int>(m_entries.size());
    emit aboutToAdd(row);
    m_entries.push_back({++m_last, request, model, nullptr, false, false});
    emit added(row);
    advance();
    return m_entries.empty() ? nullptr : m_entries.back().job;
}

void QuantizeQueue::advance() {
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const State state = stateOf(m_entries[i]);
        const bool beingMeasured = state == State::Done && !m_entries[i].measured;
        if (m_entries[i].job && (!isOver(state) || state == State::Lost || beingMeasured)) return;
    }
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        if (stateOf(m_entries[i]) == State::Waiting) return send(i);
}

void QuantizeQueue::send(std::size_t at) {
    EngineJob* job = m_runner.submit(m_entries[at].request, [this, model = m_entries[at].model](EngineJob& done) { emit made(&done, model); });
    m_entries[at].job = job;
    const auto changed = [this, job] {
        if (const auto row = indexOf(job)) emit entryChanged(static_cast<int>(*row));
    };
    connect(job, &EngineJob::progressed, this, changed);
    connect(job, &EngineJob::stateChanged, this, changed);
    connect(job, &EngineJob::finished, this, &QuantizeQueue::advance, Qt::QueuedConnection);
    changed();
}

void QuantizeQueue::noteMeasured(const EngineJob* job) {
    if (const auto row = indexOf(job)) m_entries[*row].measured = true;
    advance();
}

void QuantizeQueue::cancel(int number) {
    const auto at = indexOf(number);
    if (!at || isOver(stateOf(m_entries[*at]))) return;
    if (m_entries[*at].job) return m_runner.cancel(m_entries[*at].job);
    m_entries[*at].stopped = true;
    emit entryChanged(static_cast<int>(*at));
}

void QuantizeQueue::resume(int number) {
    const auto at = indexOf(number);
    if (!at || !isOver(stateOf(m_entries[*at])) || stateOf(m_entries[*at]) == State::Done) return;
    if (m_entries[*at].job) return m_runner.resume(m_entries[*at].job);
    m_entries[*at].stopped = false;
    emit entryChanged(static_cast<int>(*at));
    advance();
}

void QuantizeQueue::remove(int number) {
    cancel(number);
    const auto at = indexOf(number);
    if (!at) return;
    emit aboutToRemove(static_cast<int>(*at));
    m_entries.erase(m_entries.begin() + static_cast<std::ptrdiff_t>(*at));
    emit removed(static_cast<int>(*at));
    advance();
}

}  // namespace tacq::ui

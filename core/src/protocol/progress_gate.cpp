#include "protocol/progress_gate.h"

namespace tacq {
namespace {

constexpr auto kInterval = std::chrono::milliseconds(50);

}  // namespace

void ProgressGate::send(const Progress& step, const ProgressMeter::Reading& reading, Clock::time_point now) {
    m_lastSent = now;
    m_held.reset();
    m_sink(step, reading);
}

void ProgressGate::report(const Progress& step, Clock::time_point now) {
    const auto reading = m_meter.update(step, std::chrono::duration<double>(now.time_since_epoch()).count());
    if (step.stage != m_stage) {
        flush();
        m_stage = step.stage;
    }
    const bool last = step.total > 0 && step.done >= step.total;
    if (last || !m_lastSent || now - *m_lastSent >= kInterval) send(step, reading, now);
    else m_held.emplace(step, reading);
}

void ProgressGate::flush() {
    if (!m_held) return;
    const auto [step, reading] = *std::exchange(m_held, std::nullopt);
    m_sink(step, reading);
}

}  // namespace tacq

#pragma once
// Private to the protocol: at most 20 progress events a second, and always the last of a stage.
#include <chrono>
#include <functional>
#include <optional>

#include "tacq/base/run_context.h"

namespace tacq {

class ProgressGate {
public:
    using Clock = std::chrono::steady_clock;
    using Sink = std::function<void(const Progress&, const ProgressMeter::Reading&)>;
    explicit ProgressGate(Sink sink) : m_sink(std::move(sink)) {}

    void report(const Progress& step, Clock::time_point now = Clock::now());
    /// Sends what was held back, if anything.
    void flush();

private:
    void send(const Progress& step, const ProgressMeter::Reading& reading, Clock::time_point now);
    Sink m_sink;
    ProgressMeter m_meter;
    std::optional<Stage> m_stage;
    std::optional<std::pair<Progress, ProgressMeter::Reading>> m_held;
    std::optional<Clock::time_point> m_lastSent;
};

}  // namespace tacq

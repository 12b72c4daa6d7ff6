#pragma once
#include <chrono>
#include <string>

#include "tacq/base/run_context.h"

namespace tacq::app {

enum class ProgressStyle { None, Bar, JsonLines };
/// `auto` means a bar on a terminal and JSON lines elsewhere.
ProgressStyle chooseStyle(const std::string& asked);

/// What a running command says on standard error.
class ProgressPrinter {
public:
    explicit ProgressPrinter(ProgressStyle style) : m_style(style) {}
    ~ProgressPrinter();
    void progress(const Progress& step);
    void log(LogLevel level, const std::string& text);
    /// Takes the bar off the screen.
    void clear();

private:
    using Clock = std::chrono::steady_clock;
    void bar(const Progress& step, const ProgressMeter::Reading& reading);
    void line(const Progress& step, const ProgressMeter::Reading& reading);
    ProgressStyle m_style;
    ProgressMeter m_meter;
    std::optional<Stage> m_stage;
    Clock::time_point m_lastShown{};
    bool m_barShown = false;
};

}  // namespace tacq::app

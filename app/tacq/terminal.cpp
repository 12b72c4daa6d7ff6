#include "terminal.h"

#include <unistd.h>

#include <cstdio>
#include <nlohmann/json.hpp>

#include "plain_text.h"

namespace tacq::app {
namespace {

constexpr auto kInterval = std::chrono::milliseconds(100);
constexpr int kBarCells = 24;
const std::string kClear = "\r\x1b[K";

/// As it is: our own control sequences, and what went through plainText().
void write(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stderr); }

std::string timeText(double seconds) {
    const auto whole = static_cast<long>(seconds + 0.5);
    char text[32];
    if (whole >= 3600) std::snprintf(text, sizeof text, "%ld:%02ld:%02ld left", whole / 3600, whole / 60 % 60, whole % 60);
    else std::snprintf(text, sizeof text, "%ld:%02ld left", whole / 60, whole % 60);
    return text;
}

void writeJson(const nlohmann::ordered_json& object) { write(plainText(object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)) + "\n"); }

}  // namespace

ProgressStyle chooseStyle(const std::string& asked) {
    if (asked == "none") return ProgressStyle::None;
    if (asked == "bar") return ProgressStyle::Bar;
    if (asked == "json") return ProgressStyle::JsonLines;
    return ::isatty(STDERR_FILENO) != 0 ? ProgressStyle::Bar : ProgressStyle::JsonLines;
}

ProgressPrinter::~ProgressPrinter() { clear(); }

void ProgressPrinter::clear() {
    if (m_barShown) write(kClear);
    m_barShown = false;
}

void ProgressPrinter::progress(const Progress& step) {
    if (m_style == ProgressStyle::None) return;
    const auto now = Clock::now();
    const auto reading = m_meter.update(step, std::chrono::duration<double>(now.time_since_epoch()).count());
    const bool last = step.total > 0 && step.done >= step.total;
    if (step.stage == m_stage && !last && now - m_lastShown < kInterval) return;
    m_stage = step.stage;
    m_lastShown = now;
    if (m_style == ProgressStyle::Bar) bar(step, reading);
    else line(step, reading);
}

void ProgressPrinter::bar(const Progress& step, const ProgressMeter::Reading& reading) {
    std::string text = kClear + std::string(stageName(step.stage)) + " ";
    if (step.total > 0) {
        const int filled = static_cast<int>(reading.fraction * kBarCells);
        text.append("[").append(static_cast<std::size_t>(filled), '#').append(static_cast<std::size_t>(kBarCells - filled), '-').append("] ");
        text.append(std::to_string(step.done)).append("/").append(std::to_string(step.total)).append(" ").append(plainText(step.unit));
    }
    char rate[64];
    if (reading.ratePerSecond > 0) {
        std::snprintf(rate, sizeof rate, "  %.3g %s/s", reading.ratePerSecond, plainText(step.unit).c_str());
        text += rate;
    }
    if (reading.secondsLeft >= 0 && step.done < step.total) text += "  " + timeText(reading.secondsLeft);
    write(text);
    m_barShown = true;
}

void ProgressPrinter::line(const Progress& step, const ProgressMeter::Reading& reading) {
    writeJson({{"event", "progress"},
               {"stage", stageName(step.stage)},
               {"done", step.done},
               {"total", step.total},
               {"unit", step.unit},
               {"detail", step.detail},
               {"value", step.value},
               {"fraction", reading.fraction},
               {"rate", reading.ratePerSecond},
               {"secondsLeft", reading.secondsLeft}});
}

void ProgressPrinter::log(LogLevel level, const std::string& text) {
    const char* name = level == LogLevel::Warning ? "warning" : "info";
    if (m_style == ProgressStyle::JsonLines) {
        writeJson({{"event", "log"}, {"level", name}, {"text", text}});
        return;
    }
    clear();
    write((level == LogLevel::Warning ? "note: " : "") + plainText(text) + "\n");
}

}  // namespace tacq::app

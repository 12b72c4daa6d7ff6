#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>

#include "tacq/base/result.h"
#include "tacq/base/stage.h"

namespace tacq {

/// One step of a stage. `done` and `total` count `unit`s; rate and time left are derived by ProgressMeter.
struct Progress {
    Stage stage = Stage::Load;
    std::uint64_t done = 0;
    std::uint64_t total = 0;  ///< 0: unknown
    std::string unit;         ///< `samples`, `tensors`, `windows`, `bytes`
    std::string detail;       ///< What is being worked on, e.g. a tensor's name and its error; may be empty.
    double value = 0;         ///< Optional figure that goes with `detail` (squared error of the tensor, loss of the sample).
};

enum class LogLevel { Info, Warning };

/// How a stage talks to whoever started it. Callbacks may be empty and are called from the stage's own thread only.
/// A stage looks at `stop` at least once per batch or tensor and every 50 ms of its own loops.
struct RunContext {
    std::stop_token stop;
    std::function<void(const Progress&)> progress;
    std::function<void(LogLevel, const std::string&)> log;

    void report(const Progress& step) const { if (progress) progress(step); }
    void note(LogLevel level, const std::string& text) const { if (log) log(level, text); }
    bool cancelled() const { return stop.stop_requested(); }
    /// Error with ErrorCode::Cancelled once a stop was requested.
    Result<void> checkpoint() const;
};

/// Turns Progress events into a rate and a time left (mean since the stage began; a resumed stage counts only what this process did).
class ProgressMeter {
public:
    struct Reading {
        double ratePerSecond = 0;     ///< units per second; 0: not known yet
        double secondsLeft = -1;      ///< < 0: not known yet
        double fraction = 0;          ///< 0 … 1; 0 when the total is unknown
    };
    /// @param nowSeconds any monotonic clock
    Reading update(const Progress& step, double nowSeconds);

private:
    std::optional<Stage> m_stage;
    double m_startSeconds = 0;
    std::uint64_t m_startDone = 0;
};

}  // namespace tacq

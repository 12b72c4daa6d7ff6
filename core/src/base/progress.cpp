#include <algorithm>

#include "base/mapped_guard.h"
#include "tacq/base/run_context.h"

namespace tacq {

Result<void> RunContext::checkpoint() const {
    if (!cancelled()) return checkMappedFiles(Sizes::Trust);
    return Error{ErrorCode::Cancelled, "stopped on request", "", "run the same command again to go on from here"};
}

ProgressMeter::Reading ProgressMeter::update(const Progress& step, double nowSeconds) {
    if (step.stage != m_stage || step.done < m_startDone) {
        m_stage = step.stage;
        m_startSeconds = nowSeconds;
        m_startDone = step.done;
    }
    Reading reading;
    if (step.total > 0) reading.fraction = std::min(1.0, static_cast<double>(step.done) / static_cast<double>(step.total));
    const double elapsed = nowSeconds - m_startSeconds;
    const double done = static_cast<double>(step.done - m_startDone);
    if (elapsed > 0.2 && done > 0) {
        reading.ratePerSecond = done / elapsed;
        if (step.total >= step.done) reading.secondsLeft = static_cast<double>(step.total - step.done) / reading.ratePerSecond;
    }
    return reading;
}

}  // namespace tacq

#pragma once
#include <atomic>
#include <csignal>
#include <stop_token>
#include <thread>

namespace tacq::app {

/// Ctrl-C (or SIGTERM) once asks the work to stop and leaves a resumable run; twice, or once when the work is done, ends the process at once.
/// Make it before any other thread: they inherit the blocked signals, so that only the watcher sees them.
class InterruptWatcher {
public:
    InterruptWatcher();
    ~InterruptWatcher();
    std::stop_token token() const { return m_stop.get_token(); }
    /// Only the answer is left to print: the next signal ends that.
    void workIsDone() { m_done = true; }

private:
    void watch(const std::stop_token& end);
    std::stop_source m_stop;
    std::atomic<bool> m_done{false};
    sigset_t m_signals{};
    std::jthread m_thread;
};

}  // namespace tacq::app

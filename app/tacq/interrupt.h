#pragma once
#include <csignal>
#include <stop_token>
#include <thread>

namespace tacq::app {

/// Ctrl-C (or SIGTERM) once asks the work to stop and leaves a resumable run; twice ends the process at once.
/// Make it before any other thread: they inherit the blocked signals, so that only the watcher sees them.
class InterruptWatcher {
public:
    InterruptWatcher();
    ~InterruptWatcher();
    std::stop_token token() const { return m_stop.get_token(); }

private:
    void watch(const std::stop_token& end);
    std::stop_source m_stop;
    sigset_t m_signals{};
    std::jthread m_thread;
};

}  // namespace tacq::app

#include "interrupt.h"

#include <unistd.h>

#include <ctime>

namespace tacq::app {

InterruptWatcher::InterruptWatcher() {
    ::sigemptyset(&m_signals);
    ::sigaddset(&m_signals, SIGINT);
    ::sigaddset(&m_signals, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
    m_thread = std::jthread([this](const std::stop_token& end) { watch(end); });
}

InterruptWatcher::~InterruptWatcher() {
    m_thread.request_stop();
    // Wakes the watcher; it is gone before the signals are let through again.
    ::pthread_kill(m_thread.native_handle(), SIGTERM);
    m_thread.join();
}

void InterruptWatcher::watch(const std::stop_token& end) {
    for (int signal = 0; ::sigwait(&m_signals, &signal) == 0 && !end.stop_requested();) {
        if (m_stop.stop_requested()) ::_exit(130);
        m_stop.request_stop();
    }
}

}  // namespace tacq::app

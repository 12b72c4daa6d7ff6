#include "interrupt.h"

#include <unistd.h>

#include <ctime>
#include <system_error>

namespace tacq::app {

InterruptWatcher::InterruptWatcher() {
    ::sigemptyset(&m_signals);
    ::sigaddset(&m_signals, SIGINT);
    ::sigaddset(&m_signals, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
    try {
        m_thread = std::jthread([this](const std::stop_token& end) { watch(end); });
    } catch (const std::system_error&) {
        // No thread to be had: then the signals end the process as they always did, which a run survives.
        ::pthread_sigmask(SIG_UNBLOCK, &m_signals, nullptr);
    }
}

InterruptWatcher::~InterruptWatcher() {
    if (!m_thread.joinable()) return;
    m_thread.request_stop();
    // Wakes the watcher; it is gone before the signals are let through again.
    ::pthread_kill(m_thread.native_handle(), SIGTERM);
    m_thread.join();
}

void InterruptWatcher::watch(const std::stop_token& end) {
    for (int signal = 0; ::sigwait(&m_signals, &signal) == 0 && !end.stop_requested();) {
        if (m_done || m_stop.stop_requested()) ::_exit(130);
        m_stop.request_stop();
    }
}

}  // namespace tacq::app

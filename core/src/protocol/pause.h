#pragma once
// Private to the protocol: a wait that a stop request ends.
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace tacq {

/// Waits that long, or until a stop is requested; false in that case.
inline bool pauseFor(const std::stop_token& stop, std::chrono::milliseconds time) {
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    wake.wait_for(lock, stop, time, [] { return false; });
    return !stop.stop_requested();
}

}  // namespace tacq
